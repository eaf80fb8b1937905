package okienko.ordercontrol.checks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.taxregisters.Register;
import okienko.taxregisters.RegisterAnswer;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Orders and facts of a shop in which much is wrong, so that every check has something to find. */
final class RandomSituations {

    private static final List<String> SKUS = List.of("A-1", "A-2", "A-3", "");

    private final Random random;

    RandomSituations(Random random) {
        this.random = random;
    }

    Order order() {
        Sample sample = new Sample();
        sample.currency = pick("PLN", "PLN", "EUR", "CZK", "JPY");
        sample.lines = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            sample.lines.add(
                    new Line(pick(SKUS), "Kubek", pick(1, 2, 25, 0), money(sample.currency, pick(100, 9_000, 90_000))));
        }
        sample.deliveryCost = money(sample.currency, 1_000);
        sample.discount = money(sample.currency, 0);
        sample.total = money(sample.currency, pick(11_000, 110_000, 1_800_000, 7_000_000));
        sample.paid = random.nextBoolean() ? null : sample.total;
        sample.form = pick(PaymentForm.values());
        sample.phone = pick("+48600700800", "123", "+48616001234", "");
        sample.postalCode = pick("60-166", "6016", "00-950");
        sample.country = pick("PL", "PL", "DE", "XX");
        sample.street = pick("Solna 4", "Solna", "");
        sample.taxId = pick("", "", "5260001246", "123");
        sample.invoice = random.nextBoolean();
        sample.toCompany = random.nextBoolean();
        sample.name = pick("Anna Nowak", "asdf", "A");
        sample.email = pick("anna@example.com", "anna@gmial.com");
        sample.comment = pick("", "please ship fast", "wrong size, change to XL");
        sample.method = pick("Kurier DPD", "InPost Paczkomaty 24/7", "Gołąb");
        sample.service = pick("DPD_COURIER", "INPOST_LOCKER", "");
        sample.point = pick("", "POZ08A", "??");
        return sample.order();
    }

    /** Facts about an order; those of two calls differ in every part. */
    Facts facts(Order order) {
        Sample sample = new Sample();
        sample.buyer = pick(Recognition.NEW, new Recognition(customer(), List.of()), likely());
        sample.others = others(order);
        for (int i = random.nextInt(3); i > 0; i--) received(sample, order);
        sample.articles = random.nextInt(4) == 0 ? null : articles();
        sample.stock = random.nextInt(4) == 0 ? null : levels();
        sample.rates = pick(Sample.RATES, ExchangeRates.NONE, otherRates());
        Facts shop = sample.facts();
        boolean whole = random.nextInt(3) > 0;
        return new Facts(
                Sample.NOW.plus(Duration.ofHours(random.nextInt(2_000))),
                shop.zone(),
                shop.controlledSince(),
                shop.buyer(),
                shop.sameBuyer(),
                shop.received(),
                shop.articles(),
                shop.availability(),
                shop.rates(),
                whole ? shop.courierTerms() : List.of(),
                whole ? shop.deliveryServices() : shop.deliveryServices().subList(0, 1),
                1,
                null,
                registered(order));
    }

    /** Facts with what comes from one source exchanged. */
    static Facts exchanged(Facts facts, Facts others, Source source) {
        return new Facts(
                source == Source.TIME ? others.now() : facts.now(),
                facts.zone(),
                facts.controlledSince(),
                source == Source.CUSTOMER ? others.buyer() : facts.buyer(),
                source == Source.OTHER_ORDERS ? others.sameBuyer() : facts.sameBuyer(),
                source == Source.PAYMENT ? others.received() : facts.received(),
                source == Source.STOCK ? others.articles() : facts.articles(),
                source == Source.STOCK ? others.availability() : facts.availability(),
                source == Source.RATES ? others.rates() : facts.rates(),
                source == Source.SHIPPING ? others.courierTerms() : facts.courierTerms(),
                source == Source.SHIPPING ? others.deliveryServices() : facts.deliveryServices(),
                facts.revision(),
                facts.releasedRevision(),
                source == Source.TAX_REGISTER ? others.taxRegister() : facts.taxRegister());
    }

    private @Nullable RegisterAnswer registered(Order order) {
        if (order.invoice().taxId().isBlank() || random.nextInt(3) == 0) return null;
        RegisterAnswer.Standing standing = pick(RegisterAnswer.Standing.values());
        LocalDate day = standing == RegisterAnswer.Standing.UNKNOWN ? null : LocalDate.of(2026, 11, 23);
        return new RegisterAnswer(pick(Register.values()), "PL5260001246", standing, day, "", "w-" + random.nextInt());
    }

    private List<OtherOrder> others(Order order) {
        List<OtherOrder> others = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            others.add(new OtherOrder(
                    new OrderKey("web", pick("0999", "1002", "1003")),
                    "900" + i,
                    order.placedAt().minus(Duration.ofHours(random.nextInt(80))),
                    random.nextBoolean() ? CustomerChecks.lines(order.lines()) : Map.of("A-1", 1),
                    pick("100.00 PLN", "14000.00 PLN", "90.00 EUR"),
                    random.nextBoolean()));
        }
        return others;
    }

    private void received(Sample sample, Order order) {
        List<IncomingPayment> received = new ArrayList<>(sample.received);
        Money amount = pick(order.total(), money(order.currency(), 500), money("EUR", 2_000));
        received.add(new IncomingPayment(amount, Sample.NOW, "bank", "t-" + received.size()));
        sample.received = received;
    }

    private Customer customer() {
        List<CustomerFlag> flags = random.nextBoolean()
                ? List.of()
                : List.of(new CustomerFlag(
                        pick(CustomerFlag.Kind.values()),
                        "",
                        random.nextBoolean() ? null : LocalDate.of(2026, 12, 1 + random.nextInt(28))));
        return new Customer("c-1", "Anna", "", "", "", "", random.nextInt(4), random.nextInt(4), flags);
    }

    private Recognition likely() {
        return new Recognition(
                null, List.of(new Recognition.Candidate(customer(), List.of("name", "phone"), List.of("email"))));
    }

    private Map<String, Article> articles() {
        Map<String, Article> articles = new HashMap<>();
        for (String sku : List.of("A-1", "A-2", "A-3")) {
            if (random.nextInt(4) == 0) continue;
            articles.put(
                    sku,
                    new Article(
                            sku,
                            "Kubek",
                            money(pick("PLN", "EUR"), 20_000),
                            pick(1, 2),
                            pick(300, 40_000),
                            random.nextBoolean() ? null : new Article.Size(900, 700, 100),
                            List.of()));
        }
        return articles;
    }

    private Map<String, Availability> levels() {
        Map<String, Availability> levels = new HashMap<>();
        for (String sku : List.of("A-1", "A-2", "A-3")) {
            LocalDate due =
                    random.nextBoolean() ? null : LocalDate.of(2026, 11, 23).plusDays(random.nextInt(60));
            levels.put(sku, new Availability(random.nextInt(4), random.nextInt(2), due == null ? 0 : 30, due));
        }
        return levels;
    }

    private static ExchangeRates otherRates() {
        return new ExchangeRates(
                "227/A/NBP/2026",
                LocalDate.of(2026, 11, 23),
                Map.of(
                        "EUR",
                        new BigDecimal("2.1000"),
                        "USD",
                        new BigDecimal("9.0000"),
                        "CZK",
                        new BigDecimal("1.5000")));
    }

    private static Money money(String currency, long minor) {
        return new Money(minor, currency);
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
