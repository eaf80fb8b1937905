package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import okienko.connections.base.Base;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaseTest extends PlatformContract {

    @Override
    StubShop open() {
        return new BaseStub();
    }

    /** Base signs nothing: whoever calls is not believed. */
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
    void ourNotesGiveWayInTheTwoHundredCharactersTheSellersOwnDoNot() {
        BaseStub base = (BaseStub) shop;
        shop.place(shop.id(0), start, true);
        String own = "Stały klient. ".repeat(6).strip();
        base.commented(shop.id(0), own);
        Access access = ways.to(connection(connect()));
        Platform platform = platform(shop);
        for (int i = 1; i <= 5; i++) {
            String text = "Okienko: wstrzymano – adres niepełny (" + i + ")";
            var note = new WriteBack(i, WriteBack.Kind.NOTE, shop.id(0), text, "", "", false);
            assertThat(platform.write(access, note)).isEqualTo(new WriteBack.Answer.Accepted());
        }
        assertThat(base.comments(shop.id(0)))
                .startsWith(own)
                .endsWith("(5)")
                .doesNotContain("(1)")
                .hasSizeLessThanOrEqualTo(200);
        base.commented(shop.id(0), "x".repeat(200));
        var late = new WriteBack(9, WriteBack.Kind.NOTE, shop.id(0), "Okienko: zwolniono", "", "", false);
        assertThat(platform.write(access, late)).isInstanceOf(WriteBack.Answer.Refused.class);
        assertThat(base.comments(shop.id(0))).isEqualTo("x".repeat(200));
    }

    @Test
    void aParcelWhoseAnswerWasLostIsNotMadeAgain() {
        shop.place(shop.id(0), start, true);
        Access access = ways.to(connection(connect()));
        for (boolean repeated : new boolean[] {false, true}) {
            var parcel = new WriteBack(
                    1, WriteBack.Kind.TRACKING, shop.id(0), "x 77", "Kurier bardzo długiej nazwy", "77", repeated);
            assertThat(platform(shop).write(access, parcel)).isEqualTo(new WriteBack.Answer.Accepted());
        }
        assertThat(shop.written()).hasSize(1).allMatch(line -> line.contains("Kurier bardzo długi…"));
    }

    @ParameterizedTest
    @CsvSource({
        "ERROR_BAD_TOKEN, REFUSED",
        "ERROR_USER_ACCOUNT_BLOCKED, LIMITED",
        "ERROR_QUERY_LIMIT_EXCEEDED, LIMITED",
        "ERROR_STORAGE_ID, ODD"
    })
    void anErrorThatComesWithTwoHundredIsTrouble(String code, PlatformTrouble.Kind kind) {
        ((BaseStub) shop).says(code);
        Platform base = new Base();
        assertThat(catchThrowableOfType(
                        PlatformTrouble.class, () -> base.test(ways.trial(base, shop.address(), shop.credentials()))))
                .satisfies(trouble -> assertThat(trouble.kind()).isEqualTo(kind))
                .satisfies(trouble -> assertThat(trouble.said()).contains(code));
    }
}
