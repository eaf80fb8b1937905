package okienko.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server as a child of this process, from the binaries on the class path. It lives and dies with the
 * process, also after {@code kill -9}; docs/decisions/0007 says why it is our own. In its home: {@code pgdata} the data,
 * {@code pg.secret} the password (0600), {@code pg.log} the server's log, {@code pg.lock} held while it runs.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    /** Whether what is written must outlive the process. */
    public enum Keeping {
        /** An office's own data: every commit is on the disk. */
        DURABLE,
        /** A test's data: no fsync, and a new cluster at each start. */
        THROWAWAY
    }

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration START_LIMIT = Duration.ofMinutes(2); // recovery after a crash may have much to redo
    private static final long POLL_MS = 20;

    private final Cluster cluster;
    private final FileChannel lock;
    private final Process server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(Cluster cluster, FileChannel lock, Process server, int port) throws IOException {
        this.cluster = cluster;
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = cluster.password();
    }

    /**
     * Starts the server that keeps its data in {@code home}, with its programs unpacked under {@code programs}.
     *
     * @throws StartRefused if another process already uses this home
     */
    public static EmbeddedPostgres start(Path home, Path programs, Keeping keeping) {
        try {
            Path root = Files.createDirectories(home).toRealPath();
            FileChannel lock = lock(root);
            boolean up = false;
            try {
                long begun = System.nanoTime();
                var cluster = new Cluster(root, Binaries.unpack(programs), keeping);
                cluster.prepare();
                int port = freePort();
                var postgres = new EmbeddedPostgres(cluster, lock, cluster.launch(port), port);
                postgres.awaitReady();
                log.info("PostgreSQL is up on port {} after {} ms", port, (System.nanoTime() - begun) / 1_000_000);
                up = true;
                return postgres;
            } finally {
                if (!up) {
                    lock.close();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where to connect to the database every cluster has. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?reWriteBatchedInserts=true";
    }

    /** The only account, owner of everything. */
    public String user() {
        return Cluster.SUPERUSER;
    }

    /** Made at random for this cluster. */
    public String password() {
        return password;
    }

    @Override
    public synchronized void close() {
        try (lock) { // the next one may start only when this one has ended
            if (server.isAlive()) {
                cluster.stop();
                log.info("PostgreSQL has stopped");
            }
        } catch (IOException e) {
            log.warn("PostgreSQL did not stop in time; it ends with this process and recovers at the next start", e);
        }
    }

    private static FileChannel lock(Path home) throws IOException {
        var channel = FileChannel.open(home.resolve("pg.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException sameProcess) {
            log.debug("{} is locked by this process", home, sameProcess);
        }
        channel.close();
        throw new StartRefused(
                "Another Okienko already works on the data in " + home + ".",
                "Use the one that runs, stop it first, or give this one a folder of its own with OKIENKO_DATA.");
    }

    private void awaitReady() {
        long end = System.nanoTime() + START_LIMIT.toNanos();
        @Nullable SQLException last = null;
        while (System.nanoTime() < end) {
            if (!server.isAlive()) {
                throw new IllegalStateException(
                        "PostgreSQL ended with " + server.exitValue() + ", see " + cluster.logFile());
            }
            try {
                DriverManager.getConnection(url(), user(), password).close();
                return;
            } catch (SQLException e) {
                last = e;
                Commands.pause(POLL_MS);
            }
        }
        throw new IllegalStateException("PostgreSQL is not ready after " + START_LIMIT, last);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
