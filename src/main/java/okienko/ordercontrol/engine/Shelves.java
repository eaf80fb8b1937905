package okienko.ordercontrol.engine;

import static okienko.ordercontrol.schema.Tables.CONTROLLED_ORDERS;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import okienko.stock.Stock;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back promises to orders that have left the house: the stock counts know by then that the pieces are gone. */
@Component
public class Shelves {

    /** A warehouse has sent an order, and counted what is left, this long after it got it. */
    private static final Duration SENT_AFTER = Duration.ofDays(3);

    /** How far back is looked each time, so that an office closed over a weekend catches up. */
    private static final Duration CAUGHT_UP = Duration.ofDays(4);

    /** No order waits longer than this before its release; bounds the search. */
    private static final Duration LONGEST_OPEN = Duration.ofDays(60);

    private final DSLContext db;
    private final Clock clock;
    private final Stock stock;

    Shelves(DSLContext db, Clock clock, Stock stock) {
        this.db = db;
        this.clock = clock;
        this.stock = stock;
    }

    /** Ends what was put aside for orders that were not released in time. */
    public void endPromises() {
        stock.endPromises(clock.instant());
    }

    @Transactional
    public void letGoOfWhatWasSent() {
        var sent = clock.instant().minus(SENT_AFTER).atOffset(ZoneOffset.UTC);
        List<String> references = db.select(CONTROLLED_ORDERS.REFERENCE)
                .from(CONTROLLED_ORDERS)
                .where(
                        CONTROLLED_ORDERS.RECEIVED_AT.ge(sent.minus(LONGEST_OPEN)),
                        CONTROLLED_ORDERS.RELEASED_AT.lt(sent),
                        CONTROLLED_ORDERS.RELEASED_AT.ge(sent.minus(CAUGHT_UP)))
                .fetch(CONTROLLED_ORDERS.REFERENCE);
        if (!references.isEmpty()) stock.unreserve(references);
    }
}
