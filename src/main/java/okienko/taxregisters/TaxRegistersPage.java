package okienko.taxregisters;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/** Settings → Tax registers. */
record TaxRegistersPage(List<Entry> entries, Map<String, String> problems, Instant now) implements Page {

    /**
     * One register.
     *
     * @param waiting numbers it has not answered for yet
     * @param askedToday questions asked today
     * @param left questions left today; null where there is no quota
     */
    record Entry(
            Connection connection,
            int waiting,
            int askedToday,
            @Nullable Integer left) {

        String word(String key) {
            return "taxregisters." + connection.register().name() + "." + key;
        }

        String path() {
            return "/settings/tax-registers/" + connection.register().name();
        }
    }

    boolean resting(Connection connection) {
        Instant until = connection.restingUntil();
        return connection.active() && until != null && until.isAfter(now);
    }

    String problem(Connection connection, String field) {
        return problems.getOrDefault(connection.register() + "." + field, "");
    }

    static Map<String, String> choices() {
        return new TreeMap<>(
                Map.of("false", Words.t("taxregisters.active.no"), "true", Words.t("taxregisters.active.yes")));
    }
}
