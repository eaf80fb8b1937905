package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import okienko.connections.alarms.ConnectionAlarms;
import okienko.ui.alarms.Alarm;
import okienko.ui.alarms.AlarmSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ConnectionAlarmsTest extends ConnectedShop {

    @Autowired
    ConnectionAlarms alarms;

    @Autowired
    List<AlarmSource> sources;

    @Override
    StubShop open() {
        return new WooCommerceStub();
    }

    @Test
    void whoeverRunsTheOfficeIsToldOnceAShopHasFailedForAQuarterOfAnHourAndItEndsByItself() {
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        shop.broken(true);
        fail(connection);
        assertThat(ringing()).as("a moment is no alarm").isEmpty();
        clock.advance(Duration.ofMinutes(13));
        assertThat(ringing()).isEmpty();
        clock.advance(Duration.ofMinutes(2));
        assertThat(ringing()).singleElement().satisfies(alarm -> {
            assertThat(alarm.detail()).contains("the database is away");
            assertThat(alarm.acknowledgement()).isEqualTo("/settings/connections/" + connection + "/acknowledgement");
        });
        shop.broken(false);
        until(() -> connection(connection).health().failures() == 0);
        assertThat(ringing()).as("it works again").isEmpty();
    }

    @Test
    void whatSomebodyKnowsOfRingsAgainOnlyWhenItHasWorkedAndFailsAgain() {
        long connection = connect();
        shop.broken(true);
        fail(connection);
        clock.advance(Duration.ofMinutes(16));
        assertThat(ringing()).hasSize(1);
        assertThat(alarms.acknowledge(connection(connection), "marek")).isTrue();
        assertThat(alarms.acknowledge(connection(connection), "ada"))
                .as("known")
                .isFalse();
        assertThat(ringing()).isEmpty();
        clock.advance(Duration.ofHours(3));
        assertThat(ringing()).as("still the same failure").isEmpty();
        shop.broken(false);
        until(() -> connection(connection).health().failures() == 0);
        shop.broken(true);
        fail(connection);
        clock.advance(Duration.ofMinutes(16));
        assertThat(ringing()).hasSize(1);
        connections.pause(connection(connection), "test");
        assertThat(ringing()).as("left alone on purpose").isEmpty();
    }

    private void fail(long connection) {
        until(() -> connection(connection).health().failures() > 0);
    }

    private List<Alarm> ringing() {
        return sources.stream()
                .flatMap(source -> source.ringing().stream())
                .filter(alarm -> alarm.title().contains(channel))
                .toList();
    }
}
