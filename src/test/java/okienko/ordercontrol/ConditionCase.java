package okienko.ordercontrol;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.conditions.Answer;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.terms.Situation;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.ShippingTables;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** An ordinary order of Anna Nowak and what is known of it; a test changes what its condition is about. */
final class ConditionCase {

    static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    static final ExchangeRates RATES = new ExchangeRates(
            "228/A/NBP/2026",
            LocalDate.of(2026, 11, 24),
            Map.of("EUR", new BigDecimal("4.2500"), "CZK", new BigDecimal("0.1700")));

    String channel = "allegro";
    String taxId = "";
    String company = "";
    String comment = "";
    String city = "Poznań";
    String postalCode = "61-736";
    String country = "PL";
    String service = "DPD_COURIER";
    PaymentForm form = PaymentForm.ONLINE;
    Instant placedAt = NOW.minusSeconds(3600);
    Money total = Money.of("129.98", "PLN");

    @Nullable
    Money paid;

    List<Line> lines = new ArrayList<>(List.of(new Line("K-1", "Kubek", 2, Money.of("59.99", "PLN"))));
    Recognition buyer = Recognition.NEW;
    List<OtherOrder> others = List.of();
    List<IncomingPayment> received = List.of();

    @Nullable
    Map<String, Article> articles;

    @Nullable
    Map<String, Availability> stock;

    ExchangeRates rates = RATES;
    Instant now = NOW;

    /** Costs that much. */
    ConditionCase costing(String amount, String currency) {
        total = Money.of(amount, currency);
        return this;
    }

    Order order() {
        PostalAddress address = new PostalAddress("Anna Nowak", "", "Solna 4/2", postalCode, city, country);
        return new Order(
                new OrderKey(channel, "1001"),
                "1001",
                placedAt,
                Order.Status.PLACED,
                new Order.Buyer("anna", "Anna Nowak", company, "anna@example.com", "+48600700800", address),
                new Order.Delivery("Kurier DPD", service, address, "+48600700800", ""),
                new Order.Invoice(!taxId.isEmpty(), !company.isEmpty(), company, taxId, PostalAddress.NONE),
                new Order.Payment(form, "payu", paid, null),
                lines,
                Money.of("10.00", "PLN"),
                Money.of("0.00", "PLN"),
                total,
                comment);
    }

    Facts facts() {
        return new Facts(
                now,
                ZoneId.of("Europe/Warsaw"),
                placedAt,
                buyer,
                others,
                received,
                articles,
                stock,
                rates,
                ShippingTables.terms(),
                ShippingTables.services(),
                1,
                null);
    }

    Situation situation() {
        return Situation.of(order(), facts());
    }

    /** What a condition says of it: {@code true}, {@code false}, {@code needs […]} or {@code failed …}. */
    String says(String condition) {
        return told(Conditions.read(condition).evaluate(situation()));
    }

    static String told(Answer answer) {
        return switch (answer) {
            case Answer.True() -> "true";
            case Answer.False() -> "false";
            case Answer.Unknown(var needs) ->
                "needs " + needs.stream().map(Object::toString).sorted().toList();
            case Answer.Failed(var kind, var place) -> "failed " + kind + " at " + place.offset();
        };
    }
}
