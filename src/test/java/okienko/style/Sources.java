package okienko.style;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the repository, as a reader meets them. */
final class Sources {

    static final Path PRODUCT = Path.of("src/main/java/okienko");
    static final Path TESTS = Path.of("src/test/java/okienko");

    /** All files below whose names end so, in order. */
    static List<Path> under(Path folder, String... endings) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Sources() {}
}
