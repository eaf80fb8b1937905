package okienko.access.administration;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import okienko.access.Audit;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What is asked of the audit trail, as typed.
 *
 * @param from first day
 * @param until last day, counted in
 */
record AuditFilter(
        @Nullable String actor,
        @Nullable String action,
        @Nullable String subject,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until) {

    Audit.Filter filter() {
        return new Audit.Filter(
                text(actor), text(action), text(subject), start(from), start(until == null ? null : until.plusDays(1)));
    }

    String query() {
        return "actor=" + encoded(text(actor)) + "&action=" + encoded(text(action)) + "&subject="
                + encoded(text(subject)) + "&from=" + (from == null ? "" : from) + "&until="
                + (until == null ? "" : until);
    }

    static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(Words.zone()).toInstant();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
