package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShoperTest extends PlatformContract {

    @Override
    StubShop open() {
        return new ShoperStub();
    }

    @Test
    void whatTheShopsPeopleNotedStaysWhenWeAddOurs() {
        ShoperStub shoper = (ShoperStub) shop;
        shop.place(shop.id(0), start, true);
        shoper.noted(shop.id(0), "dzwonić po 16");
        Access access = ways.to(connection(connect()));
        Platform platform = platform(shop);
        platform.write(access, new WriteBack(1, WriteBack.Kind.NOTE, shop.id(0), "Okienko: raz", "", "", false));
        platform.write(access, new WriteBack(2, WriteBack.Kind.NOTE, shop.id(0), "Okienko: dwa", "", "", false));
        platform.write(access, new WriteBack(1, WriteBack.Kind.NOTE, shop.id(0), "Okienko: raz", "", "", true));
        assertThat(shoper.notes(shop.id(0))).isEqualTo("dzwonić po 16\nOkienko: raz\nOkienko: dwa");
    }
}
