package okienko.connections.settings;

import java.util.List;
import okienko.connections.Connection;
import okienko.connections.Platform;
import okienko.connections.Platforms;
import okienko.ui.Page;

/**
 * Settings → Connections.
 *
 * @param administrator whether who looks may make one
 */
record ConnectionsPage(List<Connection> connections, boolean administrator) implements Page {

    static List<Platform> platforms() {
        return Platforms.ALL;
    }

    static Standing standing(Connection connection) {
        return Standing.of(connection);
    }
}
