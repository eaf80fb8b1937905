package okienko.customers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.customers.merging.Merges;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/** One customer's card. */
record CustomerPage(
        long id,
        Customer customer,
        List<String> identifiers,
        List<Flag> flags,
        List<Placed> orders,
        List<Merges.Standing> merges)
        implements Page {

    /** A warning and its life. */
    record Flag(
            long id,
            CustomerFlag flag,
            Instant setAt,
            String setBy,
            @Nullable Instant removedAt,
            @Nullable String removedBy) {}

    /** An order of theirs. */
    record Placed(String reference, Instant at, boolean cancelled) {

        String channel() {
            return reference.substring(0, reference.indexOf(':'));
        }

        String externalId() {
            return reference.substring(reference.indexOf(':') + 1);
        }

        /** Where the order opens: by channel and the channel's id. */
        String path() {
            return "/orders/of/" + java.net.URLEncoder.encode(reference, java.nio.charset.StandardCharsets.UTF_8);
        }
    }

    Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        for (CustomerFlag.Kind kind : CustomerFlag.Kind.values()) {
            kinds.put(kind.name(), Words.t("customers.flag." + kind));
        }
        return kinds;
    }
}
