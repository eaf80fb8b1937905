package okienko.ordercontrol.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order.Line;
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

    private String told(ReasonCode reason) {
        Finding finding = order.findings(reason).getFirst();
        return FindingWords.sentence(finding, POLISH);
    }
}
