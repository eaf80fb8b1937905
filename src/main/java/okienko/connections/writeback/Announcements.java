package okienko.connections.writeback;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.connections.WriteBack.Kind;
import okienko.connections.WriteBack.Standing;
import okienko.connections.writeback.Outbox.Draft;
import okienko.ordercontrol.ControlEvent;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Reason;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.Revisions;
import okienko.orders.StoredOrder;
import okienko.ui.Words;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What a shop is told, and when: decisions as soon as they are made, in their transaction, parcels when the warehouse's people
 * or programs say so. Only what somebody ticked for the connection and the platform can take.
 */
@Component
public class Announcements {

    /** The shop's people read it, not the office's: the first language of the office. */
    private static final Words POLISH = Words.in(Locale.forLanguageTag("pl"));

    private final Connections connections;
    private final Outbox outbox;
    private final Orders orders;
    private final ControlledOrders controlled;

    Announcements(Connections connections, Outbox outbox, Orders orders, ControlledOrders controlled) {
        this.connections = connections;
        this.outbox = outbox;
        this.orders = orders;
        this.controlled = controlled;
    }

    @EventListener
    void on(ControlEvent.Held event) {
        Map<OrderId, ControlledOrder> standing = controlled.all(event.orders());
        tell(event.orders(), (connection, order) -> {
            ControlledOrder held = standing.get(order.id());
            String reasons = held == null
                    ? ""
                    : held.reasons().stream().map(Announcements::label).collect(Collectors.joining(", "));
            String what = order.revision() + ":" + reasons;
            write(connection, order, Kind.NOTE, "held:" + what, POLISH.say("connections.note.held", reasons));
            write(connection, order, Kind.STATE, "held:" + what, Standing.HELD.name());
        });
    }

    @EventListener
    void on(ControlEvent.Released event) {
        tell(event.orders(), (connection, order) -> {
            write(connection, order, Kind.NOTE, "released", POLISH.say("connections.note.released"));
            write(connection, order, Kind.STATE, "released", Standing.RELEASED.name());
        });
    }

    /** What the shop cancelled itself it need not be told. */
    @EventListener
    void on(ControlEvent.Cancelled event) {
        tell(event.orders(), (connection, order) -> {
            List<Revisions.Past> past = orders.history(order.id());
            boolean ours = !past.isEmpty() && past.getFirst().author() != null;
            if (ours)
                write(connection, order, Kind.CANCELLATION, "cancelled", POLISH.say("connections.note.cancelled"));
        });
    }

    /**
     * A parcel is on its way.
     *
     * @return whether there is such an order of a connected shop that wants to know
     */
    @Transactional
    public boolean sent(OrderKey key, String carrier, String trackingNumber) {
        Optional<StoredOrder> order = orders.find(key);
        Optional<Connection> connection = connections.of(key.channel());
        if (order.isEmpty() || connection.isEmpty() || !connection.get().tells(Kind.TRACKING, trackingNumber))
            return false;
        outbox.write(
                connection.get(),
                new Draft(
                        order.get().id(),
                        key.externalId(),
                        Kind.TRACKING,
                        trackingNumber,
                        carrier + " " + trackingNumber,
                        carrier,
                        trackingNumber));
        hurry(connection.get());
        return true;
    }

    private interface Telling {
        void tell(Connection connection, StoredOrder order);
    }

    private void tell(List<OrderId> ids, Telling telling) {
        Map<String, Optional<Connection>> known = new HashMap<>();
        for (StoredOrder order : orders.all(ids).values()) {
            if (order.demo()) continue;
            known.computeIfAbsent(order.order().key().channel(), connections::of)
                    .ifPresent(connection -> {
                        telling.tell(connection, order);
                        hurry(connection);
                    });
        }
    }

    private void write(Connection connection, StoredOrder order, Kind kind, String what, String text) {
        if (!connection.tells(kind, text)) return;
        outbox.write(connection, new Draft(order.id(), order.order().key().externalId(), kind, what, text, "", ""));
    }

    /** Once the transaction is through, as soon as anybody is free. */
    private void hurry(Connection connection) {
        if (connection.writeBacks().isEmpty() || !TransactionSynchronizationManager.isSynchronizationActive()) return;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                Thread.ofVirtual().name("connection-hurry").start(() -> connections.hurry(connection.id()));
            }
        });
    }

    private static String label(Reason reason) {
        String title = "reason." + reason.name() + ".title";
        return POLISH.knows(title) ? POLISH.say(title) : reason.name();
    }
}
