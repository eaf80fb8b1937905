package okienko;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was confirmed outlives the process, however it ends. */
class CrashTest {

    private static final int ENOUGH = 200;

    @TempDir
    Path data;

    @Test
    void aKilledOfficeLosesNothingAndLeavesNothingBehind() throws Exception {
        var confirmed = new AtomicInteger();
        ProcessHandle databaseServer;
        try (var office = OfficeProcess.start(data, Map.of()).awaitOpen()) {
            databaseServer = office.databaseServer();
            refusesASecondOne();
            Thread writer = Thread.ofVirtual().start(() -> writeUntilItDies(office, confirmed));
            while (confirmed.get() < ENOUGH && writer.isAlive()) {
                Thread.sleep(1);
            }
            office.kill();
            writer.join();
        }
        assertThat(confirmed).hasValueGreaterThanOrEqualTo(ENOUGH);
        databaseServer.onExit().get(1, TimeUnit.MINUTES); // the kernel tells it that its parent is gone

        try (var office = OfficeProcess.start(data, Map.of()).awaitOpen()) {
            try (Connection database = office.database()) {
                var count = database.createStatement().executeQuery("select count(*) from crash");
                count.next();
                assertThat(count.getInt(1)).isGreaterThanOrEqualTo(confirmed.get());
            }
            portIsTaken(office.port());
            databaseServer = office.databaseServer();
            assertThat(office.stop()).as(office.said()).isEqualTo(143); // 128 + SIGTERM, as every Java program
            assertThat(databaseServer.isAlive()).isFalse();
        }
    }

    private void refusesASecondOne() throws IOException, InterruptedException {
        try (var second = OfficeProcess.start(data, Map.of())) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.said())
                    .contains("Another Okienko already works on the data in")
                    .doesNotContain("\tat ");
        }
    }

    private void portIsTaken(int port) throws IOException, InterruptedException {
        Path other = data.resolve("other");
        try (var second = OfficeProcess.start(other, Map.of("OKIENKO_PORT", Integer.toString(port)))) {
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.said()).contains("Port " + port + " is taken", "OKIENKO_PORT");
        }
    }

    /** One commit a row; counts those that the database has confirmed. */
    private static void writeUntilItDies(OfficeProcess office, AtomicInteger confirmed) {
        try (Connection database = office.database();
                var statement = database.createStatement()) {
            statement.execute("create table crash (id int)");
            while (true) {
                statement.execute("insert into crash values (" + confirmed.get() + ")");
                confirmed.incrementAndGet();
            }
        } catch (SQLException | IOException ended) {
            assertThat(ended).isNotNull(); // the office was killed: this is how the writer learns of it
        }
    }
}
