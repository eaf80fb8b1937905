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
        Map<String, String> words = new HashMap<>(read("classpath*:okienko/**/words.properties"));
        if (language != Language.EN) {
            words.putAll(read("classpath*:okienko/**/words_" + language.code() + ".properties"));
        }
        return Map.copyOf(words);
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
