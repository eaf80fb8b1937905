package okienko.warehouse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ui.Page;
import okienko.ui.Words;

/**
 * Settings → Warehouse.
 *
 * @param problem what is wrong with the destination just entered, by field; empty when nothing is
 * @param shown which state's hand-overs are listed
 * @param more the number to go on before, 0 when this is the last page
 */
record WarehousePage(
        Destination destination,
        Map<String, String> problem,
        Map<Handovers.State, Integer> counts,
        Handovers.State shown,
        List<Handovers.Entry> entries,
        long more)
        implements Page {

    int count(Handovers.State state) {
        return counts.getOrDefault(state, 0);
    }

    String problem(String field) {
        return problem.getOrDefault(field, "");
    }

    static Map<String, String> kinds() {
        return choices("warehouse.kind.", Destination.Kind.values());
    }

    static Map<String, String> formats() {
        return choices("warehouse.format.", FileFormat.values());
    }

    private static Map<String, String> choices(String prefix, Enum<?>[] values) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (Enum<?> value : values) choices.put(value.name(), Words.t(prefix + value.name()));
        return choices;
    }

    /** The order as people know it: the key without kind and revision. */
    static String reference(Handovers.Entry entry) {
        int revision = entry.key().lastIndexOf(':');
        return entry.key().substring(0, entry.key().lastIndexOf(':', revision - 1));
    }
}
