package okienko.demo;

import static okienko.shops.schema.Tables.UNREADABLE_PAYLOADS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import okienko.OfficeTest;
import okienko.World;
import okienko.customers.CardSummary;
import okienko.customers.CustomerFlag;
import okienko.customers.Customers;
import okienko.demo.DemoOrders.Demo;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.OrderFilter;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.TestShop;
import okienko.orders.CanonicalJson;
import okienko.orders.Orders;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.shops.imports.Unreadables;
import okienko.stock.Stock;
import okienko.vocabulary.Money;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** The demo shop goes and leaves no row behind, however much was done with it, and no row of a real shop goes with it. */
@OfficeTest
class DemoRemovalTest {

    /** What is written down for good: who did what, and how the checks were set. */
    private static final Set<String> HISTORY = Set.of("access.audit_entries", "ordercontrol.rule_versions");

    @Autowired
    Orders orders;

    @Autowired
    OrderControl control;

    @Autowired
    ControlledOrders controlled;

    @Autowired
    Payments payments;

    @Autowired
    Customers customers;

    @Autowired
    Stock stock;

    @Autowired
    WorkItems work;

    @Autowired
    Unreadables unreadables;

    @Autowired
    DSLContext db;

    @Autowired
    Clock clock;

    @Autowired
    World world;

    @Autowired
    AutowireCapableBeanFactory office;

    @Test
    void itIsRemovedInOneStepAndNothingOfARealShopIs() {
        var day = new DemoDay(office);
        TestShop real = TestShop.open(world.channel(), office);
        ControlledOrder own = heldInARealShop(real);
        day.quiet();
        Map<String, Integer> before = counts();
        List<Object> ours = ours(own);
        day.pour(day.faulty());
        day.sequels();
        peopleWork(day);
        day.quiet();
        assertThat(counts()).isNotEqualTo(before);
        assertThat(ours(own)).isEqualTo(ours);

        day.remove();
        assertThat(counts()).isEqualTo(before);
        assertThat(ours(own)).isEqualTo(ours);
        assertThat(orders.countDemo()).isZero();
    }

    /** An order that is held, paid in part, and whose buyer is blocked. */
    private ControlledOrder heldInARealShop(TestShop real) {
        ControlledOrder own = real.send(real.cleanOrder().replace("example.com", "gmial.com"));
        payments.book(own.key(), money("1.00"), "marek");
        customers.flag(card(own).id(), new CustomerFlag(CustomerFlag.Kind.BLOCKED, "", null), "marek");
        return real.settled(own.id());
    }

    /** Consultants do with some of the orders whatever they do with orders. */
    private void peopleWork(DemoDay day) {
        List<ControlledOrder> held = controlled
                .list(
                        new OrderFilter(
                                Set.of(ControlledOrder.State.HELD),
                                Set.of(),
                                Set.of(),
                                Set.of(),
                                null,
                                null,
                                null,
                                null,
                                "",
                                true),
                        OrderFilter.Sort.OLDEST,
                        null,
                        20)
                .orders();
        act(held.get(0), new Action.Release("Customer called"));
        act(held.get(1), new Action.Cancel("Customer called"));
        act(held.get(2), new Action.HandToQueue("payments", "look at this"));
        act(held.get(3), new Action.Edit(Map.of("comment", "", "buyer.email", world.unique("anna") + "@example.com")));
        Hold hold = control.holds(held.get(4).id()).getFirst();
        act(held.get(4), new Action.Resolve(hold.id(), "fine"));
        payments.book(held.get(5).key(), money("12.00"), "ola");
        customers.flag(card(held.get(6)).id(), new CustomerFlag(CustomerFlag.Kind.OPEN_DISPUTE, "", null), "ola");
        customers.refusedParcels(card(held.get(7)).id(), 3);
        WorkItem item =
                work.find(WorkItem.HELD_ORDER, held.get(8).id().toString()).orElseThrow();
        work.claim(item.id(), "ola");
        work.takeOver(item.id(), "marek", "Ola is ill");
        mendAnUnreadableOne(day);
    }

    private void mendAnUnreadableOne(DemoDay day) {
        Demo meant = day.faulty().stream()
                .filter(demo -> demo.fault() == ReasonCode.UNREADABLE)
                .findFirst()
                .orElseThrow();
        Long kept = db.select(UNREADABLE_PAYLOADS.ID)
                .from(UNREADABLE_PAYLOADS)
                .where(UNREADABLE_PAYLOADS.SOURCE.eq("demo"))
                .limit(1)
                .fetchSingle()
                .value1();
        unreadables.retry(kept, CanonicalJson.write(meant.order()), "ola");
        assertThat(orders.find(meant.order().key()).orElseThrow().demo())
                .as("mended, it is the demo shop's still")
                .isTrue();
    }

    private void act(ControlledOrder order, Action action) {
        control.act(order.id(), controlled.find(order.id()).orElseThrow().version(), "ola", action);
    }

    /** Everything the office says about the real shop's order. */
    private List<Object> ours(ControlledOrder own) {
        return List.of(
                controlled.find(own.id()),
                control.holds(own.id()),
                orders.history(own.id()),
                orders.timeline(own.id()),
                payments.received(List.of(own.key())),
                stock.reserved(List.of(reference(own))),
                card(own).customer(),
                work.find(WorkItem.HELD_ORDER, own.id().toString()));
    }

    private CardSummary card(ControlledOrder order) {
        return customers.card(reference(order)).orElseThrow();
    }

    private static String reference(ControlledOrder order) {
        return order.key().channel() + ":" + order.key().externalId();
    }

    private IncomingPayment money(String amount) {
        return new IncomingPayment(Money.of(amount, "PLN"), clock.instant(), "bank", world.unique("movement"));
    }

    /** Rows of every table there is, but for what is history. */
    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        db.fetch("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')
                        """).getValues(0, String.class).stream()
                .filter(table -> !HISTORY.contains(table))
                .forEach(table -> counts.put(table, db.fetchCount(org.jooq.impl.DSL.table(table))));
        return counts;
    }
}
