package okienko.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Moments as columns hold them, which may be empty. */
public final class Moments {

    private Moments() {}

    public static @Nullable OffsetDateTime stored(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable Instant read(@Nullable OffsetDateTime column) {
        return column == null ? null : column.toInstant();
    }
}
