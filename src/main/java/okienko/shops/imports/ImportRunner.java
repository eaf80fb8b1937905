package okienko.shops.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import okienko.shops.ChannelSettings;
import okienko.shops.OrderFormat;
import okienko.shops.OrderFormats;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;
import okienko.shops.imports.Intake.Origin;
import okienko.shops.imports.Intake.Result;
import okienko.shops.imports.OrderImport.Counts;
import okienko.shops.imports.OrderImport.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs imports one after the other in batches. A batch and the position after it are one transaction, so a crash costs at
 * most the batch in hand, which is taken in again; a second process finds the position moved on and leaves off.
 */
@Component
@NamedInterface("timetable")
public class ImportRunner implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);

    /** A file of which nothing could be read so far is not what it is taken for: better stop than fill the board. */
    private static final int HOPELESS = 100;

    private final Imports imports;
    private final Intake intake;
    private final Channels channels;
    private final DropFolder folder;
    private final TransactionTemplate transaction;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean open;

    ImportRunner(
            Imports imports, Intake intake, Channels channels, DropFolder folder, TransactionTemplate transaction) {
        this.imports = imports;
        this.intake = intake;
        this.channels = channels;
        this.folder = folder;
        this.transaction = transaction;
    }

    /** Takes what lies in the drop folder and runs what is queued, on a thread of its own; one at a time. */
    public void work() {
        Thread.ofVirtual().name("imports").start(() -> {
            if (running.tryLock()) {
                try {
                    workOff();
                } finally {
                    running.unlock();
                }
            }
        });
    }

    private void workOff() {
        folder.collect();
        Optional<OrderImport> next = imports.next();
        while (open && next.isPresent()) {
            run(next.get());
            next = imports.next();
        }
    }

    /** Runs one import to its end, its cancellation, or the office's closing. */
    void run(OrderImport file) {
        OrderFormat format = OrderFormats.named(file.format()).orElseThrow();
        try (Counted bytes = new Counted(new BufferedInputStream(Files.newInputStream(imports.path(file)), 1 << 16))) {
            Iterator<Piece> pieces = format.cut(bytes, channels.settings(file.channel()));
            for (long done = 0; done < file.position() && pieces.hasNext(); done++) {
                pieces.next();
            }
            OrderImport now = file;
            while (open && now.state().open()) {
                now = batch(now, format, pieces, bytes);
            }
            if (!now.state().open()) {
                folder.settle(now);
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("import {} cannot be read", file.id(), e);
            fail(file);
        }
    }

    private OrderImport batch(OrderImport file, OrderFormat format, Iterator<Piece> pieces, Counted bytes) {
        ChannelSettings settings = channels.settings(file.channel());
        List<ReadOrder> batch = new ArrayList<>(Intake.BATCH);
        long size = 0;
        while (pieces.hasNext() && batch.size() < Intake.BATCH && size < Intake.BATCH_BYTES) {
            Piece piece = pieces.next();
            size += piece.raw().length;
            batch.add(format.read(piece, settings));
        }
        boolean last = !pieces.hasNext();
        Boolean held = transaction.execute(status -> {
            if (!imports.hold(file)) {
                return false;
            }
            Origin origin = new Origin(file.source(), file.channel(), file.format(), file.id());
            Counts counts = file.counts().plus(count(intake.take(batch, origin)));
            boolean hopeless = counts.unreadable() >= HOPELESS && counts.unreadable() == counts.all();
            State state = hopeless ? State.FAILED : last ? State.DONE : State.RUNNING;
            imports.advance(
                    file,
                    file.position() + batch.size(),
                    counts,
                    last ? file.bytesAll() : Math.min(bytes.count, file.bytesAll()),
                    state,
                    hopeless ? "imports.trouble.hopeless" : "");
            return true;
        });
        // not held: it was cancelled, or another process went on with it
        return imports.find(file.id())
                .filter(now -> Boolean.TRUE.equals(held) || !now.state().open())
                .orElseThrow(() -> new IllegalStateException("import " + file.id() + " is run by another process"));
    }

    private static Counts count(List<Result> results) {
        long fresh = 0;
        long revised = 0;
        long cancelled = 0;
        long unchanged = 0;
        long notReady = 0;
        long unreadable = 0;
        for (Result result : results) {
            switch (result) {
                case Result.Received received -> {
                    switch (received.receipt().kind()) {
                        case NEW -> fresh++;
                        case REVISED -> revised++;
                        case CANCELLED -> cancelled++;
                        case UNCHANGED -> unchanged++;
                    }
                }
                case Result.NotReady _ -> notReady++;
                case Result.Kept _ -> unreadable++;
            }
        }
        return new Counts(fresh, revised, cancelled, unchanged, notReady, unreadable);
    }

    private void fail(OrderImport file) {
        transaction.executeWithoutResult(status -> {
            if (imports.hold(file)) {
                imports.advance(
                        file, file.position(), file.counts(), file.bytesDone(), State.FAILED, "imports.trouble.file");
            }
        });
    }

    @Override
    public void start() {
        open = true;
    }

    /** The batch in hand is finished; the rest waits for the next start. */
    @Override
    public void stop() {
        open = false;
        running.lock();
        try {
            LOG.debug("no import is running any more");
        } finally {
            running.unlock();
        }
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Counts what has been read of a file, for its progress. */
    private static final class Counted extends FilterInputStream {

        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read >= 0 ? 1 : 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}
