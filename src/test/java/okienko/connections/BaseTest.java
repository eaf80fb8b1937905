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
