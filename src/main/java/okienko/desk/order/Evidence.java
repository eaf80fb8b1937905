package okienko.desk.order;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okienko.ordercontrol.Finding;
import okienko.ui.Words;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * One thing a check saw, ready to be read.
 *
 * @param label what it is
 * @param href the page of what it names; null when it names nothing that has one
 */
record Evidence(String label, String value, @Nullable String href) {

    /** Where conditions keep what their attributes are called. */
    private static final String ATTRIBUTE = "condition.attribute.";

    /** What is worth reading beside the sentence; what has no word of its own is in the sentence already. */
    static List<Evidence> of(Finding finding) {
        if (finding.evidence().get("changes") instanceof Collection<?> changes) {
            return changes.stream().map(Object::toString).map(Evidence::change).toList();
        }
        return finding.evidence().entrySet().stream()
                .filter(entry -> Words.here().knows(label(entry.getKey())))
                .map(entry -> new Evidence(
                        Words.t(label(entry.getKey())),
                        told(entry.getKey(), entry.getValue()),
                        entry.getKey().equals("other") ? otherOrder(finding.evidence()) : null))
                .filter(evidence -> !evidence.value().isBlank())
                .toList();
    }

    /** A check calls what it saw by a name, a rule of the shop's own by the attribute its condition reads. */
    private static String label(String name) {
        return (name.contains(".") ? ATTRIBUTE : "desk.evidence.") + name;
    }

    /** {@code delivery.address.city: Poznań → Kraków}, as the engine writes it. */
    private static Evidence change(String told) {
        int colon = told.indexOf(": ");
        return colon < 0
                ? new Evidence(told, "", null)
                : new Evidence(OrderField.name(told.substring(0, colon)), told.substring(colon + 2), null);
    }

    private static @Nullable String otherOrder(Map<String, Object> evidence) {
        Object channel = evidence.get("otherChannel");
        Object id = evidence.get("otherId");
        return channel == null || id == null
                ? null
                : "/orders/of/" + UriUtils.encodePathSegment(channel + ":" + id, StandardCharsets.UTF_8);
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
            case Integer number -> Words.number(number);
            case Long number -> Words.number(number);
            case BigDecimal number -> Words.t("desk.number", number);
            default -> word(name, value.toString());
        };
    }

    /** The words of the checks tell the values they know, such as a form of payment; what is lacking is an attribute. */
    private static String word(String name, String value) {
        String key = name.equals("needs")
                ? ATTRIBUTE + value
                : "evidence." + name.substring(name.lastIndexOf('.') + 1) + "." + value;
        return Words.here().knows(key) ? Words.t(key) : value;
    }
}
