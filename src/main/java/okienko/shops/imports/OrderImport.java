package okienko.shops.imports;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param source {@code upload} or {@code folder}
 * @param storedAs its name in the imports folder
 * @param origin where in the drop folder it lay; empty: uploaded
 * @param channel empty: the orders name theirs
 * @param position pieces done
 * @param createdBy who uploaded it; null: the drop folder
 * @param trouble words key of why it failed; empty when it did not
 */
record OrderImport(
        long id,
        String source,
        String fileName,
        String storedAs,
        String origin,
        String channel,
        String format,
        State state,
        long position,
        Counts counts,
        long bytesDone,
        long bytesAll,
        Instant createdAt,
        @Nullable String createdBy,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        String trouble) {

    /** Where it stands. */
    enum State {
        /** Found in the drop folder, being moved. */
        FETCHING,
        /** A person must say what the columns hold. */
        COLUMNS,
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED;

        boolean open() {
            return this == FETCHING || this == QUEUED || this == RUNNING;
        }

        String words() {
            return "imports.state." + name();
        }

        String tone() {
            return switch (this) {
                case DONE -> "good";
                case FAILED -> "bad";
                case COLUMNS -> "held";
                case FETCHING, QUEUED, RUNNING -> "info";
                case CANCELLED -> "quiet";
            };
        }

        String icon() {
            return switch (this) {
                case DONE -> "circle-check";
                case FAILED -> "circle-alert";
                case COLUMNS -> "table";
                case FETCHING, QUEUED -> "hourglass";
                case RUNNING -> "loader";
                case CANCELLED -> "circle-x";
            };
        }
    }

    /** What became of its orders. */
    record Counts(long fresh, long revised, long cancelled, long unchanged, long notReady, long unreadable) {

        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0);

        long all() {
            return fresh + revised + cancelled + unchanged + notReady + unreadable;
        }

        Counts plus(Counts more) {
            return new Counts(
                    fresh + more.fresh,
                    revised + more.revised,
                    cancelled + more.cancelled,
                    unchanged + more.unchanged,
                    notReady + more.notReady,
                    unreadable + more.unreadable);
        }
    }

    /** How long it has run, or ran. */
    Duration taken(Instant now) {
        if (startedAt == null) {
            return Duration.ZERO;
        }
        return Duration.between(startedAt, finishedAt == null ? now : finishedAt);
    }

    /** Orders a second since it started; nought before a second has gone by. */
    long rate(Instant now) {
        long millis = taken(now).toMillis();
        return millis < 1_000 ? 0 : counts.all() * 1_000 / millis;
    }

    /** How long it will still take at the rate so far; null while that cannot be told. */
    @Nullable
    Duration remaining(Instant now) {
        if (state != State.RUNNING || bytesDone == 0 || rate(now) == 0) {
            return null;
        }
        return Duration.ofMillis(taken(now).toMillis() * (bytesAll - bytesDone) / bytesDone)
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }
}
