package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.TAX_ID_INVALID;
import static okienko.ordercontrol.ReasonCode.TAX_ID_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaxChecksTest {

    private final Sample order = new Sample();

    @ParameterizedTest
    @CsvSource({
        "PL, 5260250274, -",
        "PL, PL 526-025-02-74, -",
        "PL, NIP: 526 025 02 74, -",
        "PL, 526-025-02-74, -",
        "PL, 526-025-02-75, checksum",
        "PL, 0000000000, zeros",
        "PL, 1234, format",
        "PL, 44051401359, pesel",
        "PL, 123456785, regon",
        "PL, 526O250274, format",
        "PL, DE136695976, -",
        "PL, DE136695977, checksum",
        "AT, ATU13585627, -",
        "AT, ATU13585626, checksum",
        "BE, BE0428759497, -",
        "BE, BE431150351, checksum",
        "BG, BG175074752, -",
        "BG, BG175074751, checksum",
        "CY, CY10259033P, -",
        "CY, CY10259033Z, checksum",
        "CZ, CZ25123891, -",
        "CZ, 25123890, checksum",
        "DE, 136695976, -",
        "DK, DK13585628, -",
        "DK, DK13585627, checksum",
        "EE, EE100931558, -",
        "EE, EE100594103, checksum",
        "GR, EL094259216, -",
        "GR, 094259216, -",
        "GR, EL123456781, checksum",
        "ES, ESJ99216582, -",
        "ES, ES54362315K, -",
        "ES, ESJ99216583, checksum",
        "FI, FI20774740, -",
        "FI, FI20774741, checksum",
        "FR, FR40303265045, -",
        "FR, FR84323140391, checksum",
        "GB, GB980780684, -",
        "GB, 802311781, checksum",
        "HR, HR33392005961, -",
        "HR, HR33392005962, checksum",
        "HU, HU12892312, -",
        "HU, 12892312-2-42, -",
        "HU, HU12892313, checksum",
        "IE, IE6433435F, -",
        "IE, IE6433435OA, -",
        "IE, IE6433435E, checksum",
        "IT, IT00743110157, -",
        "IT, IT00743110158, checksum",
        "LT, LT119511515, -",
        "LT, LT100001919018, checksum",
        "LU, LU15027442, -",
        "LU, LU15027443, checksum",
        "LV, LV40003521600, -",
        "LV, LV40003521601, checksum",
        "MT, MT11679112, -",
        "MT, MT11679113, checksum",
        "NL, NL004495445B01, -",
        "NL, NL123456789B90, checksum",
        "NO, NO995525828MVA, -",
        "NO, 995525829, checksum",
        "PT, PT501964843, -",
        "PT, PT501964842, checksum",
        "RO, RO18547290, -",
        "RO, RO18547291, checksum",
        "SE, SE123456789701, -",
        "SE, SE123456789101, checksum",
        "SI, SI50223054, -",
        "SI, SI50223055, checksum",
        "SK, SK2022749619, -",
        "SK, SK2022749618, checksum",
        "CH, CHE107787577IVA, -",
        "CH, CHE107787578IVA, checksum",
        "US, 12-3456789, -",
        "BR, anything goes, -",
    })
    void a_tax_number_has_its_countrys_form_and_check_digits(String country, String taxId, String variant) {
        order.country = country;
        order.buyerCountry = country;
        order.taxId = taxId;
        assertThat(order.variant(TAX_ID_INVALID)).isEqualTo(variant);
    }

    @Test
    void letters_typed_for_digits_are_put_right() {
        order.taxId = "526O25O274";
        assertThat(order.proposed(TAX_ID_INVALID)).isEqualTo("5260250274");
    }

    @Test
    void an_invoice_to_a_company_needs_a_number_and_one_in_the_comment_is_proposed() {
        order.invoice = true;
        order.toCompany = true;
        order.invoiceCompany = "Zielony Dom sp. z o.o.";
        assertThat(order.variant(TAX_ID_MISSING)).isEqualTo("missing");
        order.comment = "proszę na firmę, 526-025-02-74";
        assertThat(order.proposed(TAX_ID_MISSING)).isEqualTo("5260250274");
        order.taxId = "5260250274";
        assertThat(order.variant(TAX_ID_MISSING)).isEqualTo("-");
    }

    @Test
    void a_private_invoice_needs_none() {
        order.invoice = true;
        assertThat(order.variant(TAX_ID_MISSING)).isEqualTo("-");
    }
}
