package okienko;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** An office in a process of its own, as an operator starts it, so that a test can kill it. */
final class OfficeProcess implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(4); // the machine may be busy
    private static final long POLL_MS = 100;

    private final Process process;
    private final Path data;
    private final Path log;
    private final int port;

    private OfficeProcess(Process process, Path data, Path log, int port) {
        this.process = process;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    /** Starts an office on this data, on a free port. */
    static OfficeProcess start(Path data, Map<String, String> settings) throws IOException {
        int port = freePort();
        Path log = Files.createTempFile("okienko", ".log");
        // what the suite itself runs on, but for the tests
        String code = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(place -> !place.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        var java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Dspring.aot.enabled=true", // the wiring that the build wrote down
                        "-Dokienko.database.binaries="
                                + Path.of(".cache/postgres").toAbsolutePath(),
                        Okienko.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        java.environment().put("CLASSPATH", code);
        java.environment().put("OKIENKO_DATA", data.toString());
        java.environment().put("OKIENKO_PORT", Integer.toString(port));
        java.environment().remove("OKIENKO_DATABASE_URL");
        java.environment().putAll(settings);
        return new OfficeProcess(java.start(), data, log, port);
    }

    /** Waits until the office answers. */
    OfficeProcess awaitOpen() throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try (var connection = new Socket()) {
                connection.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return this;
            } catch (IOException closed) {
                pause();
            }
        }
        throw new AssertionError("the office did not open:\n" + said());
    }

    /** A connection to its database, around the office. */
    Connection database() throws IOException, SQLException {
        Path home = data.resolve("database");
        String databasePort =
                Files.readAllLines(home.resolve("pgdata/postmaster.pid")).get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + databasePort.strip() + "/postgres",
                "postgres",
                Files.readString(home.resolve("pg.secret")).strip());
    }

    /** The database server's process. */
    ProcessHandle databaseServer() throws IOException {
        String pid = Files.readAllLines(data.resolve("database/pgdata/postmaster.pid"))
                .getFirst();
        return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
    }

    /** As the kernel does when memory runs out: no warning, no farewell. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As systemd does. */
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the office still runs:\n" + said());
        }
        return process.exitValue();
    }

    String said() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /** Stops what still runs, database and all: its folder may be deleted then. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
