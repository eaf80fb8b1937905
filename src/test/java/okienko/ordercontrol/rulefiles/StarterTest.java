package okienko.ordercontrol.rulefiles;

import static org.assertj.core.api.Assertions.assertThat;

import okienko.ordercontrol.Rule;
import okienko.ui.Language;
import okienko.ui.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StarterTest {

    static Iterable<Starter> all() {
        return Starter.ALL;
    }

    @ParameterizedTest
    @MethodSource("all")
    void aRuleSetToBeginFromSaysWhyItHasEachRuleInEveryLanguage(Starter starter) {
        assertThat(starter.rules().rules()).hasSizeGreaterThan(3);
        for (Rule rule : starter.rules().rules()) {
            for (Language language : Language.values()) {
                assertThat(rule.wording().why().byLanguage()).containsKey(language.code());
            }
        }
        assertThat(RuleFile.read(RuleFile.write(starter.rules())).rules()).isEqualTo(starter.rules());
        for (Language language : Language.values()) {
            Words words = Words.in(language.locale());
            assertThat(starter.title(words) + starter.about(words)).doesNotContain("⟦");
        }
    }
}
