package okienko.payments.rates;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where rates are fetched from, and how that has been going.
 *
 * @param fetchedUntil every table up to and with this day is here; null: nothing fetched yet
 * @param nextAt when to ask next; null: at once
 * @param askedAt when it was asked last
 * @param answeredAt when it answered last
 */
record RateSource(
        boolean active,
        String address,
        @Nullable LocalDate fetchedUntil,
        @Nullable Instant nextAt,
        @Nullable Instant askedAt,
        @Nullable Instant answeredAt,
        int failures,
        String lastError) {

    /** NBP's own zone. */
    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /** Table A comes out on working days between 11.45 and 12.15 (https://nbp.pl/statystyka-i-sprawozdawczosc/kursy/). */
    static final LocalTime PUBLISHED = LocalTime.of(12, 20);

    /** What has not come by then does not come that day: it is a holiday. */
    static final LocalTime GIVEN_UP = LocalTime.of(16, 0);

    private static final Duration LATE = Duration.ofMinutes(20);
    private static final Duration SHORTEST_REST = Duration.ofMinutes(1);
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final int DOUBLINGS_MAX = 10;

    boolean due(Instant now) {
        return active && (nextAt == null || !nextAt.isAfter(now));
    }

    /** When to ask after an answer: soon where today's table is only late, else when the next one comes out. */
    static Instant afterAnswer(Instant now, boolean todaysIsHere) {
        LocalDate today = LocalDate.ofInstant(now, WARSAW);
        LocalTime time = LocalTime.ofInstant(now, WARSAW);
        boolean expected = working(today) && !todaysIsHere && time.isBefore(GIVEN_UP);
        if (expected && time.isBefore(PUBLISHED)) return at(today);
        if (expected) return now.plus(LATE);
        LocalDate next = today.plusDays(1);
        while (!working(next)) next = next.plusDays(1);
        return at(next);
    }

    /** When to ask after a failure: each time twice as long, up to an hour. */
    static Instant afterFailure(Instant now, int failures) {
        Duration doubled = SHORTEST_REST.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
        return now.plus(doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(PUBLISHED).atZone(WARSAW).toInstant();
    }

    private static boolean working(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
