package okienko.desk.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okienko.ordercontrol.Finding;
import okienko.ui.Words;
import okienko.vocabulary.Money;

/**
 * One thing a check saw, ready to be read.
 *
 * @param label what it is
 */
record Evidence(String label, String value) {

    /** What is worth reading beside the sentence; what has no word of its own is in the sentence already. */
    static List<Evidence> of(Finding finding) {
        return finding.evidence().entrySet().stream()
                .filter(entry -> Words.here().knows("desk.evidence." + entry.getKey()))
                .map(entry -> new Evidence(
                        Words.t("desk.evidence." + entry.getKey()), told(entry.getKey(), entry.getValue())))
                .filter(evidence -> !evidence.value().isBlank())
                .toList();
    }

    private static String told(String name, Object value) {
        return switch (value) {
            case Money money -> Words.money(money);
            case Instant instant -> Words.dateTime(instant);
            case LocalDate date -> Words.date(date);
            case Boolean yes -> Words.t(yes ? "desk.yes" : "desk.no");
            case Collection<?> all -> all.stream().map(one -> told(name, one)).collect(Collectors.joining(", "));
            case Map<?, ?> all ->
                all.entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + told(name, entry.getValue()))
                        .collect(Collectors.joining(", "));
            default -> {
                // the words of the checks tell the values they know, e.g. a form of payment
                String key = "evidence." + name + "." + value;
                yield Words.here().knows(key) ? Words.t(key) : value.toString();
            }
        };
    }
}
