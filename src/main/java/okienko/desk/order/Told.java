package okienko.desk.order;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import okienko.desk.Queues;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.holds.GroundsJson;
import okienko.orders.TimelineEntry;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the timeline in words.
 *
 * @param remarks what is to be said besides: earlier words that do not reach, holds whose time was over
 * @param note what somebody wrote with it; empty when nothing
 */
record Told(String icon, String sentence, List<Change> changes, List<String> remarks, String note) {

    /** One field before and after. */
    record Change(String field, String before, String after) {}

    private static final Map<String, String> ICONS = Map.ofEntries(
            Map.entry("received", "inbox"),
            Map.entry("revised", "file-pen"),
            Map.entry("corrected", "pencil"),
            Map.entry("released", "circle-check"),
            Map.entry("overridden", "package-check"),
            Map.entry("changeReleased", "package-check"),
            Map.entry("held", "octagon-pause"),
            Map.entry("waiting", "hourglass"),
            Map.entry("resolved", "check"),
            Map.entry("handed", "forward"),
            Map.entry("proposed", "users"),
            Map.entry("confirmed", "check-check"),
            Map.entry("rejected", "x"),
            Map.entry("withdrawn", "undo-2"),
            Map.entry("note", "notebook-pen"),
            Map.entry("cancelled", "circle-x"),
            Map.entry("recalled", "circle-x"),
            Map.entry("takenOver", "hand"));

    static Told of(TimelineEntry entry, OrderPage page) {
        Map<String, Object> details = entry.details();
        return new Told(
                ICONS.getOrDefault(entry.kind(), "circle-dot"),
                sentence(entry, page),
                changes(details.get("changes")),
                remarks(details, page),
                text(details.get("note") == null ? details.get("reason") : details.get("note")));
    }

    private static String sentence(TimelineEntry entry, OrderPage page) {
        Map<String, Object> details = entry.details();
        boolean heldAnew = entry.kind().equals("recontrolled") && details.containsKey("holds");
        String key = "timeline." + entry.kind() + (heldAnew ? ".held" : "");
        if (!Words.here().knows(key)) return entry.kind();
        return Words.t(
                key,
                Map.of(
                        "holds", reasons(details.get("holds")),
                        "cleared", reasons(details.get("cleared")),
                        "revision", text(details.get("revision")),
                        "to", target(details, page)));
    }

    private static List<String> remarks(Map<String, Object> details, OrderPage page) {
        var remarks = new ArrayList<String>();
        if (details.containsKey("lapsed")) {
            remarks.add(Words.t("timeline.lapsed", Map.of("holds", reasons(details.get("lapsed")))));
        }
        if (details.get("beyond") instanceof Collection<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> beyond) {
                    String sentence = EarlierWord.sentence(GroundsJson.beyond(beyond), page::name);
                    remarks.add(reasons(List.of(text(beyond.get("reason")))) + ": " + sentence);
                }
            }
        }
        return remarks;
    }

    private static String target(Map<String, Object> details, OrderPage page) {
        if (details.get("agent") instanceof String agent) return page.name(agent);
        if (details.get("from") instanceof String agent) return page.name(agent);
        return details.get("queue") instanceof String queue ? Queues.name(queue) : "";
    }

    private static String reasons(@Nullable Object codes) {
        if (!(codes instanceof Collection<?> all)) return "";
        return String.join(
                ", ",
                all.stream()
                        .map(code -> FindingWords.title(Reason.of(code.toString()), Words.locale()))
                        .toList());
    }

    private static List<Change> changes(@Nullable Object listed) {
        var changes = new ArrayList<Change>();
        if (listed instanceof Collection<?> all) {
            for (Object one : all) {
                if (one instanceof Map<?, ?> change) {
                    changes.add(new Change(
                            OrderField.name(text(change.get("field"))),
                            text(change.get("before")),
                            text(change.get("after"))));
                }
            }
        }
        return changes;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
