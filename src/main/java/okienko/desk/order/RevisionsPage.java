package okienko.desk.order;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.LongFunction;
import okienko.ordercontrol.ControlledOrder;
import okienko.orders.RawPayload;
import okienko.orders.Revisions;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Every revision of an order, last first. */
record RevisionsPage(ControlledOrder order, List<Shown> revisions) implements Page {

    /** Longest payload shown; the rest is of no use to a reader. */
    private static final int LONGEST_PAYLOAD = 64 * 1024;

    private static final JsonMapper JSON = new JsonMapper();

    /**
     * One revision.
     *
     * @param changes from the revision before; empty for the first
     * @param source the way it came and its format; null for a consultant's revision
     * @param payload what the channel sent, indented where it is JSON; null for a consultant's revision
     */
    record Shown(
            Revisions.Past revision,
            List<Told.Change> changes,
            @Nullable String source,
            @Nullable String payload) {}

    static RevisionsPage of(
            ControlledOrder order, List<Revisions.Past> history, LongFunction<Optional<RawPayload>> payloads) {
        var shown = new ArrayList<Shown>();
        Map<String, String> before = Map.of();
        for (Revisions.Past revision : history.reversed()) {
            Map<String, String> now = OrderValues.of(revision.order());
            RawPayload raw = revision.rawPayload() == null
                    ? null
                    : payloads.apply(revision.rawPayload()).orElse(null);
            shown.addFirst(new Shown(
                    revision,
                    before.isEmpty() ? List.of() : changes(before, now),
                    raw == null ? null : source(raw),
                    raw == null ? null : readable(raw.body())));
            before = now;
        }
        return new RevisionsPage(order, shown);
    }

    private static String source(RawPayload raw) {
        return Words.t("desk.revision.source." + raw.source()) + " · " + Words.t("imports.format." + raw.format());
    }

    private static List<Told.Change> changes(Map<String, String> before, Map<String, String> now) {
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        return paths.stream()
                .filter(path -> !before.getOrDefault(path, "").equals(now.getOrDefault(path, "")))
                .map(path -> new Told.Change(
                        OrderField.name(path), before.getOrDefault(path, ""), now.getOrDefault(path, "")))
                .toList();
    }

    private static String readable(byte[] body) {
        String text = new String(body, 0, Math.min(body.length, LONGEST_PAYLOAD), StandardCharsets.UTF_8);
        if (body.length > LONGEST_PAYLOAD) return text;
        try {
            return JSON.readTree(text).toPrettyString();
        } catch (JacksonException e) {
            return text; // CSV and the like are shown as they came
        }
    }
}
