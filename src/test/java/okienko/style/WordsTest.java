package okienko.style;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePatternUtil;
import com.ibm.icu.text.MessagePatternUtil.ArgNode;
import com.ibm.icu.text.MessagePatternUtil.MessageNode;
import com.ibm.icu.text.MessagePatternUtil.VariantNode;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The office speaks four languages, completely, and nothing it says stands in a template. */
class WordsTest {

    private static final List<String> LANGUAGES = List.of("en", "pl", "ru", "bg");

    private static final Pattern CALL = Pattern.compile("\\bt\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("[\"'`]([A-Za-z0-9_.-]+)[\"'`]");
    private static final Pattern BEGINNING = Pattern.compile("\"([A-Za-z0-9_.-]+[.-])\"\\s*\\+");

    /** {@code audit.record("order.released"} …, also after a condition; one that is put together ends with a dot. */
    private static final Pattern ACT =
            Pattern.compile("audit\\s*\\.record\\(\\s*(?:\\w+,\\s*)?(?:\\w+ \\? )?\"([^\"]+)\"(?: : \"([^\"]+)\")?");

    private static final Map<String, Map<String, String>> WORDS = all();

    @Test
    void everyLanguageSaysEverything() {
        Set<String> english = words("en").keySet();
        var gaps = new TreeMap<String, Set<String>>();
        for (String language : LANGUAGES) {
            var missing = new TreeSet<>(english);
            missing.removeAll(words(language).keySet());
            gaps.put(language + " lacks", missing);
            var extra = new TreeSet<>(words(language).keySet());
            extra.removeAll(english);
            gaps.put(language + " has, English not", extra);
        }
        gaps.values().removeIf(Set::isEmpty);
        assertThat(gaps)
                .as("all four words*.properties of a folder have the same keys")
                .isEmpty();
    }

    @Test
    void everyLanguageUsesTheSameArguments() {
        var differences = new ArrayList<String>();
        words("en")
                .forEach((key, english) -> LANGUAGES.forEach(language -> {
                    String sentence = words(language).getOrDefault(key, english);
                    if (!arguments(key, language, sentence).equals(arguments(key, "en", english))) {
                        differences.add(language + " " + key + ": " + sentence);
                    }
                }));
        assertThat(differences)
                .as("placeholders differ from the English sentence")
                .isEmpty();
    }

    @Test
    void countsAreInflected() {
        var wrong = new ArrayList<String>();
        WORDS.forEach((language, words) -> words.forEach((key, sentence) -> {
            Set<String> forms = PluralRules.forLocale(new ULocale(language)).getKeywords();
            for (VariantsOfCount count : counts(MessagePatternUtil.buildMessageNode(sentence))) {
                if (!count.selectors().containsAll(forms)) {
                    wrong.add(language + " " + key + " needs " + new TreeSet<>(forms) + ": " + sentence);
                }
            }
        }));
        assertThat(wrong)
                .as("a plural needs every form of its language (https://cldr.unicode.org/index/cldr-spec/plural-rules)")
                .isEmpty();
    }

    @Test
    void everyWordAskedForIsThere() {
        var missing = new TreeMap<String, String>();
        for (Path file : Sources.under(Sources.PRODUCT, ".java", ".jte")) {
            if (file.endsWith("package-info.java")) {
                continue; // explains with examples
            }
            CALL.matcher(Sources.text(file))
                    .results()
                    .map(call -> call.group(1))
                    .forEach(key -> {
                        if (!words("en").containsKey(key)) {
                            missing.put(key, file.toString());
                        }
                    });
        }
        assertThat(missing)
                .as("asked for, but in no words.properties: add it in four languages")
                .isEmpty();
    }

    @Test
    void everyActInTheAuditTrailHasAName() {
        var nameless = new TreeSet<String>();
        for (Path file : Sources.under(Sources.PRODUCT, ".java")) {
            ACT.matcher(Sources.text(file))
                    .results()
                    .flatMap(act -> Stream.of(act.group(1), act.group(2)))
                    .filter(Objects::nonNull)
                    .filter(act -> words("en").keySet().stream()
                            .noneMatch(key ->
                                    act.endsWith(".") ? key.startsWith("audit." + act) : key.equals("audit." + act)))
                    .forEach(nameless::add);
        }
        assertThat(nameless)
                .as("shown as a code in the audit trail: add audit.<act> in four languages")
                .isEmpty();
    }

    @Test
    void everyWordIsUsed() {
        var literals = new TreeSet<String>();
        var beginnings = new TreeSet<String>();
        Stream.of(Sources.under(Sources.PRODUCT, ".java", ".jte"), Sources.under(Path.of("src/main/resources"), ".js"))
                .flatMap(List::stream)
                .map(Sources::text)
                .forEach(text -> {
                    LITERAL.matcher(text).results().forEach(hit -> literals.add(hit.group(1)));
                    BEGINNING.matcher(text).results().forEach(hit -> beginnings.add(hit.group(1)));
                });
        var unused = words("en").keySet().stream()
                .filter(key -> !key.startsWith("ui.")) // the shared words wait for whoever needs them
                .filter(key -> !literals.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .collect(toCollection(TreeSet::new));
        assertThat(unused)
                .as("nobody says these: delete them, or write the beginning of a composed key as \"beginning.\" + rest")
                .isEmpty();
    }

    @Test
    void noTextStandsInATemplate() {
        var texts = new TreeMap<String, List<String>>();
        for (Path file : Sources.under(Sources.PRODUCT, ".jte")) {
            if (file.toString().contains("/styleguide/")) {
                continue; // shows made-up data, not sentences
            }
            List<String> found = new TemplateText(Sources.text(file)).literals();
            if (!found.isEmpty()) {
                texts.put(file.toString(), found);
            }
        }
        assertThat(texts)
                .as("text belongs into words.properties in four languages: t(\"key\")")
                .isEmpty();
    }

    private static Map<String, String> words(String language) {
        return Objects.requireNonNull(WORDS.get(language));
    }

    /** Language → key → sentence; a key stands in one folder only, or the office would say either at random. */
    private static Map<String, Map<String, String>> all() {
        var all = new HashMap<String, Map<String, String>>();
        for (String language : LANGUAGES) {
            var words = new TreeMap<String, String>();
            String name = language.equals("en") ? "words.properties" : "words_" + language + ".properties";
            for (Path file : Sources.under(Sources.PRODUCT, "/" + name)) {
                read(file).forEach((key, sentence) -> {
                    if (words.put((String) key, (String) sentence) != null) {
                        throw new AssertionError(key + " stands twice, the second time in " + file);
                    }
                });
            }
            all.put(language, words);
        }
        return all;
    }

    private static Properties read(Path file) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(Files.readString(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return properties;
    }

    private static Set<String> arguments(String key, String language, String sentence) {
        try {
            return new TreeSet<>(new MessageFormat(sentence, new ULocale(language)).getArgumentNames());
        } catch (IllegalArgumentException e) {
            throw new AssertionError(language + " " + key + " is not a message: " + sentence, e);
        }
    }

    private record VariantsOfCount(Set<String> selectors) {}

    private static List<VariantsOfCount> counts(MessageNode sentence) {
        var found = new ArrayList<VariantsOfCount>();
        for (var part : sentence.getContents()) {
            if (part instanceof ArgNode argument && argument.getComplexStyle() != null) {
                List<VariantNode> variants = argument.getComplexStyle().getVariants();
                variants.forEach(variant -> found.addAll(counts(variant.getMessage())));
                if ("plural".equals(argument.getTypeName())) {
                    found.add(new VariantsOfCount(
                            variants.stream().map(VariantNode::getSelector).collect(toCollection(TreeSet::new))));
                }
            }
        }
        return found;
    }
}
