package okienko.ordercontrol.backtest;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import okienko.customers.Customer;
import okienko.customers.Recognition;
import okienko.demo.DemoOrders;
import okienko.ordercontrol.Facts;
import okienko.orders.Order;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import okienko.shipping.ShippingTables;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;

/** A made-up shop's orders of some days with the facts control saw of each: for replays without an office. */
final class PastOrders {

    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private static final List<CourierTerm> TERMS = ShippingTables.terms();
    private static final List<DeliveryService> SERVICES = ShippingTables.services();

    private final Random random;
    private final Map<LocalDate, ExchangeRates> rates = new HashMap<>();

    PastOrders(long seed) {
        this.random = new Random(seed);
    }

    /** One order and what was known when it was controlled for the first time. */
    record Past(Order order, Facts facts) {

        Past placed(Instant when) {
            Facts then = new Facts(
                    when,
                    facts.zone(),
                    when,
                    facts.buyer(),
                    facts.sameBuyer(),
                    facts.received(),
                    facts.articles(),
                    facts.availability(),
                    facts.rates(),
                    facts.courierTerms(),
                    facts.deliveryServices(),
                    facts.revision(),
                    facts.releasedRevision());
            return new Past(with(when, order.delivery(), order.payment()), then);
        }

        /** No money, by the channel's word or otherwise. */
        Past unpaid() {
            Order.Payment none =
                    new Order.Payment(order.payment().form(), order.payment().channelForm(), null, null);
            return new Past(with(order.placedAt(), order.delivery(), none), received(facts, List.of()));
        }

        /** All the money, and a look then. */
        Past paid(Instant when) {
            return new Past(
                    order, received(facts.at(when), List.of(new IncomingPayment(order.total(), when, "payu", "p-1"))));
        }

        Past withPostalCode(String code) {
            PostalAddress to = order.delivery().address();
            PostalAddress other =
                    new PostalAddress(to.name(), to.company(), to.street(), code, to.city(), to.country());
            Order.Delivery delivery = new Order.Delivery(
                    order.delivery().method(),
                    order.delivery().service(),
                    other,
                    order.delivery().phone(),
                    order.delivery().pickupPoint());
            return new Past(with(order.placedAt(), delivery, order.payment()), facts);
        }

        private Order with(Instant placedAt, Order.Delivery delivery, Order.Payment payment) {
            return new Order(
                    order.key(),
                    order.number(),
                    placedAt,
                    order.status(),
                    order.buyer(),
                    delivery,
                    order.invoice(),
                    payment,
                    order.lines(),
                    order.deliveryCost(),
                    order.discount(),
                    order.total(),
                    order.comment());
        }
    }

    private static Facts received(Facts facts, List<IncomingPayment> received) {
        return new Facts(
                facts.now(),
                facts.zone(),
                facts.controlledSince(),
                facts.buyer(),
                facts.sameBuyer(),
                received,
                facts.articles(),
                facts.availability(),
                facts.rates(),
                facts.courierTerms(),
                facts.deliveryServices(),
                facts.revision(),
                facts.releasedRevision());
    }

    Stream<Past> until(Instant now, int count, Duration days) {
        return new DemoOrders(random.nextLong(1_000_000_000L))
                .day(count, now, days)
                .map(demo -> new Past(demo.order(), facts(demo.order())));
    }

    private Facts facts(Order order) {
        Map<String, Article> articles = new HashMap<>();
        Map<String, Availability> availability = new HashMap<>();
        for (Order.Line line : order.lines()) {
            int usual = random.nextInt(2, 6);
            articles.put(
                    line.sku(),
                    new Article(
                            line.sku(),
                            line.name(),
                            line.unitPrice(),
                            usual,
                            random.nextInt(100, 2_000),
                            new Article.Size(300, 200, 100),
                            List.of()));
            availability.put(line.sku(), new Availability(random.nextInt(30, 200), random.nextInt(20), 0, null));
        }
        Instant controlled = order.placedAt().plusSeconds(2);
        Money paid = order.payment().paid();
        return new Facts(
                controlled,
                WARSAW,
                controlled.minusSeconds(1),
                random.nextInt(4) == 0 ? new Recognition(regular(order), List.of()) : Recognition.NEW,
                List.of(),
                paid != null && random.nextBoolean()
                        ? List.of(new IncomingPayment(paid, controlled, "payu", "p" + random.nextInt()))
                        : List.of(),
                articles,
                availability,
                rates.computeIfAbsent(LocalDate.ofInstant(order.placedAt(), WARSAW), PastOrders::rates),
                TERMS,
                SERVICES,
                1,
                null);
    }

    private Customer regular(Order order) {
        return new Customer(
                "c-" + random.nextInt(10_000),
                order.buyer().name(),
                order.buyer().company(),
                order.buyer().email(),
                order.buyer().phone(),
                "",
                random.nextInt(12),
                random.nextInt(100) == 0 ? 3 : 0,
                List.of());
    }

    private static ExchangeRates rates(LocalDate day) {
        return new ExchangeRates(
                "A/" + day,
                day,
                Map.of(
                        "EUR",
                        new BigDecimal("4.2512"),
                        "CZK",
                        new BigDecimal("0.1743"),
                        "BGN",
                        new BigDecimal("2.1735"),
                        "USD",
                        new BigDecimal("3.6611")));
    }
}
