package okienko.connections.settings;

import okienko.connections.Connection;

/** How a connection is doing, in one word. */
enum Standing {
    WORKING("good", "circle-check"),
    /** Nothing was asked yet. */
    STARTING("info", "hourglass"),
    FAILING("bad", "circle-alert"),
    PAUSED("quiet", "pause");

    private final String tone;
    private final String icon;

    Standing(String tone, String icon) {
        this.tone = tone;
        this.icon = icon;
    }

    static Standing of(Connection connection) {
        Connection.Health health = connection.health();
        if (connection.pausedAt() != null) return PAUSED;
        if (health.failures() > 0) return FAILING;
        return health.lastSuccess() == null ? STARTING : WORKING;
    }

    String tone() {
        return tone;
    }

    String icon() {
        return icon;
    }

    String words() {
        return "connections.standing." + name();
    }
}
