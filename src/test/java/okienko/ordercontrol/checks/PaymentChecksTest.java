package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.CASH_LIMIT_B2B;
import static okienko.ordercontrol.ReasonCode.NEW_CUSTOMER_HIGH_VALUE;
import static okienko.ordercontrol.ReasonCode.OVERPAID;
import static okienko.ordercontrol.ReasonCode.PAYMENT_CURRENCY_MISMATCH;
import static okienko.ordercontrol.ReasonCode.PAYMENT_FORM_NOT_ACCEPTED;
import static okienko.ordercontrol.ReasonCode.PAYMENT_FORM_UNKNOWN;
import static okienko.ordercontrol.ReasonCode.UNDERPAID;
import static okienko.ordercontrol.ReasonCode.UNPAID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.Verdict;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.CourierTerm;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentChecksTest {

    private final Sample order = new Sample();

    @ParameterizedTest
    @CsvSource({"ONLINE, 3599, WAITING", "ONLINE, 3600, HELD", "TRANSFER, 604799, WAITING", "TRANSFER, 604800, HELD"})
    void an_unpaid_order_waits_until_its_forms_deadline(PaymentForm form, long seconds, Verdict verdict) {
        order.form = form;
        order.paid = null;
        order.placedAt = Sample.NOW.minusSeconds(seconds);
        order.controlledSince = order.placedAt;
        Judgement judgement = order.judged();
        assertThat(judgement.verdict()).isEqualTo(verdict);
        if (verdict == Verdict.WAITING) assertThat(judgement.deadline()).isEqualTo(Sample.NOW.plusSeconds(1));
    }

    @Test
    void an_order_imported_late_is_given_its_time_from_then() {
        order.paid = null;
        order.placedAt = Sample.NOW.minusSeconds(86_400);
        order.controlledSince = Sample.NOW;
        assertThat(order.findings(UNPAID).getFirst().clearsBy()).isEqualTo(Sample.NOW.plusSeconds(3600));
        assertThat(order.findings(UNPAID, "onlineWithin", "PT2H").getFirst().clearsBy())
                .isEqualTo(Sample.NOW.plusSeconds(7200));
    }

    @Test
    void cash_on_delivery_and_deferred_payment_are_not_unpaid() {
        order.onDelivery();
        assertThat(order.variant(UNPAID)).isEqualTo("-");
        order.form = PaymentForm.DEFERRED;
        assertThat(order.variant(UNPAID)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "110.00, -, -",
        "109.00, -, -",
        "108.99, beyondTolerance, -",
        "111.00, -, -",
        "111.01, -, beyondTolerance"
    })
    void what_came_in_is_compared_within_a_tolerance(String amount, String under, String over) {
        order.received = List.of(payment(amount, "PLN"));
        assertThat(order.variant(UNDERPAID)).isEqualTo(under);
        assertThat(order.variant(OVERPAID)).isEqualTo(over);
        assertThat(order.variant(UNPAID)).isEqualTo("-");
    }

    @Test
    void booked_money_counts_before_what_the_channel_says_and_refunds_are_taken_off() {
        order.received = List.of(payment("110.00", "PLN"), payment("-20.00", "PLN"));
        assertThat(order.findings(UNDERPAID).getFirst().evidence()).containsEntry("difference", Sample.zloty("20.00"));
    }

    @Test
    void a_difference_in_another_currency_is_converted_and_never_passed_without_a_rate() {
        order.costing("100.00", "EUR");
        order.received = List.of(payment("99.80", "EUR"));
        assertThat(order.variant(UNDERPAID)).isEqualTo("-");
        order.received = List.of(payment("99.00", "EUR"));
        assertThat(order.findings(UNDERPAID).getFirst().evidence()).containsEntry("rateTable", "226/A/NBP/2026");
        order.rates = ExchangeRates.NONE;
        assertThat(order.variant(UNDERPAID)).isEqualTo("noRate");
    }

    @Test
    void money_in_another_currency_is_a_finding_of_its_own() {
        order.received = List.of(payment("25.88", "EUR"));
        assertThat(order.variant(PAYMENT_CURRENCY_MISMATCH)).isEqualTo("other");
        assertThat(order.variant(UNDERPAID)).isEqualTo("-");
        assertThat(order.variant(UNPAID)).isEqualTo("-");
    }

    @Test
    void an_unmapped_form_is_named() {
        order.form = PaymentForm.UNKNOWN;
        order.channelForm = "voucher_partner";
        assertThat(order.findings(PAYMENT_FORM_UNKNOWN).getFirst().evidence())
                .containsEntry("channelForm", "voucher_partner");
    }

    @ParameterizedTest
    @CsvSource({"5000.00, -", "5000.01, aboveLimit", "4999.99, -"})
    void a_courier_takes_cash_up_to_its_limit(String total, String variant) {
        order.costing(total, "PLN").onDelivery().toLocker("POZ08A");
        assertThat(order.variant(PAYMENT_FORM_NOT_ACCEPTED)).isEqualTo(variant);
    }

    @ParameterizedTest
    @CsvSource({"12750.00, -", "12750.03, aboveLimit"})
    void a_limit_in_another_currency_is_converted(String total, String variant) {
        order.costing(total, "PLN").onDelivery();
        order.terms = List.of(term("*", "PL", true, Money.of("3000.00", "EUR"), null));
        assertThat(order.variant(PAYMENT_FORM_NOT_ACCEPTED)).isEqualTo(variant);
        order.rates = ExchangeRates.NONE;
        assertThat(order.variant(PAYMENT_FORM_NOT_ACCEPTED)).isEqualTo("noRate");
    }

    @Test
    void the_most_special_line_of_the_table_counts_and_only_while_it_is_valid() {
        CourierTerm general = term("*", "*", true, null, null);
        CourierTerm never = term("DPD_COURIER", "PL", false, null, null);
        CourierTerm past = term("DPD_COURIER", "PL", false, null, LocalDate.of(2026, 11, 22));
        order.onDelivery();
        order.terms = List.of(general, never);
        assertThat(order.variant(PAYMENT_FORM_NOT_ACCEPTED)).isEqualTo("never");
        order.terms = List.of(general, past);
        assertThat(order.variant(PAYMENT_FORM_NOT_ACCEPTED)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({"15000.00, true, -", "15000.01, true, business", "15000.01, false, -"})
    void a_business_pays_at_most_fifteen_thousand_in_cash(String total, boolean business, String variant) {
        order.costing(total, "PLN").onDelivery();
        order.taxId = business ? "5250001009" : "";
        assertThat(order.variant(CASH_LIMIT_B2B)).isEqualTo(variant);
    }

    @Test
    void orders_of_the_same_day_are_added_up() {
        order.costing("8000.00", "PLN").onDelivery().taxId = "5250001009";
        order.others = List.of(other("7000.01 PLN", Sample.NOW.minusSeconds(60)));
        assertThat(order.variant(CASH_LIMIT_B2B)).isEqualTo("businessLinked");
        order.others = List.of(other("7000.01 PLN", Sample.NOW.minusSeconds(86_400)));
        assertThat(order.variant(CASH_LIMIT_B2B)).isEqualTo("-");
    }

    @Test
    void from_july_2027_ten_thousand_euro_hold_for_everybody() {
        order.costing("42500.03", "PLN").onDelivery();
        assertThat(order.variant(CASH_LIMIT_B2B)).isEqualTo("-");
        order.placedAt = Instant.parse("2027-07-10T08:00:00Z");
        assertThat(order.variant(CASH_LIMIT_B2B)).isEqualTo("everybody");
        order.costing("42500.00", "PLN");
        assertThat(order.variant(CASH_LIMIT_B2B)).isEqualTo("-");
    }

    @Test
    void a_limit_is_never_passed_for_want_of_a_rate() {
        order.costing("9000.00", "EUR").onDelivery().taxId = "5250001009";
        order.rates = ExchangeRates.NONE;
        assertThat(order.variant(CASH_LIMIT_B2B)).isEqualTo("noRate");
        assertThat(order.variant(NEW_CUSTOMER_HIGH_VALUE)).isEqualTo("noRate");
    }

    private static IncomingPayment payment(String amount, String currency) {
        return new IncomingPayment(Money.of(amount, currency), Sample.NOW, "bank", amount);
    }

    private static CourierTerm term(
            String service, String country, boolean accepted, @Nullable Money limit, @Nullable LocalDate validTo) {
        return new CourierTerm("DPD", service, country, "CASH_ON_DELIVERY", accepted, limit, null, validTo, "test");
    }

    private static OtherOrder other(String total, Instant placedAt) {
        return new OtherOrder(new OrderKey("web", "999"), "999", placedAt, Map.of("Z", 1), total, true);
    }
}
