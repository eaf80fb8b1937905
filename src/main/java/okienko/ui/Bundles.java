package okienko.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Finds the words beside the code and merges them: one map a language, English where a translation is missing. */
final class Bundles {

    private Bundles() {}

    static Map<String, String> merged(Language language) {
        Map<String, String> words = new HashMap<>(own(Language.EN));
        words.putAll(own(language));
        return Map.copyOf(words);
    }

    /** What is written in this language itself. */
    static Map<String, String> own(Language language) {
        String suffix = language == Language.EN ? "" : "_" + language.code();
        return read("classpath*:okienko/**/words" + suffix + ".properties");
    }

    private static Map<String, String> read(String pattern) {
        Map<String, String> words = new HashMap<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                Properties lines = new Properties();
                try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    lines.load(reader);
                }
                for (String key : lines.stringPropertyNames()) {
                    if (words.put(key, lines.getProperty(key)) != null) {
                        throw new IllegalStateException("The word '" + key + "' is written twice, the second time in "
                                + file + ": begin keys with the feature's name");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Words could not be read from " + pattern, e);
        }
        return words;
    }
}
