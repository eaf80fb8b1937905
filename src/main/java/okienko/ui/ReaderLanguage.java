package okienko.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** The language of a request: what the reader chose, else what the browser asks for, else English. */
@Component("localeResolver")
class ReaderLanguage implements LocaleResolver {

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return Preferences.of(request).language().locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        if (response != null && locale != null) {
            String code = Language.of(locale).code();
            response.addCookie(Preferences.chosen(Preferences.LANGUAGE_COOKIE, code, request.isSecure()));
        }
    }
}
