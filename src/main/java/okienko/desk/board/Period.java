package okienko.desk.board;

import java.time.Clock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import okienko.ui.Words;

/** How far back the board looks. */
enum Period {
    /** Since midnight in the office's time zone, hour by hour. */
    TODAY(0),
    /** Today and the six days before, day by day. */
    WEEK(6);

    private final int daysBefore;

    Period(int daysBefore) {
        this.daysBefore = daysBefore;
    }

    Instant begin(Clock clock) {
        return ZonedDateTime.ofInstant(clock.instant(), Words.zone())
                .truncatedTo(ChronoUnit.DAYS)
                .minusDays(daysBefore)
                .toInstant();
    }

    /** The last part of its word's key and of its address. */
    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
