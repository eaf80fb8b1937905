package okienko.ordercontrol.engine;

import static okienko.ordercontrol.schema.Tables.BUYER_KEYS;
import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.customers.Buyer;
import okienko.customers.Customers;
import okienko.customers.Recognition;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.checks.TaxRegisterCheck;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.shipping.DeliveryService;
import okienko.shipping.Shipping;
import okienko.stock.Stock;
import okienko.taxregisters.RegisterAnswer;
import okienko.taxregisters.TaxRegisters;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/** Fetches what the checks may look at besides the orders, for a whole batch at once: never a query an order. */
@Repository
class FactGathering {

    /** How far back another order of the same buyer is looked at: the longest window a duplicate rule can have. */
    private static final Duration RECENT = Duration.ofDays(30);

    /** Other orders of one buyer looked at; who has more is no buyer but a shop's own account. */
    private static final int MOST_OTHERS = 50;

    private final DSLContext db;
    private final Clock clock;
    private final ZoneId zone;
    private final Orders orders;
    private final Customers customers;
    private final Stock stock;
    private final Payments payments;
    private final Shipping shipping;
    private final TaxRegisters taxRegisters;

    FactGathering(
            DSLContext db,
            Clock clock,
            @Value("${okienko.zone:Europe/Warsaw}") ZoneId zone,
            Orders orders,
            Customers customers,
            Stock stock,
            Payments payments,
            Shipping shipping,
            TaxRegisters taxRegisters) {
        this.db = db;
        this.clock = clock;
        this.zone = zone;
        this.orders = orders;
        this.customers = customers;
        this.stock = stock;
        this.payments = payments;
        this.shipping = shipping;
        this.taxRegisters = taxRegisters;
    }

    BatchFacts gather(List<Case> cases) {
        Instant now = clock.instant();
        List<OrderKey> keys = cases.stream().map(on -> on.order().key()).toList();
        List<String> references = cases.stream().map(Case::reference).toList();
        Map<OrderId, Recognition> buyers = recognise(cases);
        Map<OrderKey, List<IncomingPayment>> received = payments.received(keys);
        List<DeliveryService> services = shipping.services();
        shipping.noteUnmapped(methods(cases), services);
        return new BatchFacts(
                now,
                zone,
                buyers,
                customers.cards(references),
                sameBuyers(cases),
                received,
                StockLedger.of(stock, cases),
                rates(cases),
                shipping.terms(),
                services,
                registered(cases));
    }

    /** What the registers say, by order; whom they have not answered for they are asked about. */
    private Map<OrderId, RegisterAnswer> registered(List<Case> cases) {
        Map<String, String> numbers = new HashMap<>();
        for (Case on : cases) {
            TaxRegisterCheck.number(on.order()).ifPresent(number -> numbers.put(on.reference(), number));
        }
        Map<String, RegisterAnswer> answers = taxRegisters.about(numbers);
        Map<OrderId, RegisterAnswer> registered = new HashMap<>();
        for (Case on : cases) {
            String number = numbers.get(on.reference());
            RegisterAnswer answer = number == null ? null : answers.get(number);
            if (answer != null) registered.put(on.id(), answer);
        }
        return registered;
    }

    /** Delivery methods of orders controlled for the first time, as far as the channel's form named no service. */
    private static Map<String, Integer> methods(List<Case> cases) {
        Map<String, Integer> methods = new HashMap<>();
        for (Case on : cases) {
            Order.Delivery delivery = on.order().delivery();
            boolean named = !delivery.service().isBlank() || delivery.method().isBlank();
            if (on.first() && !named) methods.merge(delivery.method(), 1, Integer::sum);
        }
        return methods;
    }

    private Map<OrderId, Recognition> recognise(List<Case> cases) {
        List<Recognition> recognised =
                customers.recognise(cases.stream().map(FactGathering::buyer).toList());
        Map<OrderId, Recognition> buyers = HashMap.newHashMap(cases.size());
        for (int i = 0; i < cases.size(); i++) buyers.put(cases.get(i).id(), recognised.get(i));
        return buyers;
    }

    private static Buyer buyer(Case on) {
        Order order = on.order();
        String company = order.buyer().company().isBlank()
                ? order.invoice().company()
                : order.buyer().company();
        return new Buyer(
                on.reference(),
                order.buyer().name().isBlank()
                        ? order.delivery().address().name()
                        : order.buyer().name(),
                company,
                order.buyer().email(),
                order.buyer().phone().isBlank()
                        ? order.delivery().phone()
                        : order.buyer().phone(),
                order.country(),
                order.invoice().taxId(),
                order.placedAt());
    }

    private Map<LocalDate, ExchangeRates> rates(List<Case> cases) {
        Map<LocalDate, ExchangeRates> rates = new HashMap<>();
        for (Case on : cases) {
            rates.computeIfAbsent(LocalDate.ofInstant(on.order().placedAt(), zone), payments::rates);
        }
        return rates;
    }

    /** By order, the other recent orders that share an e-mail address, a phone, a tax id or an account with it. */
    private Map<OrderId, List<OtherOrder>> sameBuyers(List<Case> cases) {
        Map<String, List<Case>> byKey = new HashMap<>();
        for (Case on : cases) {
            for (String key : Marks.buyerKeys(on.order())) {
                byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(on);
            }
        }
        Map<OrderId, Map<OrderId, State>> others = others(byKey, cases);
        Set<OrderId> wanted = new HashSet<>();
        others.values().forEach(states -> wanted.addAll(states.keySet()));
        Map<OrderId, StoredOrder> known = wanted.isEmpty() ? Map.of() : orders.all(wanted);
        Map<OrderId, List<OtherOrder>> found = new HashMap<>();
        for (Case on : cases) {
            Map<OrderId, State> states = others.get(on.id());
            if (states != null) found.put(on.id(), known(on, states, known));
        }
        return found;
    }

    private Map<OrderId, Map<OrderId, State>> others(Map<String, List<Case>> byKey, List<Case> cases) {
        Instant earliest = cases.stream()
                .map(on -> on.order().placedAt())
                .min(Instant::compareTo)
                .orElseThrow()
                .minus(RECENT);
        Map<OrderId, Map<OrderId, State>> others = new HashMap<>();
        db.select(BUYER_KEYS.KEY, BUYER_KEYS.ORDER_ID, CONTROLLED_ORDERS.STATE)
                .from(BUYER_KEYS)
                .join(CONTROLLED_ORDERS)
                .on(CONTROLLED_ORDERS.ORDER_ID.eq(BUYER_KEYS.ORDER_ID))
                .where(
                        BUYER_KEYS.KEY.eq(DSL.any(byKey.keySet().toArray(String[]::new))),
                        BUYER_KEYS.PLACED_AT.gt(earliest.atOffset(ZoneOffset.UTC)),
                        CONTROLLED_ORDERS.STATE.ne(State.CANCELLED.name()))
                .orderBy(BUYER_KEYS.PLACED_AT.desc(), BUYER_KEYS.ORDER_ID.desc())
                .forEach(row -> {
                    OrderId other = new OrderId(row.value2());
                    State state = State.valueOf(row.value3());
                    for (Case on : byKey.getOrDefault(row.value1(), List.of())) {
                        Map<OrderId, State> found = others.computeIfAbsent(on.id(), _ -> new LinkedHashMap<>());
                        if (!on.id().equals(other) && found.size() < MOST_OTHERS) found.put(other, state);
                    }
                });
        return others;
    }

    private static List<OtherOrder> known(Case on, Map<OrderId, State> states, Map<OrderId, StoredOrder> known) {
        List<OtherOrder> others = new ArrayList<>();
        for (var other : states.entrySet()) {
            StoredOrder stored = known.get(other.getKey());
            if (stored == null || stored.order().status() == Order.Status.CANCELLED) continue;
            Order order = stored.order();
            Map<String, Integer> lines = new HashMap<>();
            // a line without an article number is known by its name
            order.lines()
                    .forEach(line -> lines.merge(
                            line.sku().isBlank() ? line.name() : line.sku(), line.quantity(), Integer::sum));
            others.add(new OtherOrder(
                    order.key(),
                    order.number(),
                    order.placedAt(),
                    lines,
                    order.total().toString(),
                    other.getValue() == State.RELEASED || placedBefore(stored, on)));
        }
        return others;
    }

    /** What was placed at the same moment goes in the order it came in. */
    private static boolean placedBefore(StoredOrder other, Case on) {
        int earlier = other.order().placedAt().compareTo(on.order().placedAt());
        return earlier < 0 || (earlier == 0 && other.id().value() < on.id().value());
    }
}
