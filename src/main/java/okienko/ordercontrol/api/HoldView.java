package okienko.ordercontrol.api;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Hold;
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
        String note) {

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
                hold.note());
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
