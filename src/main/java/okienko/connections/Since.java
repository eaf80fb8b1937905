package okienko.connections;

import java.time.Duration;
import java.time.Instant;

/**
 * A cursor for platforms that list orders by when they last changed, oldest first, a page at a time. It moves along with the
 * time of the last order seen, not with page numbers: an order changed while we read moves to the end of the list, and page
 * numbers would skip the one that takes its place. Page numbers count only among orders of the very same time. At the end
 * it steps back a little, since clocks and transactions of the other side do not agree to the second.
 *
 * @param from orders changed at or after this
 * @param page counted from 1
 */
public record Since(Instant from, int page) {

    private static final Duration OVERLAP = Duration.ofMinutes(2);

    /** The first page of all that changed at or after that time. */
    public static String begin(Instant from) {
        return new Since(from, 1).text();
    }

    /** Reads what {@link #text()} wrote. */
    public static Since read(String text) {
        int bar = text.indexOf('|');
        return new Since(Instant.parse(text.substring(0, bar)), Integer.parseInt(text.substring(bar + 1)));
    }

    /** As it is stored. */
    public String text() {
        return from + "|" + page;
    }

    /**
     * Where to read on after a page.
     *
     * @param last when the last order of the page changed; {@link #from} for an empty page
     * @param full whether the page was full, so that there may be more
     */
    public Since next(Instant last, boolean full) {
        if (full) return last.isAfter(from) ? new Since(last, 1) : new Since(from, page + 1);
        Instant back = last.minus(OVERLAP);
        return new Since(back.isAfter(from) ? back : from, 1);
    }
}
