package okienko.connections.articles;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import okienko.connections.Access;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.connections.PlatformTrouble;
import okienko.connections.StockSource;
import okienko.connections.http.Ways;
import okienko.ui.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * Reads through what connected shops sell, round after round, where somebody switched that on. It has a worker and turns of
 * its own beside those for orders: a long catalogue keeps no order waiting.
 */
@Component
@NamedInterface("articles")
public class StockPuller {

    private static final int SHOPS_AT_ONCE = 4;

    /** Pages before another shop has a turn. */
    private static final int PAGES_A_TURN = 20;

    private static final Logger LOG = LoggerFactory.getLogger(StockPuller.class);

    private final Connections connections;
    private final Pulls pulls;
    private final OwnOrders ownOrders;
    private final Ways ways;
    private final Live live;
    private final Clock clock;

    StockPuller(Connections connections, Pulls pulls, OwnOrders ownOrders, Ways ways, Live live, Clock clock) {
        this.connections = connections;
        this.pulls = pulls;
        this.ownOrders = ownOrders;
        this.ways = ways;
        this.live = live;
        this.clock = clock;
    }

    /** Starts on every shop whose time has come. */
    public void work() {
        for (long id : pulls.lease(SHOPS_AT_ONCE)) {
            Thread.ofVirtual()
                    .name("stock-" + id)
                    .uncaughtExceptionHandler((_, bug) -> LOG.error("taking over the stock of {} broke", id, bug))
                    .start(() -> turn(id));
        }
    }

    private void turn(long id) {
        Optional<Connection> connection = connections.find(id);
        Optional<StockSource> source = connection.flatMap(shop -> shop.kind().stock());
        Optional<Pull> pull = pulls.find(id);
        if (connection.isEmpty() || source.isEmpty() || pull.isEmpty()) return;
        try {
            boolean first = !pull.get().prepared();
            if (first) ownOrders.prepare(connection.get(), source.get());
            boolean whole = read(connection.get(), source.get(), pull.get());
            if (first && whole) {
                // what was released meanwhile, while its articles were not counted yet
                ownOrders.prepare(connection.get(), source.get());
                pulls.prepared(id);
            }
            pulls.succeeded(pull.get(), whole);
        } catch (PlatformTrouble trouble) {
            pulls.failed(pull.get(), trouble);
        }
        live.signal("connections");
    }

    /** Some pages; whether the round is through. */
    private boolean read(Connection connection, StockSource source, Pull pull) {
        Access access = ways.to(connection);
        Instant round = pulls.begin(pull);
        String position = pull.position();
        for (int page = 0; page < PAGES_A_TURN; page++) {
            Instant asked = clock.instant();
            StockSource.Page read = source.read(access, position);
            if (!pulls.advance(connection, pull, round, position, read, asked)) return false;
            if (!read.more()) return true;
            position = read.cursor();
        }
        return false;
    }
}
