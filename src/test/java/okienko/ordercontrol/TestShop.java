package okienko.ordercontrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static okienko.ordercontrol.schema.Tables.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.CanonicalJson;
import okienko.orders.Incoming;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import org.jooq.DSLContext;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A shop with a channel of its own that sends orders in and waits for control's answer. */
public final class TestShop {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** An order nothing is wrong with; every test changes what it is about. */
    @SuppressWarnings("InlineFormatString") // an order reads better apart from the code that fills it in
    private static final String CLEAN = """
            {"channel":"%s","externalId":"%s","number":"%s","placedAt":"%s","currency":"PLN",
             "buyer":{"name":"Anna Nowak","email":"anna.%s@example.com","phone":"+48600%s",
                      "address":{"name":"Anna Nowak","street":"Solna 4/2","postalCode":"61-736","city":"Poznań","country":"PL"}},
             "delivery":{"method":"Kurier DPD","service":"DPD_COURIER","phone":"+48600%s",
                      "address":{"name":"Anna Nowak","street":"Solna 4/2","postalCode":"61-736","city":"Poznań","country":"PL"}},
             "payment":{"form":"ONLINE","channelForm":"payu","paid":"129.98"},
             "lines":[{"sku":"K-1","name":"Kubek","quantity":2,"unitPrice":"59.99"}],
             "deliveryCost":"10.00","total":"129.98"}""";

    public final String channel;
    private final Orders orders;
    private final OrderControl control;
    private final DSLContext db;
    private final Clock clock;
    private int last;

    private TestShop(String channel, Orders orders, OrderControl control, DSLContext db, Clock clock) {
        this.channel = channel;
        this.orders = orders;
        this.control = control;
        this.db = db;
        this.clock = clock;
    }

    /** Opens a shop; what is on its shelves is no concern of its tests unless they say so. */
    public static TestShop open(String channel, AutowireCapableBeanFactory office) {
        RuleBook rules = office.getBean(RuleBook.class);
        for (ReasonCode reason : List.of(
                ReasonCode.STOCK_SHORTAGE,
                ReasonCode.UNKNOWN_PRODUCT,
                ReasonCode.PRICE_ANOMALY,
                ReasonCode.PARCEL_TOO_BIG)) {
            rules.set(reason, channel, new Setting(Mode.OFF, Map.of()), "test", false);
        }
        return new TestShop(
                channel,
                office.getBean(Orders.class),
                office.getBean(OrderControl.class),
                office.getBean(DSLContext.class),
                office.getBean(Clock.class));
    }

    public String cleanOrder() {
        String id = Integer.toString(++last);
        String person = Integer.toHexString((channel + "-" + id).hashCode());
        String phone = "%06d".formatted(Math.floorMod((channel + id).hashCode(), 1_000_000));
        return CLEAN.formatted(channel, id, channel + "-" + id, clock.instant(), person, phone, phone);
    }

    /** Sends an order, or a new revision of one, and waits until it is controlled. */
    public ControlledOrder send(String json) {
        OrderId id = deliver(json);
        return settled(id);
    }

    /** Sends without waiting. */
    public OrderId deliver(String json) {
        return deliver(List.of(json)).getFirst();
    }

    public List<OrderId> deliver(List<String> jsons) {
        List<Incoming> incoming = new ArrayList<>();
        for (String json : jsons) {
            byte[] raw = json.getBytes(UTF_8);
            Order order = CanonicalJson.read(CanonicalJson.parse(raw));
            incoming.add(new Incoming(order, orders.keep("test", "canonical", raw), false));
        }
        return orders.receive(incoming).stream().map(receipt -> receipt.id()).toList();
    }

    /** The order once nothing about it is in the queue any more. */
    public ControlledOrder settled(OrderId id) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (db.fetchCount(PENDING, PENDING.ORDER_ID.eq(id.value())) > 0) {
            assertThat(System.nanoTime())
                    .as("order " + id + " is still not controlled")
                    .isLessThan(until);
            pause();
        }
        return now(id);
    }

    public ControlledOrder now(OrderId id) {
        return control.find(id).orElseThrow();
    }

    /** The order once it stands like this. */
    public ControlledOrder becomes(OrderId id, State state) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (now(id).state() != state && System.nanoTime() < until) pause();
        assertThat(now(id).state()).isEqualTo(state);
        return settled(id);
    }

    public List<Reason> open(OrderId id) {
        return control.holds(id).stream()
                .filter(Hold::blocks)
                .map(hold -> hold.finding().reason())
                .toList();
    }

    /** The hold with this reason, the open one where there is one. */
    public Hold hold(OrderId id, Reason reason) {
        return control.holds(id).stream()
                .filter(hold -> hold.finding().reason().equals(reason))
                .findFirst()
                .orElseThrow();
    }

    public List<String> timeline(OrderId id) {
        return orders.timeline(id).stream().map(entry -> entry.kind()).toList();
    }

    public ControlledOrder act(OrderId id, String agent, Action action) {
        Outcome outcome = control.act(id, now(id).version(), agent, action);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).now();
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
