package okienko.customers.review;

import static okienko.customers.schema.Tables.CARDS;
import static okienko.customers.schema.Tables.RUNS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okienko.customers.Customer;
import okienko.customers.Customers;
import okienko.customers.matching.Matching;
import okienko.customers.review.ProposalBook.Found;
import org.jooq.DSLContext;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares all cards with one another in the background and proposes what is probably one customer. What a restart
 * interrupted is begun again: the comparison is the same every time, and a proposal is written once.
 */
@Component
@NamedInterface("timetable")
public class WholeBase {

    private static final String RUNNING = "RUNNING";
    private static final int CARDS_AT_ONCE = 5_000;
    private static final int PROPOSALS_AT_ONCE = 500;

    /** Proposals of one run; the likeliest come first, and nobody reads more before the next run. */
    private static final int MOST_PROPOSALS = 20_000;

    private final DSLContext db;
    private final Customers customers;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    WholeBase(DSLContext db, Customers customers, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.customers = customers;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How far a run is; finished where the stage is {@code DONE}. */
    record Run(long id, String stage, long cards, long pairs, int proposed) {

        boolean done() {
            return stage.equals("DONE");
        }
    }

    /** Takes up a run that waits or was interrupted, on a thread of its own; one at a time. */
    public void work() {
        if (running.isLocked() || db.fetchCount(RUNS, RUNS.STATE.eq(RUNNING)) == 0) return;
        Thread.ofVirtual().name("customers").start(() -> {
            if (running.tryLock()) {
                try {
                    workOff();
                } finally {
                    running.unlock();
                }
            }
        });
    }

    /** Asks for a run; false: one is under way. */
    boolean ask(String by) {
        return db.insertInto(RUNS)
                        .set(RUNS.STATE, RUNNING)
                        .set(RUNS.STAGE, "READING")
                        .set(RUNS.STARTED_AT, now())
                        .set(RUNS.STARTED_BY, by)
                        .set(RUNS.HEARD_AT, now())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    Optional<Run> last() {
        return db.select(RUNS.ID, RUNS.STAGE, RUNS.CARDS, RUNS.PAIRS, RUNS.PROPOSED)
                .from(RUNS)
                .orderBy(RUNS.ID.desc())
                .limit(1)
                .fetchOptional(row -> new Run(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    private void workOff() {
        Optional<Run> run = last().filter(each -> !each.done());
        if (run.isEmpty()) return;
        long id = run.get().id;
        Matching matching = new Matching();
        long[] cards = read(id, matching);
        List<Found> found = new ArrayList<>();
        matching.groups((stage, pairs) -> tell(id, stage.name(), cards.length, pairs), pair -> {
            if (found.size() < MOST_PROPOSALS) found.add(new Found(cards[pair.one()], cards[pair.two()], pair));
        });
        db.update(RUNS).set(RUNS.STAGE, "PROPOSING").where(RUNS.ID.eq(id)).execute();
        int proposed = 0;
        for (int from = 0; from < found.size(); from += PROPOSALS_AT_ONCE) {
            List<Found> part = found.subList(from, Math.min(found.size(), from + PROPOSALS_AT_ONCE));
            Integer written = transaction.execute(
                    _ -> new ProposalBook(db, clock.instant()).propose(part, ProposalBook.FROM_RUN));
            proposed += written == null ? 0 : written;
        }
        db.update(RUNS)
                .set(RUNS.STATE, "DONE")
                .set(RUNS.STAGE, "DONE")
                .set(RUNS.PROPOSED, proposed)
                .set(RUNS.HEARD_AT, now())
                .set(RUNS.FINISHED_AT, now())
                .where(RUNS.ID.eq(id))
                .execute();
    }

    /** By record, the card it was read from. */
    private long[] read(long run, Matching matching) {
        long[] cards = new long[CARDS_AT_ONCE];
        int read = 0;
        long last = 0;
        while (true) {
            List<Long> ids = db.select(CARDS.ID)
                    .from(CARDS)
                    .where(CARDS.ID.gt(last))
                    .orderBy(CARDS.ID)
                    .limit(CARDS_AT_ONCE)
                    .fetch(CARDS.ID);
            if (ids.isEmpty()) return Arrays.copyOf(cards, read);
            var shown = customers.shown(ids);
            for (long id : ids) {
                Customer customer = shown.get(id);
                if (customer == null) continue; // gone since
                if (read == cards.length) cards = Arrays.copyOf(cards, read * 2);
                cards[read++] = id;
                matching.add(ProposalBook.values(customer));
            }
            last = ids.getLast();
            tell(run, "READING", read, 0);
        }
    }

    private void tell(long run, String stage, long cards, long pairs) {
        db.update(RUNS)
                .set(RUNS.STAGE, stage)
                .set(RUNS.CARDS, cards)
                .set(RUNS.PAIRS, pairs)
                .set(RUNS.HEARD_AT, now())
                .where(RUNS.ID.eq(run))
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
