package okienko.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ClassPathResource;

/** Measures the colours of {@code tokens.css} by WCAG 2.2: text 4.5 : 1 (1.4.3), edges of controls and focus 3 : 1 (1.4.11). */
class ContrastTest {

    private static final Pattern COLOUR =
            Pattern.compile("--([a-z-]+): (?:light-dark\\((#\\w{6}), (#\\w{6})\\)|(#\\w{6}));");
    private static final List<String> GROUNDS = List.of("canvas", "surface", "raised", "hover", "selected");

    @ParameterizedTest
    @CsvSource({"text,4.5", "text-soft,4.5", "accent-text,4.5", "focus,3"})
    void isReadableOnEveryGround(String colour, double least) throws IOException {
        GROUNDS.forEach(ground -> check(colour, ground, least));
    }

    @ParameterizedTest
    @CsvSource({
        "text-faint,canvas,4.5",
        "text-faint,surface,4.5",
        "text-faint,raised,4.5",
        "text-faint,sunken,4.5",
        "line-strong,surface,3",
        "line-strong,raised,3",
        "on-accent,accent,4.5",
        "on-accent,accent-strong,4.5",
        "on-accent,bad-fill,4.5",
        "good,good-soft,4.5",
        "wait,wait-soft,4.5",
        "held,held-soft,4.5",
        "bad,bad-soft,4.5",
        "shadow,shadow-soft,4.5",
        "quiet,quiet-soft,4.5",
        "info,info-soft,4.5",
        "bad,surface,4.5",
        "held,surface,4.5",
        "good,surface,4.5",
        "text,held-soft,4.5",
        "text,bad-soft,4.5"
    })
    void isReadable(String colour, String ground, double least) throws IOException {
        check(colour, ground, least);
    }

    private static void check(String colour, String ground, double least) {
        String[] front = tokens().getOrDefault(colour, new String[0]);
        String[] back = tokens().getOrDefault(ground, new String[0]);
        assertThat(front).as(colour).hasSize(2);
        assertThat(back).as(ground).hasSize(2);
        for (int theme = 0; theme < 2; theme++) {
            assertThat(contrast(front[theme], back[theme]))
                    .as("%s on %s in %s", colour, ground, theme == 0 ? "light" : "dark")
                    .isGreaterThanOrEqualTo(least);
        }
    }

    private static Map<String, String[]> tokens() {
        try {
            Matcher matcher = COLOUR.matcher(
                    new ClassPathResource("static/css/tokens.css").getContentAsString(StandardCharsets.UTF_8));
            Map<String, String[]> tokens = new HashMap<>();
            while (matcher.find()) {
                String both = matcher.group(4);
                tokens.put(
                        matcher.group(1),
                        both == null ? new String[] {matcher.group(2), matcher.group(3)} : new String[] {both, both});
            }
            return tokens;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static double contrast(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
