package okienko.ordercontrol.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order.Line;
import okienko.vocabulary.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindingWordsTest {

    private static final Locale POLISH = Locale.forLanguageTag("pl");

    private final Sample order = new Sample();

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl", "ru", "bg"})
    void every_reason_and_parameter_has_words(String language) {
        Locale locale = Locale.forLanguageTag(language);
        for (ReasonCode reason : ReasonCode.values()) {
            assertThat(FindingWords.title(reason, locale)).isNotBlank();
        }
        for (Check check : Checks.ALL) {
            for (Parameter parameter : check.parameters()) {
                assertThat(FindingWords.label(check.reason(), parameter, locale))
                        .isNotBlank();
            }
        }
    }

    @Test
    void what_is_missing_is_told_in_the_readers_words() {
        order.street = "Solna";
        order.city = "";
        assertThat(told(ReasonCode.ADDRESS_INCOMPLETE))
                .isEqualTo("W adresie dostawy brakuje: numer domu i miejscowość. Ustal z klientem i uzupełnij.");
    }

    @ParameterizedTest
    @CsvSource({"21, 21 sztuk", "22, 22 sztuki", "25, 25 sztuk"})
    void plurals_are_right(int quantity, String words) {
        order.lines = List.of(new Line("A-1", "Kubek", quantity, Sample.zloty("1.00")));
        assertThat(told(ReasonCode.QUANTITY_ANOMALY)).contains(words);
    }

    @Test
    void money_and_time_are_written_as_the_reader_does() {
        order.paid = null;
        assertThat(told(ReasonCode.UNPAID)).contains("110,00").contains("zł").contains("13:50");
    }

    @Test
    void a_rule_of_the_shops_own_is_told_in_its_own_words_with_what_it_saw() {
        Finding found = own(Finding.Telling.TRUE, Map.of("order.total", Sample.zloty("17998.00")));
        assertThat(FindingWords.sentence(found, POLISH)).isEqualTo("Za 17 998,00 zł: zapytaj szefa {kogo}.");
        assertThat(FindingWords.sentence(found, Locale.forLanguageTag("bg")))
                .startsWith("Worth ")
                .endsWith(": ask the boss.");
        assertThat(FindingWords.title(found, POLISH)).isEqualTo("Large order");
    }

    @Test
    void a_rule_that_cannot_be_decided_says_what_is_missing() {
        Finding found = own(Finding.Telling.UNDECIDED, Map.of("needs", List.of("payment.paid")));
        assertThat(FindingWords.sentence(found, POLISH)).contains("„Large order”", "payment.paid");
    }

    @Test
    void a_rule_nobody_has_named_yet_is_called_by_its_short_name() {
        var own = new Reason.Custom("not-known-here");
        assertThat(FindingWords.title(own, POLISH)).isEqualTo("not-known-here");
        FindingWords.learn(Map.of(own, Texts.of("pl", "Duże zamówienie")));
        assertThat(FindingWords.title(own, POLISH)).isEqualTo("Duże zamówienie");
    }

    private static Finding own(String variant, Map<String, Object> evidence) {
        var words = new Finding.Telling(
                Texts.of("en", "Large order"),
                new Texts(Map.of(
                        "en", "Worth {order.total}: ask the boss.", "pl", "Za {order.total}: zapytaj szefa {kogo}.")));
        return new Finding(
                new Reason.Custom("large-order"), variant, List.of("total"), evidence, List.of(), null, words);
    }

    private String told(ReasonCode reason) {
        Finding finding = order.findings(reason).getFirst();
        return FindingWords.sentence(finding, POLISH);
    }
}
