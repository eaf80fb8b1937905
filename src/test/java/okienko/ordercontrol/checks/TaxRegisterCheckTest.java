package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.TAX_ID_NOT_REGISTERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.taxregisters.Register;
import okienko.taxregisters.RegisterAnswer;
import okienko.taxregisters.RegisterAnswer.Standing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxRegisterCheckTest {

    private final Sample order = new Sample();

    @ParameterizedTest
    @CsvSource({
        "WHITE_LIST, REGISTERED,     -",
        "WHITE_LIST, EXEMPT,         -",
        "WHITE_LIST, NOT_REGISTERED, notRegisteredPolish",
        "WHITE_LIST, INVALID,        refusedPolish",
        "VIES,       REGISTERED,     -",
        "VIES,       NOT_REGISTERED, notRegistered",
        "VIES,       INVALID,        refused",
        "VIES,       UNKNOWN,        -" // an outage holds nothing
    })
    void onlyARegistersNoIsAFinding(Register register, Standing standing, String variant) {
        assertThat(variant(found(register, standing, Map.of()))).isEqualTo(variant);
    }

    @Test
    void aShopMayLookAtViesOnly() {
        Map<String, String> viesOnly = Map.of("polishToo", "false");
        assertThat(found(Register.WHITE_LIST, Standing.NOT_REGISTERED, viesOnly))
                .isEmpty();
        assertThat(found(Register.VIES, Standing.NOT_REGISTERED, viesOnly)).isNotEmpty();
    }

    @Test
    void aShopMayWaitForAnAnswerAndThenNoLonger() {
        Map<String, String> anHour = Map.of("waitUpTo", "PT1H");
        List<Finding> waiting = found(Register.VIES, Standing.UNKNOWN, anHour);
        assertThat(variant(waiting)).isEqualTo("awaited");
        assertThat(waiting.getFirst().clearsBy()).isEqualTo(order.controlledSince.plusSeconds(3_600));
        order.now = order.controlledSince.plusSeconds(3_600);
        assertThat(found(Register.VIES, Standing.UNKNOWN, anHour)).isEmpty();
    }

    @Test
    void theConsultationNumberIsTold() {
        String told = FindingWords.sentence(
                found(Register.VIES, Standing.NOT_REGISTERED, Map.of()).getFirst(), Locale.forLanguageTag("pl"));
        assertThat(told).contains("PL5260250274", "W-17");
    }

    @ParameterizedTest
    @CsvSource({
        "PL, 526-025-02-74, PL5260250274",
        "PL, NIP: PL 5260250274, PL5260250274",
        "DE, 136695976, DE136695976",
        "PL, DE136695976, DE136695976",
        "GR, EL094259216, EL094259216",
        "AT, U37675002, ATU37675002",
        "AT, 37675002, ATU37675002",
        "PL, 1234567890,", // the check digits are wrong: nobody is asked
        "XX, 123,"
    })
    void registersAreAskedAboutTheNumberItself(String country, String typed, @Nullable String number) {
        order.country = country;
        order.buyerCountry = country;
        order.taxId = typed;
        assertThat(TaxRegisterCheck.number(order.order()).orElse(null)).isEqualTo(number);
    }

    private List<Finding> found(Register register, Standing standing, Map<String, String> parameters) {
        order.taxId = "5260250274";
        LocalDate day = standing == Standing.UNKNOWN ? null : LocalDate.of(2026, 11, 23);
        RegisterAnswer answer = new RegisterAnswer(register, "PL5260250274", standing, day, "", "W-17");
        return Checks.of(TAX_ID_NOT_REGISTERED)
                .orElseThrow()
                .examine(order.order(), order.facts().registered(answer), parameters);
    }

    private static String variant(List<Finding> findings) {
        return findings.isEmpty() ? "-" : findings.getFirst().variant();
    }
}
