package okienko.ui;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.web.util.WebUtils;

/**
 * What a reader chose for this browser, kept in cookies, so that it holds on the sign-in page too.
 *
 * @param language chosen, or else the best the browser accepts
 * @param theme {@code light}, {@code dark} or {@code system}
 * @param singleKeys whether single letters act (WCAG 2.1.4 wants a way to switch them off)
 */
record Preferences(Language language, String theme, boolean singleKeys) {

    static final List<String> THEMES = List.of("system", "light", "dark");
    static final String LANGUAGE_COOKIE = "okienko-language";
    static final String THEME_COOKIE = "okienko-theme";
    static final String KEYS_COOKIE = "okienko-keys";

    private static final Duration KEPT = Duration.ofDays(400);

    static Preferences of(HttpServletRequest request) {
        Language language =
                cookie(request, LANGUAGE_COOKIE).flatMap(Language::of).orElseGet(() -> accepted(request));
        String theme = cookie(request, THEME_COOKIE).filter(THEMES::contains).orElse("system");
        boolean singleKeys = cookie(request, KEYS_COOKIE).filter("off"::equals).isEmpty();
        return new Preferences(language, theme, singleKeys);
    }

    static Cookie chosen(String name, String value, boolean secure) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setMaxAge((int) KEPT.toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private static Language accepted(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Language.EN
                : Language.preferred(Collections.list(request.getLocales()));
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }
}
