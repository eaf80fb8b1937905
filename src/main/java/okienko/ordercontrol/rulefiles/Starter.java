package okienko.ordercontrol.rulefiles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import okienko.ordercontrol.RuleSet;
import okienko.ui.Words;

/**
 * A rule set the product comes with, to begin from.
 *
 * @param name of its file, {@code starter-<name>.yaml}; its words are {@code rulefile.starter.<name>} and {@code ….about}
 */
public record Starter(String name) {

    public static final List<Starter> ALL =
            List.of(new Starter("small-shop"), new Starter("marketplaces"), new Starter("wholesaler"));

    /** What it is called. */
    public String title(Words words) {
        return words.say("rulefile.starter." + name);
    }

    /** Whom it is for. */
    public String about(Words words) {
        return words.say("rulefile.starter." + name + ".about");
    }

    /** Its rules. */
    public RuleSet rules() {
        RuleFile.Read read = RuleFile.read(text());
        if (!read.usable()) throw new IllegalStateException(name + " cannot be used: " + read.problems());
        return read.rules();
    }

    /** The file as it comes. */
    public String text() {
        String file = "starter-" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(Starter.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }
}
