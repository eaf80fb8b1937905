package okienko.ordercontrol.checks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import okienko.shipping.ShippingTables;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** An order nothing is wrong with, and its facts; a test spoils what it is about. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    static final ExchangeRates RATES = new ExchangeRates(
            "226/A/NBP/2026",
            LocalDate.of(2026, 11, 20),
            Map.of("EUR", new BigDecimal("4.2500"), "USD", new BigDecimal("3.6500"), "CZK", new BigDecimal("0.1700")));

    private static final List<DeliveryService> SERVICES = ShippingTables.services();
    private static final List<CourierTerm> TERMS = ShippingTables.terms();

    String channel = "web";
    String currency = "PLN";
    String name = "Anna Nowak";
    String company = "";
    String email = "anna.nowak@example.com";
    String phone = "+48600700800";
    String street = "Solna 4";
    String postalCode = "60-166";
    String city = "Poznań";
    String country = "PL";
    String buyerCountry = "PL";
    String method = "Kurier DPD";
    String service = "DPD_COURIER";
    String point = "";
    boolean invoice;
    boolean toCompany;
    String invoiceCompany = "";
    String taxId = "";
    PaymentForm form = PaymentForm.ONLINE;
    String channelForm = "przelewy24";

    @Nullable
    Money paid = zloty("110.00");

    Instant placedAt = NOW.minusSeconds(600);
    List<Line> lines = new ArrayList<>(List.of(new Line("A-1", "Kubek", 1, zloty("100.00"))));
    Money deliveryCost = zloty("10.00");
    Money discount = zloty("0.00");
    Money total = zloty("110.00");
    String comment = "";

    Recognition buyer = Recognition.NEW;
    List<OtherOrder> others = List.of();
    List<IncomingPayment> received = List.of();

    @Nullable
    Map<String, Article> articles;

    @Nullable
    Map<String, Availability> stock;

    ExchangeRates rates = RATES;
    List<CourierTerm> terms = TERMS;
    Instant now = NOW;
    Instant controlledSince = NOW.minusSeconds(600);
    int revision = 1;

    @Nullable
    Integer releasedRevision;

    static Money zloty(String amount) {
        return Money.of(amount, "PLN");
    }

    /** To an InPost locker instead of the door. */
    Sample toLocker(String code) {
        method = "InPost Paczkomaty 24/7";
        service = "INPOST_LOCKER";
        point = code;
        street = "";
        postalCode = "";
        city = "";
        return this;
    }

    /** Costs that much, in one line. */
    Sample costing(String amount, String code) {
        currency = code;
        Money money = Money.of(amount, code);
        lines = new ArrayList<>(List.of(new Line("A-1", "Kubek", 1, money)));
        deliveryCost = Money.zero(code);
        discount = Money.zero(code);
        total = money;
        if (paid != null) paid = money;
        return this;
    }

    Sample onDelivery() {
        form = PaymentForm.CASH_ON_DELIVERY;
        paid = null;
        return this;
    }

    Order order() {
        PostalAddress address = new PostalAddress(name, company, street, postalCode, city, country);
        PostalAddress billing = new PostalAddress(name, company, "Solna 4", "60-166", "Poznań", buyerCountry);
        if (street.isEmpty() && postalCode.isEmpty())
            billing = new PostalAddress(name, company, "", "", "", buyerCountry);
        return new Order(
                new OrderKey(channel, "1001"),
                "1001",
                placedAt,
                Order.Status.PLACED,
                new Order.Buyer("anna", name, company, email, phone, billing),
                new Order.Delivery(method, service, address, "", point),
                new Order.Invoice(invoice, toCompany, invoiceCompany, taxId, PostalAddress.NONE),
                new Order.Payment(form, channelForm, paid, null),
                lines,
                deliveryCost,
                discount,
                total,
                comment);
    }

    Facts facts() {
        return new Facts(
                now,
                ZoneId.of("Europe/Warsaw"),
                controlledSince,
                buyer,
                others,
                received,
                articles,
                stock,
                rates,
                terms,
                SERVICES,
                revision,
                releasedRevision);
    }

    /** What the check for a reason finds, with parameters as given: name, value, name, value … */
    List<Finding> findings(ReasonCode reason, String... parameters) {
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) given.put(parameters[i], parameters[i + 1]);
        return Checks.of(reason).orElseThrow().examine(order(), facts(), given);
    }

    /** The variant found, or {@code -}. */
    String variant(ReasonCode reason, String... parameters) {
        List<Finding> findings = findings(reason, parameters);
        return findings.isEmpty() ? "-" : findings.getFirst().variant();
    }

    /** The value proposed, or {@code -}. */
    String proposed(ReasonCode reason) {
        return findings(reason).stream()
                .map(finding -> String.valueOf(finding.evidence().getOrDefault("proposed", "-")))
                .findFirst()
                .orElse("-");
    }

    Judgement judged() {
        return Judge.judge(order(), facts(), RuleSet.DEFAULTS);
    }
}
