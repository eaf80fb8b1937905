package okienko.payments.statements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A folder into which the bank's program puts statements: {@code statements} in the data folder, or {@code
 * okienko.statements}. A file is taken once it has kept its size from one look to the next; then it is kept in the
 * database and moved to {@code done} there. A crash in between takes it once more, which changes nothing.
 */
@Component
class StatementFolder {

    private static final Logger LOG = LoggerFactory.getLogger(StatementFolder.class);
    private static final int MAX_FILES_A_LOOK = 200;
    static final long MAX_BYTES = 64L * 1024 * 1024;
    private static final Set<String> UNFINISHED = Set.of(".part", ".tmp", ".crdownload", ".filepart");

    private final StatementFiles files;
    private final Path inbox;
    private Map<Path, String> lastLook = Map.of();

    StatementFolder(
            StatementFiles files,
            @Value("${okienko.data:./data}") Path data,
            @Value("${okienko.statements:}") String folder)
            throws IOException {
        this.files = files;
        this.inbox = folder.isBlank() ? data.resolve("statements") : Path.of(folder);
        Files.createDirectories(inbox.resolve("done"));
    }

    Path path() {
        return inbox;
    }

    /** Takes the files that have stopped growing since the last look. One caller at a time. */
    void collect() {
        try {
            Map<Path, String> look = look();
            for (Map.Entry<Path, String> seen : look.entrySet()) {
                if (seen.getValue().equals(lastLook.get(seen.getKey()))) take(seen.getKey());
            }
            lastLook = look;
        } catch (IOException e) {
            LOG.warn("the folder of statements {} cannot be read", inbox, e);
        }
    }

    private void take(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (Files.size(file) > MAX_BYTES) {
            LOG.warn("{} is larger than {} bytes and stays where it is", file, MAX_BYTES);
            return;
        }
        StatementFiles.Stored stored = files.keep(Files.readAllBytes(file), name, "folder", "");
        Path done = inbox.resolve("done").resolve(name);
        // a name that is taken already gets the file's number
        Path target = Files.exists(done) ? inbox.resolve("done").resolve(stored.id() + "-" + name) : done;
        Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
    }

    private Map<Path, String> look() throws IOException {
        Map<Path, String> found = new HashMap<>();
        try (Stream<Path> all = Files.list(inbox)) {
            List<Path> ready = all.filter(StatementFolder::finished)
                    .limit(MAX_FILES_A_LOOK)
                    .toList();
            for (Path file : ready) {
                BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
                found.put(file, about.size() + " " + about.lastModifiedTime());
            }
        }
        return found;
    }

    private static boolean finished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return Files.isRegularFile(file)
                && !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith);
    }
}
