package okienko.connections.alarms;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import okienko.connections.Connection;
import okienko.connections.PlatformTrouble;
import okienko.ui.Words;
import okienko.ui.alarms.Alarm;
import okienko.ui.alarms.AlarmSource;
import org.springframework.stereotype.Component;

/** Tells managers which shops the office has not been able to read for a while. */
@Component
class FailingConnections implements AlarmSource {

    private final ConnectionAlarms alarms;

    FailingConnections(ConnectionAlarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public String minimumRole() {
        return "MANAGER";
    }

    @Override
    public List<Alarm> ringing() {
        return alarms.ringing().stream().map(FailingConnections::told).toList();
    }

    private static Alarm told(Connection connection) {
        Connection.Health health = connection.health();
        Instant since = Objects.requireNonNullElse(health.failingSince(), connection.importFrom());
        PlatformTrouble.Kind kind = Objects.requireNonNullElse(health.trouble(), PlatformTrouble.Kind.UNAVAILABLE);
        String read = health.lastSuccess() == null
                ? Words.t("connections.alarm.never")
                : Words.t("connections.alarm.read", Words.dateTime(health.lastSuccess()));
        String page = "/settings/connections/" + connection.id();
        return new Alarm(
                Words.t("connections.alarm.title", connection.channel(), Words.dateTime(since)),
                Words.t("connections.alarm." + kind) + " " + read + " " + Words.t("connections.alarm.kept"),
                health.said(),
                List.of(new Alarm.Link(Words.t("connections.alarm.open"), page)),
                page + "/acknowledgement");
    }
}
