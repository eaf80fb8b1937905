package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonTest {

    @ParameterizedTest
    @EnumSource
    void aCodeReadsBackFromItsName(ReasonCode code) {
        assertThat(Reason.of(code.name())).isSameAs(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"large-order", "a", "7", "b2b-over-15000"})
    void aRuleOfTheShopsOwnReadsBackFromItsName(String rule) {
        var own = new Reason.Custom(rule);
        assertThat(own.name()).isEqualTo("CUSTOM:" + rule);
        assertThat(Reason.of(own.name())).isEqualTo(own).hasToString(own.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unpaid",
                "CUSTOM",
                "CUSTOM:",
                "CUSTOM:Large",
                "CUSTOM:-a",
                "CUSTOM:a-",
                "CUSTOM:a b",
                "CUSTOM:zażółć",
                "CUSTOM:a,b",
                "CUSTOM:12345678901234567890123456789012345678901"
            })
    void anythingElseIsNoReason(String name) {
        assertThat(Reason.find(name)).isEmpty();
    }

    @Test
    void aShortNameThatCannotBeIsRefusedWithWhatToWrite() {
        assertThatThrownBy(() -> new Reason.Custom("Za duże"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'Za duże'")
                .hasMessageContaining("large-order");
    }
}
