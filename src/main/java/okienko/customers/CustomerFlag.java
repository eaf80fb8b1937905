package okienko.customers;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A warning on a customer card that order control heeds.
 *
 * @param note why, in the words of whoever set it
 * @param until the last day it holds; null: until removed
 */
public record CustomerFlag(Kind kind, String note, @Nullable LocalDate until) {

    /** What the warning is about. */
    public enum Kind {
        BLOCKED,
        OPEN_DISPUTE,
        OVERDUE_DEBT
    }
}
