package okienko.shops.imports;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.orders.UnreadableOrder.Problem;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A payload nobody could read, and what became of it.
 *
 * @param rawPayload where it lies byte for byte
 * @param orderImport the import it came with; null when it came by itself
 * @param line where it began in its file
 * @param settledAt when somebody mended or discarded it; null while open
 */
record UnreadablePayload(
        long id,
        long rawPayload,
        @Nullable Long orderImport,
        String source,
        String channel,
        String format,
        long line,
        Problem problem,
        String field,
        String value,
        Instant receivedAt,
        Unreadables.State state,
        @Nullable Instant settledAt,
        @Nullable String settledBy,
        String reason) {

    private static final Pattern PLACE = Pattern.compile("line (\\d{1,9}), column (\\d{1,9})");

    /** What is wrong, in the reader's language. */
    String sentence() {
        return Words.t(problem.words(), place(), value);
    }

    /** The field; where the text is not even JSON or CSV, the place in it, in the reader's language. */
    private String place() {
        Matcher place = PLACE.matcher(field);
        return place.matches()
                ? Words.t("unreadable.place", Integer.valueOf(place.group(1)), Integer.valueOf(place.group(2)))
                : field;
    }

    /** What to do about it, in the reader's language. */
    String remedy() {
        return Words.t(problem.words() + ".remedy");
    }
}
