package okienko.demo;

import static okienko.demo.schema.Tables.SEQUELS;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import okienko.database.RowSet;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.orders.CanonicalJson;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.shops.DemoDeliveries;
import okienko.vocabulary.PostalAddress;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What customers of the demo shop do after they have ordered, when its time has come. */
@Component
class Sequels {

    /** Done in one go; the next go is a second later. */
    private static final int AT_ONCE = 50;

    private static final Duration LONGEST = Duration.ofMinutes(12);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    /** Whoever changes their mind waits until the order is released, but not for ever. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final DSLContext db;
    private final Clock clock;
    private final Orders orders;
    private final ControlledOrders controlled;
    private final Payments payments;
    private final DemoDeliveries deliveries;

    Sequels(
            DSLContext db,
            Clock clock,
            Orders orders,
            ControlledOrders controlled,
            Payments payments,
            DemoDeliveries deliveries) {
        this.db = db;
        this.clock = clock;
        this.orders = orders;
        this.controlled = controlled;
        this.payments = payments;
        this.deliveries = deliveries;
    }

    private record Due(long id, OrderKey order, Sequel kind, Instant since) {}

    /** Notes what is to follow: minutes after the order, different for everybody. */
    @Transactional
    public void await(List<DemoOrders.Demo> made) {
        record Plan(Order order, Sequel sequel) {}
        List<Plan> plans = made.stream()
                .flatMap(demo ->
                        Optional.ofNullable(demo.sequel()).map(sequel -> new Plan(demo.order(), sequel)).stream())
                .toList();
        if (plans.isEmpty()) return;
        var rows = RowSet.of(plans)
                .column(SEQUELS.CHANNEL, plan -> plan.order().key().channel())
                .column(SEQUELS.EXTERNAL_ID, plan -> plan.order().key().externalId())
                .column(SEQUELS.KIND, plan -> plan.sequel().name())
                .column(SEQUELS.DUE_AT, plan -> due(plan.order()));
        db.insertInto(SEQUELS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .execute();
    }

    private static OffsetDateTime due(Order order) {
        long spread = LONGEST.minus(SHORTEST).toSeconds();
        long wait = Math.floorMod(order.key().externalId().hashCode() * 31L, spread);
        return utc(order.placedAt().plus(SHORTEST).plusSeconds(wait));
    }

    /** Lets happen what is due. */
    @Transactional
    public void happen() {
        Instant now = clock.instant();
        List<Due> due = db.selectFrom(SEQUELS)
                .where(SEQUELS.DUE_AT.le(utc(now)))
                .orderBy(SEQUELS.DUE_AT)
                .limit(AT_ONCE)
                .forUpdate()
                .skipLocked()
                .fetch(Sequels::due);
        for (Due each : due) {
            boolean done = switch (each.kind()) {
                case PAYS -> pay(each.order(), now);
                case CHANGES_MIND ->
                    changeMind(each.order()) || each.since().plus(PATIENCE).isBefore(now);
            };
            if (done) db.deleteFrom(SEQUELS).where(SEQUELS.ID.eq(each.id())).execute();
        }
    }

    private boolean pay(OrderKey key, Instant now) {
        orders.find(key)
                .ifPresent(stored -> payments.book(
                        key,
                        new IncomingPayment(
                                stored.order().total(), now, "demo", key.channel() + ":" + key.externalId()),
                        "demo"));
        return true;
    }

    private boolean changeMind(OrderKey key) {
        Optional<ControlledOrder> standing = controlled.find(key);
        boolean released = standing.isPresent() && standing.get().state() == ControlledOrder.State.RELEASED;
        if (!released) return false;
        orders.find(key)
                .map(StoredOrder::order)
                .map(Sequels::toAnotherFlat)
                .ifPresent(changed ->
                        deliveries.take(List.of(CanonicalJson.write(changed).getBytes(StandardCharsets.UTF_8))));
        return true;
    }

    /** The same order to be brought to another flat in the same house. */
    static Order toAnotherFlat(Order order) {
        PostalAddress address = order.delivery().address();
        int flat = 1 + Math.floorMod(order.number().hashCode(), 60);
        String house = address.street().replaceFirst("/\\d+$", "");
        String street = house + "/" + flat;
        var there = new PostalAddress(
                address.name(),
                address.company(),
                street.equals(address.street()) ? house : street,
                address.postalCode(),
                address.city(),
                address.country());
        Order.Delivery delivery = order.delivery();
        return new Order(
                order.key(),
                order.number(),
                order.placedAt(),
                order.status(),
                order.buyer(),
                new Order.Delivery(
                        delivery.method(), delivery.service(), there, delivery.phone(), delivery.pickupPoint()),
                order.invoice(),
                order.payment(),
                order.lines(),
                order.deliveryCost(),
                order.discount(),
                order.total(),
                order.comment());
    }

    /** Nothing is to follow any more. */
    @Transactional
    public void forget() {
        db.deleteFrom(SEQUELS).execute();
    }

    private static Due due(Record row) {
        return new Due(
                row.get(SEQUELS.ID),
                new OrderKey(row.get(SEQUELS.CHANNEL), row.get(SEQUELS.EXTERNAL_ID)),
                Sequel.valueOf(row.get(SEQUELS.KIND)),
                row.get(SEQUELS.DUE_AT).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
