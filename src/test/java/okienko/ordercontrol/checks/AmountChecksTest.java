package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.PRICE_ANOMALY;
import static okienko.ordercontrol.ReasonCode.QUANTITY_ANOMALY;
import static okienko.ordercontrol.ReasonCode.TOTAL_MISMATCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.orders.Order.Line;
import okienko.payments.ExchangeRates;
import okienko.stock.Article;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountChecksTest {

    private final Sample order = new Sample();

    @ParameterizedTest
    @CsvSource({"110.00, -", "110.02, -", "110.03, more", "109.98, -", "109.97, less"})
    void the_total_is_lines_and_delivery_less_discount_within_a_tolerance_per_line(String total, String variant) {
        order.total = Sample.zloty(total);
        assertThat(order.variant(TOTAL_MISMATCH)).isEqualTo(variant);
    }

    @Test
    void the_tolerance_grows_with_the_lines_and_can_be_set() {
        order.lines.add(new Line("B-1", "Talerz", 1, Sample.zloty("20.00")));
        order.total = Sample.zloty("130.04");
        assertThat(order.variant(TOTAL_MISMATCH)).isEqualTo("-");
        assertThat(order.variant(TOTAL_MISMATCH, "tolerancePerLine", "0.01")).isEqualTo("more");
    }

    @ParameterizedTest
    @CsvSource({"50.00, -", "49.99, tooLow", "0.00, tooLow", "-1.00, negative", "100.00, -"})
    void a_price_is_at_least_half_of_the_catalogues(String price, String variant) {
        order.articles = catalogue(Sample.zloty("100.00"), null);
        order.lines = List.of(new Line("A-1", "Kubek", 1, Sample.zloty(price)));
        assertThat(order.variant(PRICE_ANOMALY)).isEqualTo(variant);
    }

    @Test
    void the_least_share_can_be_set_and_the_finding_names_the_line() {
        order.articles = catalogue(Sample.zloty("100.00"), null);
        order.lines = List.of(
                new Line("X", "inne", 1, Sample.zloty("1.00")), new Line("A-1", "Kubek", 1, Sample.zloty("79.99")));
        Finding finding = order.findings(PRICE_ANOMALY, "leastShare", "80").getFirst();
        assertThat(finding.fields()).containsExactly("lines[1].unitPrice");
        assertThat(finding.evidence()).containsEntry("share", 80);
    }

    @Test
    void a_price_in_another_currency_is_converted_and_the_table_named() {
        order.articles = catalogue(Sample.zloty("100.00"), null);
        order.lines = List.of(new Line("A-1", "Kubek", 1, Money.of("10.00", "EUR")));
        Finding finding = order.findings(PRICE_ANOMALY).getFirst();
        assertThat(finding.evidence())
                .containsEntry("converted", Sample.zloty("42.50"))
                .containsEntry("rateTable", "226/A/NBP/2026")
                .containsKey("rateEUR");
        order.rates = ExchangeRates.NONE;
        assertThat(order.variant(PRICE_ANOMALY)).isEqualTo("noRate");
    }

    @ParameterizedTest
    @CsvSource({"20, 0, -", "21, 0, aboveLimit", "20, 2, -", "21, 2, aboveUsual", "10, 1, -", "11, 1, aboveUsual"})
    void a_quantity_is_within_the_limit_and_ten_times_the_usual(int quantity, int usual, String variant) {
        order.articles = catalogue(Sample.zloty("100.00"), usual == 0 ? null : usual);
        order.lines = List.of(new Line("A-1", "Kubek", quantity, Sample.zloty("1.00")));
        assertThat(order.variant(QUANTITY_ANOMALY)).isEqualTo(variant);
    }

    @Test
    void limits_of_quantity_can_be_set() {
        order.articles = catalogue(Sample.zloty("100.00"), 5);
        order.lines = List.of(new Line("A-1", "Kubek", 50, Sample.zloty("1.00")));
        assertThat(order.variant(QUANTITY_ANOMALY, "mostPieces", "50")).isEqualTo("-");
        assertThat(order.variant(QUANTITY_ANOMALY, "mostPieces", "49")).isEqualTo("aboveLimit");
        assertThat(order.variant(QUANTITY_ANOMALY, "timesUsual", "9")).isEqualTo("aboveUsual");
    }

    @Test
    void an_order_of_nothing_is_held() {
        order.lines = List.of();
        assertThat(order.variant(QUANTITY_ANOMALY)).isEqualTo("nothing");
        order.lines = List.of(new Line("A-1", "Kubek", 0, Sample.zloty("1.00")));
        assertThat(order.variant(QUANTITY_ANOMALY)).isEqualTo("notPositive");
    }

    private static Map<String, Article> catalogue(Money price, @Nullable Integer usual) {
        return Map.of("A-1", new Article("A-1", "Kubek", price, usual, null, null, List.of()));
    }
}
