package okienko.shops.imports;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okienko.shops.imports.OrderImport.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * A folder into which other programs put files. A sub-folder's name is the channel. A file is taken once it has kept its
 * size from one look to the next; names ending in {@code .part} or {@code .tmp} are not finished. When its import is over it
 * appears in {@code done} or {@code failed} there, whole, by renaming.
 */
@Component
class DropFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final int MAX_FILES_A_LOOK = 1_000;
    private static final Set<String> UNFINISHED = Set.of(".part", ".tmp", ".crdownload", ".filepart");
    private static final String DONE = "done";
    private static final String FAILED = "failed";

    private final Imports imports;
    private final Path inbox;
    private Map<Path, String> lastLook = Map.of();

    DropFolder(Imports imports, @Value("${okienko.data:./data}") Path data, @Value("${okienko.inbox:}") String inbox)
            throws IOException {
        this.imports = imports;
        this.inbox = inbox.isBlank() ? data.resolve("inbox") : Path.of(inbox);
        Files.createDirectories(this.inbox);
    }

    Path path() {
        return inbox;
    }

    /** Takes the files that have stopped growing since the last look. One caller at a time. */
    void collect() {
        try {
            for (OrderImport announced : imports.fetching()) {
                fetch(announced); // a crash came between announcing and moving
            }
            Map<Path, String> look = look();
            for (Map.Entry<Path, String> seen : look.entrySet()) {
                if (seen.getValue().equals(lastLook.get(seen.getKey()))) {
                    Path file = seen.getKey();
                    long id = imports.announce(file.getFileName().toString(), file.toString(), channel(file));
                    fetch(imports.find(id).orElseThrow());
                }
            }
            lastLook = look;
        } catch (IOException e) {
            LOG.warn("the drop folder {} cannot be read", inbox, e);
        }
    }

    /** Shows the sender that the file is through: a copy of it appears in done or failed. */
    void settle(OrderImport file) {
        if (file.origin().isEmpty()) {
            return;
        }
        Path target = inbox.resolve(file.state() == State.DONE ? DONE : FAILED).resolve(file.channel());
        try {
            Files.createDirectories(target);
            Path part = target.resolve("." + file.id() + ".part");
            Files.copy(imports.path(file), part, StandardCopyOption.REPLACE_EXISTING);
            Path named = target.resolve(file.fileName());
            // a name that is taken already gets the import's number
            Files.move(
                    part,
                    Files.exists(named) ? target.resolve(file.id() + "-" + file.fileName()) : named,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("import {} is over, but its file cannot be put into {}", file.id(), target, e);
        }
    }

    private void fetch(OrderImport file) throws IOException {
        try {
            if (!Files.exists(imports.path(file))) {
                move(Path.of(file.origin()), imports.path(file));
            }
            imports.fetched(file.id());
        } catch (NoSuchFileException _) {
            LOG.warn("{} disappeared from the drop folder before it could be taken", file.origin());
            imports.cancel(file.id());
        }
    }

    /** The drop folder may be on another disk than the data folder. */
    private static void move(Path from, Path to) throws IOException {
        Path part = to.resolveSibling(to.getFileName() + ".part");
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (java.nio.file.AtomicMoveNotSupportedException _) {
            Files.copy(from, part, StandardCopyOption.REPLACE_EXISTING);
            Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(from);
        } catch (FileAlreadyExistsException _) {
            Files.delete(from);
        }
    }

    private Map<Path, String> look() throws IOException {
        Map<Path, String> files = new HashMap<>();
        try (Stream<Path> found = Files.find(inbox, 2, (path, about) -> about.isRegularFile() && finished(path))) {
            for (Path file : found.limit(MAX_FILES_A_LOOK).toList()) {
                BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
                files.put(file, about.size() + " " + about.lastModifiedTime());
            }
        }
        return files;
    }

    private boolean finished(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        String first = inbox.relativize(file).getName(0).toString();
        return !name.startsWith(".")
                && UNFINISHED.stream().noneMatch(name::endsWith)
                && !List.of(DONE, FAILED).contains(first);
    }

    private String channel(Path file) {
        Path relative = inbox.relativize(file);
        return relative.getNameCount() > 1 ? relative.getName(0).toString() : "";
    }
}
