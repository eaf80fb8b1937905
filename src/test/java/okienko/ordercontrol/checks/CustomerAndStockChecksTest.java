package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.CHANGED_AFTER_RELEASE;
import static okienko.ordercontrol.ReasonCode.CUSTOMER_FLAGGED;
import static okienko.ordercontrol.ReasonCode.DUPLICATE_CUSTOMER;
import static okienko.ordercontrol.ReasonCode.DUPLICATE_ORDER;
import static okienko.ordercontrol.ReasonCode.FOREIGN_ORDER;
import static okienko.ordercontrol.ReasonCode.NEW_CUSTOMER_HIGH_VALUE;
import static okienko.ordercontrol.ReasonCode.PARCEL_TOO_BIG;
import static okienko.ordercontrol.ReasonCode.STOCK_SHORTAGE;
import static okienko.ordercontrol.ReasonCode.UNKNOWN_PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.Finding;
import okienko.orders.Order.Line;
import okienko.orders.OrderKey;
import okienko.stock.Article;
import okienko.stock.Availability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CustomerAndStockChecksTest {

    private final Sample order = new Sample();

    @ParameterizedTest
    @CsvSource({"86400, 1, true, sameLines", "86401, 1, true, -", "60, 2, true, -", "60, 1, false, -"})
    void the_same_lines_within_a_day_are_a_double_order(
            long secondsBefore, int quantity, boolean first, String variant) {
        order.others = List.of(new OtherOrder(
                new OrderKey("allegro", "7"),
                "7",
                order.placedAt.minusSeconds(secondsBefore),
                Map.of("A-1", quantity),
                "110.00 PLN",
                first));
        assertThat(order.variant(DUPLICATE_ORDER)).isEqualTo(variant);
        assertThat(order.variant(DUPLICATE_ORDER, "within", "PT1S")).isEqualTo("-");
    }

    @Test
    void a_buyer_who_may_be_known_is_shown_with_what_agrees() {
        order.buyer = new Recognition(
                null, List.of(new Recognition.Candidate(customer(0, 0), List.of("phone"), List.of("name"))));
        Finding finding = order.findings(DUPLICATE_CUSTOMER).getFirst();
        assertThat(finding.evidence())
                .containsEntry("agreeing", List.of("phone"))
                .containsEntry("reference", "K-1");
        assertThat(order.variant(DUPLICATE_CUSTOMER, "agreeing", "2")).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({"1, '', -", "2, '', refused", "0, BLOCKED, flags", "2, OPEN_DISPUTE, both"})
    void flags_and_refused_parcels_hold(int refused, String flag, String variant) {
        CustomerFlag[] flags = flag.isEmpty()
                ? new CustomerFlag[0]
                : new CustomerFlag[] {new CustomerFlag(CustomerFlag.Kind.valueOf(flag), "", null)};
        order.buyer = new Recognition(customer(3, refused, flags), List.of());
        assertThat(order.variant(CUSTOMER_FLAGGED)).isEqualTo(variant);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22, -", "2026-11-23, flags"})
    void a_flag_holds_through_its_last_day(LocalDate until, String variant) {
        CustomerFlag flag = new CustomerFlag(CustomerFlag.Kind.OVERDUE_DEBT, "FV 7", until);
        order.buyer = new Recognition(customer(3, 0, flag), List.of());
        assertThat(order.variant(CUSTOMER_FLAGGED)).isEqualTo(variant);
    }

    @ParameterizedTest
    @CsvSource({"2000.00, 0, -", "2000.01, 0, above", "2000.01, 1, -"})
    void a_first_expensive_order_on_delivery_is_confirmed(String total, int earlier, String variant) {
        order.costing(total, "PLN").onDelivery().buyer = new Recognition(customer(earlier, 0), List.of());
        assertThat(order.variant(NEW_CUSTOMER_HIGH_VALUE)).isEqualTo(variant);
    }

    @ParameterizedTest
    @CsvSource({"PL, PL, -", "CZ, PL, delivery", "PL, DE, billing"})
    void an_order_from_abroad_is_told_from_one_at_home(String delivery, String billing, String variant) {
        order.country = delivery;
        order.buyerCountry = billing;
        assertThat(order.variant(FOREIGN_ORDER)).isEqualTo(variant);
        assertThat(order.variant(FOREIGN_ORDER, "home", "PL, CZ, DE")).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({"1, 1, -", "2, 1, changed", "2, , -"})
    void a_revision_the_warehouse_does_not_have_is_held(int revision, @Nullable Integer released, String variant) {
        order.revision = revision;
        order.releasedRevision = released;
        assertThat(order.variant(CHANGED_AFTER_RELEASE)).isEqualTo(variant);
    }

    @Test
    void missing_stock_says_how_much_and_what_instead() {
        order.articles = Map.of("A-1", new Article("A-1", "Kubek", null, null, null, null, List.of("A-2")));
        order.lines =
                List.of(new Line("A-1", "Kubek", 3, Sample.zloty("1")), new Line("A-1", "Kubek", 2, Sample.zloty("1")));
        order.stock = Map.of("A-1", new Availability(5, 1, 0, null));
        List<Finding> findings = order.findings(STOCK_SHORTAGE);
        assertThat(findings).hasSize(1);
        assertThat(findings.getFirst().fields()).containsExactly("lines[1].quantity");
        assertThat(findings.getFirst().evidence())
                .containsEntry("missing", 1)
                .containsEntry("alternatives", List.of("A-2"));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-25, 1, due", "2026-11-26, 1, dueLater", "2026-11-24, 0, dueLater"})
    void a_delivery_due_within_two_days_is_awaited(LocalDate dueOn, int dueQuantity, String variant) {
        order.stock = Map.of("A-1", new Availability(0, 0, dueQuantity, dueOn));
        Finding finding = order.findings(STOCK_SHORTAGE).getFirst();
        assertThat(finding.variant()).isEqualTo(variant);
        if (variant.equals("due")) assertThat(finding.clearsBy()).isEqualTo(Instant.parse("2026-11-25T23:00:00Z"));
        assertThat(order.variant(STOCK_SHORTAGE, "waitUpTo", "PT0S")).isEqualTo("dueLater");
    }

    @Test
    void an_unknown_product_is_found_only_with_a_catalogue() {
        assertThat(order.variant(UNKNOWN_PRODUCT)).isEqualTo("-");
        order.articles = Map.of();
        assertThat(order.variant(UNKNOWN_PRODUCT)).isEqualTo("notInCatalogue");
    }

    @ParameterizedTest
    @CsvSource({"25000, 640, 410, 380, -", "25001, 640, 410, 380, tooHeavy", "100, 641, 1, 1, tooLarge"})
    void a_parcel_fits_the_locker(int grams, int length, int width, int height, String variant) {
        order.toLocker("POZ08A").articles = Map.of(
                "A-1",
                new Article(
                        "A-1",
                        "Kubek",
                        null,
                        null,
                        grams,
                        new Article.Size(/* length= */ height, /* width= */ length, /* height= */ width),
                        List.of()));
        assertThat(order.variant(PARCEL_TOO_BIG)).isEqualTo(variant);
    }

    private static Customer customer(int earlier, int refused, CustomerFlag... flags) {
        return new Customer(
                "K-1", "Anna Nowak", "", "a@example.com", "600700800", "", earlier, refused, List.of(flags));
    }
}
