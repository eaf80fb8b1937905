package okienko.connections.shopify;

import java.time.Duration;
import java.time.Instant;

/**
 * How far reading has come: a time, and within one and the same second Shopify's own cursor. Going on by time and not by cursor
 * keeps clear of the 25,000 entries Shopify lets itself be paged through (shopify.dev/docs/api/usage/limits).
 *
 * @param from orders changed at or after this
 * @param after Shopify's cursor; empty: from the first of that time on
 */
record Place(Instant from, String after) {

    /** The list comes from a search index, which lags behind the orders. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    static Place read(String text) {
        int bar = text.indexOf('|');
        return new Place(Instant.parse(text.substring(0, bar)), text.substring(bar + 1));
    }

    String text() {
        return from + "|" + after;
    }

    /**
     * Where to read on after a page.
     *
     * @param last when the last order of the page changed; {@link #from} for an empty page
     * @param end Shopify's cursor of that order
     */
    Place next(Instant last, boolean more, String end) {
        if (more) return last.isAfter(from) ? new Place(last, "") : new Place(from, end);
        Instant back = last.minus(OVERLAP);
        return new Place(back.isAfter(from) ? back : from, "");
    }
}
