package okienko.connections.articles;

import java.util.List;
import java.util.Map;
import okienko.connections.Connection;
import okienko.connections.articles.Pulls.Counts;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * Whether a shop's stock is taken over, and how that is going.
 *
 * @param pull null: it is not
 * @param minutes between two rounds, as typed
 * @param problem what is wrong with that; empty: nothing
 * @param doubled SKUs several of its articles have, with the names of those
 * @param before channels that count before this one
 */
record StockPullPage(
        Connection connection,
        @Nullable Pull pull,
        String minutes,
        String problem,
        Counts counts,
        Map<String, List<String>> doubled,
        List<String> before,
        boolean administrator)
        implements Page {

    String path() {
        return "/settings/connections/" + connection.id() + "/stock";
    }

    /** Its tone, icon and word. */
    List<String> standing() {
        if (pull == null) return List.of("quiet", "circle-off", "pull.standing.OFF");
        if (connection.pausedAt() != null) return List.of("quiet", "pause", "connections.standing.PAUSED");
        if (pull.failures() > 0) return List.of("bad", "circle-alert", "connections.standing.FAILING");
        return pull.lastSuccess() == null
                ? List.of("info", "hourglass", "connections.standing.STARTING")
                : List.of("good", "circle-check", "connections.standing.WORKING");
    }
}
