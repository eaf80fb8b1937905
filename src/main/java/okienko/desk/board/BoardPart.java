package okienko.desk.board;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import okienko.ordercontrol.ControlFigures.BoardFigures;
import okienko.ordercontrol.ControlFigures.BoardFigures.Hour;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ReasonCode;
import okienko.ui.Page;
import okienko.ui.Words;
import okienko.warehouse.Backlog;
import org.jspecify.annotations.Nullable;

/**
 * The board itself: fetched again whenever orders change.
 *
 * @param empty whether no order has ever come in
 * @param unreadable payloads nobody could read
 * @param payments providers' payments that do not fit their orders
 * @param warehouse what is released and not handed over
 * @param administrator whether the reader may look after the warehouse
 */
record BoardPart(
        Period period,
        boolean empty,
        BoardFigures figures,
        int unreadable,
        int payments,
        Backlog warehouse,
        boolean administrator,
        Instant now)
        implements Page {

    /** A release that has not reached the warehouse by then is worth a look. */
    private static final Duration SLOW = Duration.ofMinutes(15);

    /** One bar of the chart: an hour or a day. */
    record Span(String label, long received, long released, long held) {}

    /** Orders held because a check itself failed: somebody must tell the administrator. */
    long ruleErrors() {
        return figures.heldByReason().getOrDefault(ReasonCode.RULE_ERROR, 0L);
    }

    String time(@Nullable Duration duration) {
        return Optional.ofNullable(duration).map(Words::duration).orElse("–");
    }

    Duration age(ControlledOrder order) {
        return Duration.between(order.receivedAt(), now);
    }

    /** What to say of the warehouse beside the number. */
    String warehouseNote() {
        if (!warehouse.connected()) return Words.t("desk.board.warehouse.none");
        if (!warehouse.answering()) return Words.t("desk.board.warehouse.silent");
        return warehouse.oldest() == null
                ? Words.t("desk.board.warehouse.all")
                : Words.t("desk.board.warehouse.oldest", Duration.between(warehouse.oldest(), now));
    }

    /** Whether orders pile up before a warehouse that is there. */
    String warehouseTone() {
        boolean slow =
                warehouse.oldest() != null && warehouse.oldest().plus(SLOW).isBefore(now);
        return warehouse.connected() && (slow || !warehouse.answering()) ? "held" : "";
    }

    /** The period's hours, or its days in the office's time zone. */
    List<Span> spans() {
        return switch (period) {
            case TODAY -> hours();
            case WEEK -> days();
        };
    }

    /** The hours so far, and the rest of the day empty, so that the chart stands still while the day grows. */
    private List<Span> hours() {
        var hours = new ArrayList<Span>();
        figures.hours()
                .forEach(hour ->
                        hours.add(new Span(Words.time(hour.from()), hour.received(), hour.released(), hour.held())));
        if (!figures.hours().isEmpty()) {
            Instant first = figures.hours().getFirst().from();
            while (hours.size() < 24) {
                hours.add(new Span(Words.time(first.plus(Duration.ofHours(hours.size()))), 0, 0, 0));
            }
        }
        return hours;
    }

    private List<Span> days() {
        var days = new LinkedHashMap<LocalDate, List<Hour>>();
        for (Hour hour : figures.hours()) {
            days.computeIfAbsent(LocalDate.ofInstant(hour.from(), Words.zone()), day -> new ArrayList<>())
                    .add(hour);
        }
        return days.entrySet().stream()
                .map(day -> new Span(
                        Words.date(day.getKey()),
                        day.getValue().stream().mapToLong(Hour::received).sum(),
                        day.getValue().stream().mapToLong(Hour::released).sum(),
                        day.getValue().stream().mapToLong(Hour::held).sum()))
                .toList();
    }

    /** The spans that have begun. */
    List<Span> past() {
        return period == Period.TODAY ? hours().subList(0, figures.hours().size()) : days();
    }

    List<Long> receivedBySpan() {
        return past().stream().map(Span::received).toList();
    }

    static long largest(Collection<Long> counts) {
        return Math.max(1, counts.stream().mapToLong(Long::longValue).max().orElse(1));
    }
}
