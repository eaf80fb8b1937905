package okienko.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Keeps what a reader chooses: language, light or dark, single keys. Open to everybody, the sign-in page has the switch too. */
@Controller
class PreferencesController {

    @PostMapping("/preferences")
    String choose(
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String theme,
            @RequestParam @Nullable String keys,
            HttpServletRequest request,
            HttpServletResponse response) {
        boolean secure = request.isSecure();
        if (language != null && Language.of(language).isPresent()) {
            response.addCookie(Preferences.chosen(Preferences.LANGUAGE_COOKIE, language, secure));
        }
        if (theme != null && Preferences.THEMES.contains(theme)) {
            response.addCookie(Preferences.chosen(Preferences.THEME_COOKIE, theme, secure));
        }
        if (keys != null) {
            response.addCookie(Preferences.chosen(Preferences.KEYS_COOKIE, keys.equals("off") ? "off" : "on", secure));
        }
        return "redirect:" + backTo(request);
    }

    /** Back to the page it was chosen on, never to another host. */
    private static String backTo(HttpServletRequest request) {
        String referer = request.getHeader("Referer");
        if (referer == null) {
            return "/";
        }
        try {
            URI page = URI.create(referer);
            String path = page.getRawPath() == null || !page.getRawPath().startsWith("/") ? "/" : page.getRawPath();
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return path.startsWith("//") ? "/" : path + query;
        } catch (IllegalArgumentException e) {
            return "/";
        }
    }
}
