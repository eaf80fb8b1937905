package okienko.ordercontrol.comments;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of colours by their stems, in the languages of the buyers, as {@link Folding} writes them. */
final class Colours {

    private static final List<String> STEMS = List.of(
            "czarn",
            "bial",
            "czerwon",
            "niebiesk",
            "zielon",
            "zolt",
            "szar",
            "rozow",
            "fioletow",
            "granatow",
            "bezow",
            "brazow",
            "srebrn",
            "zlot",
            "grafitow",
            "turkusow",
            "bordow",
            "kremow",
            "mietow",
            "black",
            "white",
            "blue",
            "green",
            "yelow",
            "gray",
            "grey",
            "pink",
            "purple",
            "beige",
            "brown",
            "silver",
            "navy",
            "chern",
            "belo",
            "belyy",
            "krasn",
            "sin",
            "zelen",
            "zhelt",
            "ser",
            "rozov",
            "cherven",
            "byal",
            "siv",
            "schwarz",
            "weis",
            "blau",
            "grun",
            "gelb",
            "grau",
            "bila",
            "cerven",
            "modr",
            "zlut",
            "chorn",
            "chervon");

    /** Too short to be told from other words by a beginning: only with an ending of an adjective. */
    private static final Set<String> ENDINGS = Set.of(
            "", "a", "e", "y", "i", "o", "u", "ya", "iy", "yy", "ego", "ej", "oy", "yu", "aya", "oe", "ie", "ym", "im",
            "ou", "na", "en", "ata", "ite", "oto");

    private Colours() {}

    static @Nullable String in(String text) {
        for (String word : Folding.of(text).split(" ", -1)) {
            for (String stem : STEMS) {
                if (word.startsWith(stem) && ENDINGS.contains(word.substring(stem.length()))) return word;
            }
        }
        return null;
    }
}
