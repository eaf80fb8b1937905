package okienko.ordercontrol.judge;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.conditions.Condition;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Situation;

/** What a condition saw: the values of the attributes it reads, as evidence keeps them. */
final class Evidence {

    private static final String ORDER = "order.";

    /** Lines are no value of their own; the message's reader has them before their eyes. */
    private static final String LINES = "order.lines";

    /** Where the canonical order has another name, or another place, for what conditions call so. */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("country", "delivery.address.country"),
            Map.entry("buyer.business", "invoice.taxId"),
            Map.entry("buyer.taxId", "invoice.taxId"),
            Map.entry("buyer.street", "buyer.address.street"),
            Map.entry("buyer.city", "buyer.address.city"),
            Map.entry("buyer.postalCode", "buyer.address.postalCode"),
            Map.entry("buyer.country", "buyer.address.country"),
            Map.entry("delivery.name", "delivery.address.name"),
            Map.entry("delivery.company", "delivery.address.company"),
            Map.entry("delivery.street", "delivery.address.street"),
            Map.entry("delivery.city", "delivery.address.city"),
            Map.entry("delivery.postalCode", "delivery.address.postalCode"),
            Map.entry("delivery.country", "delivery.address.country"),
            Map.entry("delivery.carrier", "delivery.service"),
            Map.entry("delivery.kind", "delivery.service"),
            Map.entry("payment.prepaid", "payment.form"),
            Map.entry("payment.cash", "payment.form"),
            Map.entry("goods", "lines"),
            Map.entry("pieces", "lines"));

    private Evidence() {}

    /** The values by attribute, in the order of their names; what is not known or not given is left out. */
    static Map<String, Object> of(Condition condition, Hearing hearing) {
        Situation situation = hearing.situation();
        Map<String, Object> evidence = new LinkedHashMap<>();
        condition.reads().stream()
                .map(Attribute::path)
                .filter(path -> !path.startsWith(LINES))
                .sorted()
                .forEach(path -> situation.told(path).ifPresent(value -> evidence.put(path, value)));
        return Collections.unmodifiableMap(evidence);
    }

    /** The fields of the canonical order it is about, by name. */
    static List<String> fields(Condition condition) {
        return condition.reads().stream()
                .map(Attribute::path)
                .filter(path -> path.startsWith(ORDER))
                .map(path -> path.substring(ORDER.length()))
                .map(path -> path.startsWith("lines") ? "lines" : PLACES.getOrDefault(path, path))
                .distinct()
                .sorted()
                .toList();
    }
}
