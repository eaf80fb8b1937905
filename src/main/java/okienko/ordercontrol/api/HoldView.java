package okienko.ordercontrol.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Hold.Limit;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Words;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * A hold as programs see it.
 *
 * @param message what happened and what to do, in the language of {@code Accept-Language}
 * @param evidence what the check saw; amounts as decimal text with their currency
 * @param cover how far it stays settled; null while open, and for what cleared
 * @param beyond the earlier word this is beyond; null when nobody had settled it
 * @param lapsesAt when it ends by itself while it is open
 */
record HoldView(
        long id,
        String reason,
        Hold.State state,
        boolean shadow,
        List<String> fields,
        String message,
        Map<String, Object> evidence,
        List<ProposedAction> actions,
        int revision,
        int rulesVersion,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        String note,
        @Nullable CoverView cover,
        @Nullable BeyondView beyond,
        @Nullable Instant lapsesAt) {

    /** Up to which total of the order, and until when; null: that does not matter. */
    record CoverView(@Nullable Object upTo, @Nullable Instant until) {}

    /**
     * What somebody had settled, and what of it is different.
     *
     * @param what {@code total}, {@code time}, or the attribute, field or piece of evidence
     * @param before what it was, or what was allowed
     */
    record BeyondView(
            @Nullable String by,
            Instant at,
            String what,
            Object before,
            @Nullable Object now) {}

    static HoldView of(Hold hold) {
        var finding = hold.finding();
        return new HoldView(
                hold.id(),
                finding.reason().name(),
                hold.state(),
                hold.shadow(),
                finding.fields(),
                FindingWords.sentence(finding, Words.locale(), Words.zone()),
                evidence(finding.evidence()),
                finding.actions(),
                hold.revision(),
                hold.rulesVersion(),
                hold.openedAt(),
                hold.closedAt(),
                hold.closedBy(),
                hold.note(),
                cover(hold.cover()),
                beyond(hold.beyond()),
                hold.lapsesAt());
    }

    private static @Nullable CoverView cover(Hold.@Nullable Cover cover) {
        if (cover == null) return null;
        return new CoverView(cover.upTo() == null ? null : told(cover.upTo()), cover.until());
    }

    private static @Nullable BeyondView beyond(Hold.@Nullable Beyond beyond) {
        if (beyond == null) return null;
        return switch (beyond.limit()) {
            case Limit.Total(Money upTo, Money now) ->
                new BeyondView(beyond.by(), beyond.at(), "total", told(upTo), told(now));
            case Limit.Time(Instant until) -> new BeyondView(beyond.by(), beyond.at(), "time", until, null);
            case Limit.Value(String name, Object before, Object now) ->
                new BeyondView(beyond.by(), beyond.at(), name, told(before), told(now));
        };
    }

    private static Map<String, Object> evidence(Map<String, Object> seen) {
        Map<String, Object> told = LinkedHashMap.newLinkedHashMap(seen.size());
        seen.forEach((name, value) -> told.put(name, told(value)));
        return told;
    }

    private static Object told(Object value) {
        return switch (value) {
            case Money money -> Map.of("amount", money.amount().toPlainString(), "currency", money.currency());
            case BigDecimal number -> number.toPlainString();
            case List<?> several -> several.stream().map(HoldView::told).toList();
            case Object other -> other;
        };
    }
}
