package okienko.ordercontrol.comments;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A comment somebody has labelled.
 *
 * @param intent what its writer wants; null when it changes nothing
 * @param hard whether it changes nothing although its words look like a wish
 */
record Example(String language, String text, @Nullable Intent intent, boolean hard) {

    static final List<String> LANGUAGES = List.of("pl", "en", "ru", "bg", "de", "uk", "cs");

    private static final String NONE = "none";

    boolean relevant() {
        return intent != null;
    }

    /** The files {@code training_<language>.txt} beside this class. */
    static List<Example> training() {
        return all(Example.class, "training_");
    }

    static List<Example> all(Class<?> beside, String prefix) {
        List<Example> examples = new ArrayList<>();
        for (String language : LANGUAGES) {
            String name = prefix + language + ".txt";
            InputStream bytes = beside.getResourceAsStream(name);
            if (bytes == null) throw new IllegalStateException("the build left out " + name);
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
                read(language, lines.lines().toList(), examples);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return examples;
    }

    /** A line {@code @intent}, or {@code @none everyday}, {@code @none hard}, says what the lines after it are. */
    private static void read(String language, List<String> lines, List<Example> examples) {
        String heading = NONE;
        for (String line : lines) {
            if (line.startsWith("@")) heading = line.substring(1).strip();
            else if (!line.isBlank()) examples.add(labelled(language, line, heading));
        }
    }

    private static Example labelled(String language, String text, String heading) {
        boolean none = heading.startsWith(NONE);
        return new Example(language, text, none ? null : Intent.labelled(heading), heading.endsWith("hard"));
    }
}
