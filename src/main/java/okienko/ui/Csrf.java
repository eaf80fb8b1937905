package okienko.ui;

import org.springframework.security.web.csrf.CsrfToken;

/** The token every form carries, read from the request the page answers. */
public final class Csrf {

    private Csrf() {}

    /** The form field's name. */
    public static String parameter() {
        CsrfToken token = Shell.current().csrf();
        return token == null ? "_csrf" : token.getParameterName();
    }

    /** The header's name, for scripts. */
    static String header() {
        CsrfToken token = Shell.current().csrf();
        return token == null ? "X-CSRF-TOKEN" : token.getHeaderName();
    }

    /** The token; empty outside a request. */
    public static String token() {
        CsrfToken token = Shell.current().csrf();
        return token == null ? "" : token.getToken();
    }
}
