package okienko.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * As whom PostgreSQL runs, since it refuses root. Started by root it runs in a user namespace without a mapping: not
 * root in its own eyes, root's files to the kernel, so any folder will do. Where namespaces are forbidden (some
 * containers) it runs as nobody, who then owns the data and must be able to reach it.
 */
enum Guise {
    SELF(List.of()),
    USER_NAMESPACE(List.of("unshare", "-U")),
    NOBODY(List.of("setpriv", "--reuid=" + Guise.NOBODY_ID, "--regid=" + Guise.NOBODY_ID, "--clear-groups"));

    static final Guise CURRENT = pick();

    private static final int NOBODY_ID = 65534; // "nobody" on every Linux

    @SuppressWarnings("ImmutableEnumChecker") // List.of
    final List<String> prefix;

    Guise(List<String> prefix) {
        this.prefix = prefix;
    }

    /** Gives a file to whom PostgreSQL runs as. */
    void own(Path path) throws IOException {
        if (this == NOBODY) {
            Files.setAttribute(path, "unix:uid", NOBODY_ID);
            Files.setAttribute(path, "unix:gid", NOBODY_ID);
        }
    }

    private static Guise pick() {
        try {
            if ((Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid") != 0) {
                return SELF;
            }
            String forced = System.getProperty("okienko.database.guise", "");
            if (!forced.isEmpty()) {
                return valueOf(forced);
            }
            return new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0 ? USER_NAMESPACE : NOBODY;
        } catch (IOException e) {
            return NOBODY;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return NOBODY;
        }
    }
}
