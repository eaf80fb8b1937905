package okienko.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * A PostgreSQL server as a child of this JVM, from the binaries on the class path. Durable when
 * {@link Options#home} is kept: data in {@code home/pgdata}, password in {@code home/pg.secret}
 * (0600), log in {@code home/pg.log}.
 */
public final class EmbeddedPg implements AutoCloseable {

    public record Options(Path home, Path binCache, boolean durable, int port, Map<String, String> settings) {
        public static Options durable(Path home) {
            return new Options(home, home.resolve("bin"), true, 0, Map.of());
        }

        public static Options throwaway(Path home, Path binCache) {
            return new Options(home, binCache, false, 0, Map.of());
        }
    }

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPg.class);
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

    private final Options options;
    private final Path bin;
    private final FileChannel lockChannel;
    private final FileLock lock;
    private final int port;
    private final String password;
    private final Process process;

    private EmbeddedPg(
            Options options, Path bin, FileChannel lockChannel, FileLock lock, int port, String password, Process p) {
        this.options = options;
        this.bin = bin;
        this.lockChannel = lockChannel;
        this.lock = lock;
        this.port = port;
        this.password = password;
        this.process = p;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?reWriteBatchedInserts=true";
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return password;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public static EmbeddedPg start(Options options) {
        try {
            long t0 = System.nanoTime();
            Path home = Files.createDirectories(options.home()).toRealPath();
            FileChannel ch =
                    FileChannel.open(home.resolve("pg.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = ch.tryLock();
            if (lock == null) {
                ch.close();
                throw new IllegalStateException("another process already uses " + home);
            }
            Path dist = unpack(options.binCache());
            long t1 = System.nanoTime();
            Path data = home.resolve("pgdata");
            Path secret = home.resolve("pg.secret");
            // a throwaway server runs without fsync and is killed at the end: never start on what it left
            boolean fresh = !options.durable() || !Files.exists(home.resolve("pg.initialised"));
            if (fresh) {
                if (Files.exists(data)) {
                    stopLeftover(dist, data);
                    deleteTree(data); // thrown away, or an initdb that was cut short
                }
                initdb(dist, data, secret, options.durable());
                Files.writeString(home.resolve("pg.initialised"), dist.getFileName() + "\n");
            }
            if (!fresh) {
                stopLeftover(dist, data);
            }
            long t2 = System.nanoTime();
            String password = Files.readString(secret).strip();
            int port = options.port() != 0 ? options.port() : freePort();
            Process p = launch(dist, data, home.resolve("pg.log"), port, options);
            EmbeddedPg pg = new EmbeddedPg(options, dist, ch, lock, port, password, p);
            pg.awaitReady(Duration.ofMinutes(2));
            long t3 = System.nanoTime();
            log.info(
                    "PostgreSQL up on 127.0.0.1:{} pid {} (unpack {} ms, initdb {} ms, start {} ms)",
                    port,
                    p.pid(),
                    (t1 - t0) / 1_000_000,
                    (t2 - t1) / 1_000_000,
                    (t3 - t2) / 1_000_000);
            return pg;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Unpacks into a directory named by the archive's size and mtime-free digest; atomic, so safe for
     * two JVMs.
     */
    private static Path unpack(Path cache) throws IOException {
        Files.createDirectories(cache);
        byte[] head;
        try (InputStream in = archive()) {
            head = java.security.MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        Path target = cache.toRealPath().resolve("pg-" + HexFormat.of().formatHex(head, 0, 8));
        if (Files.isDirectory(target)) {
            return target;
        }
        Path tmp = Files.createTempDirectory(cache, "unpack");
        if (unpackWithTar(tmp)) {
            return moveInPlace(tmp, target);
        }
        try (InputStream in = archive();
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
            TarArchiveEntry e;
            while ((e = tar.getNextEntry()) != null) {
                Path out = tmp.resolve(e.getName()).normalize();
                if (!out.startsWith(tmp)) {
                    throw new IOException("archive entry outside target: " + e.getName());
                }
                if (e.isDirectory()) {
                    Files.createDirectories(out);
                } else {
                    Files.createDirectories(out.getParent());
                    if (e.isSymbolicLink()) {
                        Files.createSymbolicLink(out, Path.of(e.getLinkName()));
                    } else {
                        Files.copy(tar, out);
                        if ((e.getMode() & 0100) != 0) {
                            Files.setPosixFilePermissions(out, PosixFilePermissions.fromString("rwxr-xr-x"));
                        }
                    }
                }
            }
        }
        return moveInPlace(tmp, target);
    }

    /**
     * tar and xz of the system are four times as fast as the Java decoder; absent or failing, the
     * caller goes on.
     */
    private static boolean unpackWithTar(Path into) {
        try {
            Process p = new ProcessBuilder("tar", "-xJf", "-", "-C", into.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream in = archive();
                    var out = p.getOutputStream()) {
                in.transferTo(out);
            }
            return p.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path moveInPlace(Path tmp, Path target) throws IOException {
        Files.setPosixFilePermissions(tmp, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(tmp, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (java.nio.file.FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException raced) {
            deleteTree(tmp);
        }
        return target;
    }

    private static InputStream archive() {
        InputStream in = EmbeddedPg.class.getResourceAsStream(ARCHIVE);
        if (in == null) {
            throw new IllegalStateException(ARCHIVE + " is not on the class path");
        }
        return in;
    }

    private static void initdb(Path dist, Path data, Path secret, boolean durable) throws IOException {
        byte[] rnd = new byte[24];
        new SecureRandom().nextBytes(rnd);
        Files.deleteIfExists(secret);
        Files.createFile(secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(secret, HexFormat.of().formatHex(rnd) + "\n");
        Guise.CURRENT.own(secret);
        Files.createDirectory(data, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Guise.CURRENT.own(data);
        List<String> cmd = new ArrayList<>(dropRoot());
        cmd.addAll(List.of(
                dist.resolve("bin/initdb").toString(),
                "-D",
                data.toString(),
                "-U",
                "postgres",
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--text-search-config=simple"));
        if (!durable) {
            cmd.add("--no-sync");
        }
        run(cmd, Duration.ofMinutes(2));
    }

    private static final int NOBODY = 65534;

    /**
     * postgres refuses uid 0. As root it runs in a user namespace with no mapping: uid 65534 in its own eyes, root's
     * files to the kernel, so any directory will do. Where namespaces are forbidden (some containers) it runs as nobody,
     * which then owns the data and must be able to reach it.
     */
    private enum Guise {
        SELF(List.of()),
        USER_NAMESPACE(List.of("unshare", "-U")),
        NOBODY_USER(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));

        @SuppressWarnings("ImmutableEnumChecker") // List.of
        final List<String> prefix;

        Guise(List<String> prefix) {
            this.prefix = prefix;
        }

        static final Guise CURRENT = pick();

        private static Guise pick() {
            try {
                if ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") != 0) {
                    return SELF;
                }
                String forced = System.getProperty("okienko.database.guise", "");
                if (!forced.isEmpty()) {
                    return valueOf(forced);
                }
                Process p = new ProcessBuilder("unshare", "-U", "true").start();
                return p.waitFor() == 0 ? USER_NAMESPACE : NOBODY_USER;
            } catch (IOException | UnsupportedOperationException e) {
                return NOBODY_USER;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return NOBODY_USER;
            }
        }

        void own(Path path) throws IOException {
            if (this == NOBODY_USER) {
                Files.setAttribute(path, "unix:uid", NOBODY);
                Files.setAttribute(path, "unix:gid", NOBODY);
            }
        }
    }

    private static List<String> dropRoot() {
        return Guise.CURRENT.prefix;
    }

    private static Process launch(Path dist, Path data, Path logFile, int port, Options o) throws IOException {
        Map<String, String> s = new LinkedHashMap<>();
        s.put("listen_addresses", "127.0.0.1");
        s.put("unix_socket_directories", "");
        s.put("max_connections", "100");
        s.put("shared_buffers", "128MB");
        s.put("password_encryption", "scram-sha-256");
        s.put("timezone", "UTC");
        s.put("log_timezone", "UTC");
        s.put("jit", "off");
        if (o.durable()) {
            s.put("max_wal_size", "2GB");
            s.put("wal_compression", "on");
        } else {
            s.put("fsync", "off");
            s.put("synchronous_commit", "off");
            s.put("full_page_writes", "off");
            s.put("autovacuum", "off");
            s.put("max_wal_size", "4GB");
        }
        s.putAll(o.settings());
        List<String> cmd = new ArrayList<>(dropRoot());
        // dies with this JVM, also after kill -9: SIGINT = fast shutdown. After unshare, which would
        // clear it.
        cmd.addAll(List.of("setpriv", "--pdeathsig", "INT"));
        cmd.addAll(List.of(dist.resolve("bin/postgres").toString(), "-D", data.toString(), "-p", "" + port));
        s.forEach((k, v) -> cmd.addAll(List.of("-c", k + "=" + v)));
        ProcessBuilder pb = new ProcessBuilder(cmd)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        pb.environment().keySet().removeIf(k -> k.startsWith("PG") || k.startsWith("LC_"));
        pb.environment().put("LC_ALL", "C");
        // the death signal is tied to the THREAD that forked, so fork from one that lives as long as
        // the JVM
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("embedded-pg-parent").start(() -> {
            try {
                Process p = pb.start();
                started.complete(p);
                p.waitFor();
                Thread.sleep(Long.MAX_VALUE);
            } catch (IOException e) {
                started.completeExceptionally(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        return started.join();
    }

    private static void stopLeftover(Path dist, Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var handle =
                ProcessHandle.of(pid).filter(h -> h.info().command().orElse("").endsWith("/postgres"));
        if (handle.isEmpty()) {
            log.warn("PostgreSQL was not shut down cleanly (stale postmaster.pid {}); it will recover", pid);
            return;
        }
        log.warn("PostgreSQL pid {} of an earlier run still serves {}: stopping it", pid, data);
        List<String> cmd = new ArrayList<>(dropRoot());
        cmd.addAll(List.of(dist.resolve("bin/pg_ctl").toString(), "-D", data.toString(), "-m", "fast", "-w", "stop"));
        run(cmd, Duration.ofMinutes(1));
    }

    private void awaitReady(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        @Nullable SQLException last = null;
        while (System.nanoTime() < end) {
            if (!process.isAlive()) {
                throw new IllegalStateException("PostgreSQL ended with "
                        + process.exitValue()
                        + ", see "
                        + options.home().resolve("pg.log"));
            }
            try {
                DriverManager.getConnection(jdbcUrl("postgres"), user(), password)
                        .close();
                return;
            } catch (SQLException e) {
                last = e;
                sleep(20);
            }
        }
        throw new IllegalStateException("PostgreSQL not ready within " + limit, last);
    }

    @Override
    public synchronized void close() {
        try {
            if (process.isAlive()) {
                List<String> cmd = new ArrayList<>(dropRoot());
                cmd.addAll(List.of(
                        bin.resolve("bin/pg_ctl").toString(),
                        "-D",
                        options.home().toRealPath().resolve("pgdata").toString(),
                        "-m",
                        options.durable() ? "fast" : "immediate",
                        "-w",
                        "-t",
                        "60",
                        "stop"));
                run(cmd, Duration.ofSeconds(70));
                log.info("PostgreSQL stopped");
            }
            lock.release();
            lockChannel.close();
        } catch (IOException e) {
            killQuietly();
        }
    }

    private void killQuietly() {
        if (process.isAlive()) {
            try {
                new ProcessBuilder("kill", "-INT", "" + process.pid()).start().waitFor();
                process.waitFor(20, TimeUnit.SECONDS);
            } catch (IOException | InterruptedException e) {
                process.destroyForcibly();
            }
        }
    }

    private static void run(List<String> cmd, Duration limit) throws IOException {
        Process p = new ProcessBuilder(cmd).redirectErrorStream(true).start();
        String out = new String(p.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        try {
            if (!p.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS) || p.exitValue() != 0) {
                throw new IOException(String.join(" ", cmd) + " failed:\n" + out);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket s = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return s.getLocalPort();
        }
    }

    private static void deleteTree(Path dir) throws IOException {
        try (Stream<Path> s = Files.walk(dir)) {
            for (Path p : s.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(p);
            }
        }
    }

    private static void sleep(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
