package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
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
    void whatWeNoteIsPrivateOpensNothingToAnswerAndIsNotReadAsTheCustomersWords() {
        shop.place(shop.id(0), start, true);
        Access access = ways.to(connection(connect()));
        awaitOrders(1);
        Platform platform = platform(shop);
        var note =
                new WriteBack(1, WriteBack.Kind.NOTE, shop.id(0), "Okienko: adres <niepełny> & pusty", "", "", false);
        assertThat(platform.write(access, note)).isEqualTo(new WriteBack.Answer.Accepted());
        assertThat(shop.written())
                .anyMatch(line -> line.contains("customer_threads") && line.contains("<status>closed<"))
                .anyMatch(line -> line.contains("<private>1<") && line.contains("&lt;niepełny&gt; &amp; pusty"));
        byte[] raw = platform.reread(access, java.util.List.of(shop.id(0))).getFirst();
        assertThat(new String(raw, java.nio.charset.StandardCharsets.UTF_8)).contains("niepełny");
        var read = platform.format().read(new okienko.shops.Piece(1, raw), okienko.shops.ChannelSettings.of("x"));
        assertThat(((okienko.shops.ReadOrder.Readable) read).order().comment()).isEmpty();
    }

    @Test
    void aStateTheOrderHasIsNotWrittenIntoItsHistoryAgainAndNobodyGetsMail() {
        shop.place(shop.id(0), start, true);
        Access access = ways.to(connection(connect()));
        var held = new WriteBack(1, WriteBack.Kind.STATE, shop.id(0), "HELD", "", "", false);
        for (int i = 0; i < 2; i++) {
            assertThat(platform(shop).write(access, held)).isEqualTo(new WriteBack.Answer.Accepted());
        }
        assertThat(shop.written()).hasSize(1).allMatch(line -> line.contains("<id_order_state>15<"));
        assertThat(shop.written()).noneMatch(line -> line.contains("sendemail"));
    }

    @Test
    void aStateTheShopDoesNotHaveIsNamedWithThoseItHas() {
        Map<String, String> typed = new java.util.HashMap<>(shop.credentials());
        typed.put("heldState", "Wstrzymne");
        assertThat(catchThrowableOfType(
                        PlatformTrouble.class,
                        () -> platform(shop).test(ways.trial(platform(shop), shop.address(), typed))))
                .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(PlatformTrouble.Kind.NO_SUCH_STATE))
                .satisfies(trouble -> assertThat(trouble.said()).contains("Wstrzymne", "Anulowane", "W przygotowaniu"));
    }

    @Test
    void aStateNobodyChoseIsNotTold() {
        assertThat(platform(shop).takes(WriteBack.Kind.STATE, "HELD", Map.of("releasedState", "3")))
                .isFalse();
        assertThat(platform(shop).takes(WriteBack.Kind.STATE, "RELEASED", Map.of("releasedState", "3")))
                .isTrue();
        assertThat(platform(shop).takes(WriteBack.Kind.CANCELLATION, "x", Map.of("releasedState", "3")))
                .isFalse();
        assertThat(platform(shop).takes(WriteBack.Kind.NOTE, "x", Map.of())).isTrue();
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
