package okienko.payments.statements;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okienko.orders.OrderEvent;
import okienko.ui.Live;
import org.springframework.context.event.EventListener;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the statements that wait, one after the other: a file is read, matched and booked in one transaction, so that a
 * crash leaves it waiting whole. When orders came in, transfers nobody could place are matched again.
 */
@Component
@NamedInterface("timetable")
public class StatementReader {

    /** How many open transfers are matched again at once, the oldest first. */
    private static final int AGAIN_MAX = 5_000;

    /** While orders pour in, transfers are not matched anew for each of them. */
    private static final Duration AGAIN_EVERY = Duration.ofMinutes(1);

    private final StatementFiles files;
    private final Transfers transfers;
    private final Bookings bookings;
    private final StatementFolder folder;
    private final TransactionTemplate transaction;
    private final Live live;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean ordersCame;
    private Instant again = Instant.EPOCH;

    StatementReader(
            StatementFiles files,
            Transfers transfers,
            Bookings bookings,
            StatementFolder folder,
            TransactionTemplate transaction,
            Live live,
            Clock clock) {
        this.files = files;
        this.transfers = transfers;
        this.bookings = bookings;
        this.folder = folder;
        this.transaction = transaction;
        this.live = live;
        this.clock = clock;
    }

    /** Takes what lies in the drop folder and reads what waits; one at a time, a second caller goes away. */
    public void work() {
        if (!running.tryLock()) return;
        try {
            folder.collect();
            readWaiting();
            if (ordersCame && !clock.instant().isBefore(again)) matchAgain();
        } finally {
            running.unlock();
        }
    }

    /** Reads at once what was just uploaded, behind whoever reads already. */
    void readNow() {
        running.lock();
        try {
            readWaiting();
        } finally {
            running.unlock();
        }
    }

    private void readWaiting() {
        for (long id : files.waiting()) transaction.executeWithoutResult(_ -> read(id));
    }

    private void read(long id) {
        Optional<byte[]> body = files.hold(id);
        if (body.isEmpty()) return;
        Statement statement = Statement.read(body.get());
        List<BankTransfer> fresh = transfers.add(id, statement.lines());
        files.read(id, statement, fresh.size());
        bookings.match(fresh);
        live.signal("statements");
    }

    @EventListener
    void notice(OrderEvent.Received received) {
        ordersCame = true;
    }

    void matchAgain() {
        ordersCame = false;
        again = clock.instant().plus(AGAIN_EVERY);
        transaction.executeWithoutResult(_ -> {
            List<BankTransfer> open = transfers.open(AGAIN_MAX);
            if (!open.isEmpty()) bookings.match(open);
        });
    }
}
