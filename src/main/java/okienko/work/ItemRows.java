package okienko.work;

import static okienko.work.schema.Tables.WORK_ITEMS;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Items as their rows have them; a claim that has lapsed is none. */
final class ItemRows {

    static WorkItem read(Record row, OffsetDateTime now) {
        OffsetDateTime until = row.get(WORK_ITEMS.CLAIMED_UNTIL);
        boolean claimed = until != null && !until.isBefore(now);
        return new WorkItem(
                row.get(WORK_ITEMS.ID),
                row.get(WORK_ITEMS.KIND),
                row.get(WORK_ITEMS.REFERENCE),
                row.get(WORK_ITEMS.QUEUE),
                row.get(WORK_ITEMS.OPENED_AT).toInstant(),
                instant(row.get(WORK_ITEMS.DUE_AT)),
                claimed ? row.get(WORK_ITEMS.CLAIMED_BY) : null,
                claimed ? until.toInstant() : null,
                row.get(WORK_ITEMS.ASSIGNED_TO),
                row.get(WORK_ITEMS.VERSION));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }

    private ItemRows() {}
}
