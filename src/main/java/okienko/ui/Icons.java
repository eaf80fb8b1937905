package okienko.ui;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.ClassPathResource;

/**
 * Icons of <a href="https://lucide.dev">Lucide</a> (ISC licence), written into the page: no request, they take the text's colour.
 * Their drawing is a few hundred bytes each; a sprite of all would be 370 kB.
 */
public final class Icons {

    private static final Map<String, String> DRAWN = new ConcurrentHashMap<>();

    private Icons() {}

    /** The drawing of one icon as SVG, hidden from screen readers: the text beside it says the same. */
    public static String svg(String name) {
        return DRAWN.computeIfAbsent(name, Icons::read);
    }

    private static String read(String name) {
        if (!name.matches("[a-z0-9-]{1,40}")) {
            throw new IllegalArgumentException("'" + name + "' is not an icon's name such as phone-call");
        }
        var file = new ClassPathResource(Assets.webjarResource("lucide-static", "icons/" + name + ".svg"));
        try (InputStream in = file.getInputStream()) {
            String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String drawing =
                    whole.substring(whole.indexOf('>', whole.indexOf("<svg")) + 1, whole.lastIndexOf("</svg>"));
            return "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">"
                    + drawing.replaceAll("\\s+", " ").strip()
                    + "</svg>";
        } catch (IOException e) {
            throw new UncheckedIOException("Lucide has no icon '" + name + "'", e);
        }
    }
}
