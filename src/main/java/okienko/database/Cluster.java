package okienko.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import okienko.database.EmbeddedPostgres.Keeping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One PostgreSQL data directory and the commands that make it, serve it and stop it. */
record Cluster(Path home, Path programs, Keeping keeping) {

    static final String SUPERUSER = "postgres";

    private static final Logger log = LoggerFactory.getLogger(Cluster.class);
    private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final int PASSWORD_BYTES = 24;

    String password() throws IOException {
        return Files.readString(secret()).strip();
    }

    Path logFile() {
        return home.resolve("pg.log");
    }

    /** Leaves a data directory nobody serves: a new one, or the kept one of an earlier run. */
    void prepare() throws IOException {
        // a throw-away server runs without fsync and is killed at the end: what it left is never used again
        boolean fresh = keeping == Keeping.THROWAWAY || !Files.exists(initialised());
        if (Files.exists(data())) {
            stopLeftover();
        }
        if (fresh) {
            Binaries.deleteTree(data()); // thrown away, or an initdb that was cut short
            initialise();
            Files.writeString(initialised(), programs.getFileName() + "\n");
        }
    }

    /** Starts the server; it answers a little later. */
    Process launch(int port) {
        var command = new ArrayList<>(Guise.CURRENT.prefix);
        // ends with this process, also after kill -9: SIGINT is a fast shutdown. Behind unshare, which would clear it.
        command.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        command.addAll(List.of(program("postgres"), "-D", data().toString(), "-p", Integer.toString(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        var server = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        server.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        server.environment().put("LC_ALL", "C");
        return startFromLastingThread(server);
    }

    void stop() throws IOException {
        var command = new ArrayList<>(Guise.CURRENT.prefix);
        String mode = keeping == Keeping.DURABLE ? "fast" : "immediate";
        command.addAll(List.of(program("pg_ctl"), "-D", data().toString(), "-m", mode));
        command.addAll(List.of("-w", "-t", Long.toString(STOP_LIMIT.toSeconds()), "stop"));
        Commands.run(command, STOP_LIMIT.plusSeconds(10));
    }

    /** The kernel sends the death signal when the THREAD that forked ends, so one that lasts does it. */
    private static Process startFromLastingThread(ProcessBuilder server) {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("postgres-parent").start(() -> {
            try {
                started.complete(server.start());
                Thread.sleep(Long.MAX_VALUE);
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return started.join();
    }

    private void stopLeftover() throws IOException {
        Path pidFile = data().resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        long pid = lines.isEmpty() ? 0 : Long.parseLong(lines.getFirst().strip());
        var leftover = ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"));
        if (leftover.isEmpty()) {
            log.info("PostgreSQL was not shut down in order; it recovers now");
            return;
        }
        log.info("PostgreSQL of an earlier run (process {}) is still ending; waiting for it", pid);
        stop();
    }

    private void initialise() throws IOException {
        var random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(secret());
        Files.createFile(secret(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret(), HexFormat.of().formatHex(random) + "\n");
        Guise.CURRENT.own(secret());
        Files.createDirectory(
                data(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Guise.CURRENT.own(data());
        var command = new ArrayList<>(Guise.CURRENT.prefix);
        command.addAll(List.of(program("initdb"), "-D", data().toString(), "-U", SUPERUSER, "--pwfile=" + secret()));
        command.addAll(List.of("--auth=scram-sha-256", "-E", "UTF8", "--text-search-config=simple"));
        // the built-in provider sorts alike on every machine, whatever its C library
        command.addAll(List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (keeping == Keeping.THROWAWAY) {
            command.add("--no-sync");
        }
        Commands.run(command, INITDB_LIMIT);
    }

    private Map<String, String> settings() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "100");
        settings.put("shared_buffers", "128MB");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("jit", "off"); // costs more than it gains on short statements
        if (keeping == Keeping.DURABLE) {
            settings.put("max_wal_size", "2GB");
            settings.put("wal_compression", "on");
        } else {
            settings.put("fsync", "off");
            settings.put("synchronous_commit", "off");
            settings.put("full_page_writes", "off");
            settings.put("autovacuum", "off");
            settings.put("max_wal_size", "4GB");
        }
        return settings;
    }

    private String program(String name) {
        return programs.resolve("bin").resolve(name).toString();
    }

    private Path data() {
        return home.resolve("pgdata");
    }

    private Path secret() {
        return home.resolve("pg.secret");
    }

    /** Written last, so that a first start cut short begins anew. */
    private Path initialised() {
        return home.resolve("pg.initialised");
    }
}
