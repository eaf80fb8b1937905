package okienko.connections.polling;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.connections.Access;
import okienko.connections.Batch;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.connections.PlatformTrouble;
import okienko.connections.hooks.Hooks;
import okienko.connections.hooks.Subscriptions;
import okienko.connections.http.Ways;
import okienko.connections.writeback.Outbox;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.OrderFilter;
import okienko.ui.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Reads every connected shop: what it called out, what is new since the last time, and again and again all orders that still
 * wait here, since a payment does not everywhere count as a change of the order. One worker a shop, so that nothing old
 * is taken in after something newer; a shop that does not answer keeps nobody else waiting.
 */
@Component
@NamedInterface("polling")
public class Poller {

    private static final int SHOPS_AT_ONCE = 16;

    /** Pages before somebody else has a turn, and hooks and open orders are looked at. */
    private static final int PAGES_A_TURN = 50;

    /** Lots of open orders read again before somebody else has a turn. */
    private static final int LOTS_A_TURN = 10;

    /** Orders that have waited longer are read again no more; the shop's own changes still come. */
    private static final Duration OPEN_AT_MOST = Duration.ofDays(60);

    /** What may still change here by what happens there. */
    private static final Set<State> OPEN = Set.of(State.PENDING, State.WAITING, State.HELD);

    private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

    private final Connections connections;
    private final Progress progress;
    private final Hooks hooks;
    private final Ways ways;
    private final Outbox outbox;
    private final Subscriptions subscriptions;
    private final ControlledOrders controlled;
    private final Live live;
    private final Clock clock;
    private final Duration rereadEvery;

    /** {@code okienko.connections.reread-every}: how often the orders that wait are read again, 5 min unless set. */
    Poller(
            Connections connections,
            Progress progress,
            Hooks hooks,
            Ways ways,
            Outbox outbox,
            Subscriptions subscriptions,
            ControlledOrders controlled,
            Live live,
            Clock clock,
            @Value("${okienko.connections.reread-every:5m}") Duration rereadEvery) {
        this.connections = connections;
        this.progress = progress;
        this.hooks = hooks;
        this.ways = ways;
        this.outbox = outbox;
        this.subscriptions = subscriptions;
        this.controlled = controlled;
        this.live = live;
        this.clock = clock;
        this.rereadEvery = rereadEvery;
    }

    /** Starts on every shop whose time has come; each goes on by itself. */
    public void work() {
        for (long id : progress.lease(SHOPS_AT_ONCE)) {
            Thread.ofVirtual()
                    .name("connection-" + id)
                    .uncaughtExceptionHandler((_, bug) -> LOG.error("reading connection {} broke", id, bug))
                    .start(() -> connections.find(id).ifPresent(this::read));
        }
    }

    /** Lets go of what shops called out long ago. */
    public void forgetOld() {
        hooks.forgetOld();
    }

    /** The names of payment and of delivery a shop uses, by {@code PAYMENT} and {@code DELIVERY}. */
    public Map<String, List<String>> seen(long connection, int most) {
        return progress.seen(connection, most);
    }

    /** Reads the open orders again as soon as anybody is free. */
    public void rereadNow(Connection connection) {
        progress.rereadSoon(connection);
        connections.hurry(connection.id());
    }

    private void read(Connection connection) {
        Access access = ways.to(connection);
        try {
            called(connection, access);
            boolean more = news(connection, access);
            if (access.rest().isZero()) more |= open(connection, access);
            more |= outbox.deliver(connection, access);
            subscriptions.look(connection, access);
            progress.succeeded(connection, more ? access.rest() : connection.interval());
        } catch (PlatformTrouble trouble) {
            progress.failed(connection, trouble);
        } catch (TransientDataAccessException e) {
            // a deadlock or a restart of the database is not the shop's fault, and nothing of the turn is lost
            LOG.warn("connection {} is read again in a moment: {}", connection.id(), e.toString());
            progress.again(connection);
        }
        live.signal("connections");
    }

    /** Orders the shop called out for. */
    private void called(Connection connection, Access access) {
        List<Hooks.Hint> hints = hooks.open(connection.id());
        int lot = connection.kind().rereadMost();
        List<String> orders = hints.stream()
                .map(Hooks.Hint::externalId)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
        for (int from = 0; from < orders.size(); from += lot) {
            List<String> some = orders.subList(from, Math.min(orders.size(), from + lot));
            progress.take(connection, connection.kind().reread(access, some));
        }
        hooks.settle(hints);
    }

    /** What is new; whether there is more. */
    private boolean news(Connection connection, Access access) {
        String position = connection.position();
        for (int page = 0; page < PAGES_A_TURN; page++) {
            Batch batch = connection.kind().read(access, position);
            Optional<String> next = progress.advance(connection, position, batch);
            if (next.isEmpty() || !batch.more()) return false;
            position = next.get();
            live.signal("connections");
            if (!access.rest().isZero()) return true;
        }
        return true;
    }

    /** What waits here, as it is there now; whether there is more. */
    private boolean open(Connection connection, Access access) {
        Optional<Progress.Round> round = progress.round(connection);
        if (round.isEmpty()) return false;
        String after = round.get().place();
        for (int lot = 0; lot < LOTS_A_TURN; lot++) {
            ControlledOrders.Slice slice = waiting(connection, after);
            List<String> ids = slice.orders().stream()
                    .map(ControlledOrder::key)
                    .map(key -> key.externalId())
                    .toList();
            if (!ids.isEmpty()) progress.take(connection, connection.kind().reread(access, ids));
            after = slice.next() == null ? "" : slice.next().text();
            if (!progress.reread(connection, round.get(), after, rereadEvery)) return true;
            if (after.isEmpty()) return false;
            if (!access.rest().isZero()) return true;
        }
        return true;
    }

    private ControlledOrders.Slice waiting(Connection connection, String after) {
        var filter = new OrderFilter(
                OPEN,
                Set.of(),
                Set.of(connection.channel()),
                Set.of(),
                clock.instant().minus(OPEN_AT_MOST),
                null,
                null,
                null,
                "",
                null);
        return controlled.list(
                filter,
                OrderFilter.Sort.OLDEST,
                ControlledOrders.Place.read(after).orElse(null),
                connection.kind().rereadMost());
    }
}
