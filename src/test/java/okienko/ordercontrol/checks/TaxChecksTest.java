package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.TAX_ID_INVALID;
import static okienko.ordercontrol.ReasonCode.TAX_ID_MISSING;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TaxChecksTest {

    private final Sample order = new Sample();

    @ParameterizedTest
    @CsvFileSource(resources = "/okienko/ordercontrol/checks/tax-numbers.csv", useHeadersInDisplayName = true)
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
