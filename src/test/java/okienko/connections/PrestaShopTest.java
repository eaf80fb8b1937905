package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrestaShopTest extends PlatformContract {

    @Override
    StubShop open() {
        return new PrestaShopStub();
    }

    /** PrestaShop signs nothing: whoever calls is not believed. */
    @Override
    @Test
    void aSignedCallMakesTheOrderComeAndAnotherDoesNot() {
        shop.place(shop.id(7), start, true);
        long connection = connect();
        Connection opened = connection(connection);
        assertThat(opened.kind().verify(ways.to(opened), shop.hook(shop.id(7)))).isEqualTo(new Hook.Verdict.Forged());
        until(() -> orders.find(key(7)).isPresent());
    }

    @Test
    void whatTheCustomerWroteIsReadAndWhatTheShopNotedIsNot() {
        shop.place(shop.id(0), start, true);
        shop.comment(shop.id(0), start, "proszę zapakować na prezent");
        connect();
        awaitOrders(1);
        assertThat(stored(0).order().comment()).isEqualTo("proszę zapakować na prezent");
        assertThat(stored(0).order().delivery().service()).isEqualTo("DPD_COURIER");
        assertThat(stored(0).order().number()).isEqualTo("XK" + shop.id(0));
    }
}
