package okienko.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Sends a person to the sign-in page, with what they need to know. */
final class BrowserAnswers implements AuthenticationEntryPoint, AccessDeniedHandler, AuthenticationFailureHandler {

    static final String SIGN_IN = "/sign-in";

    /** Nobody is signed in, or no longer. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") != null) {
            // a redirect would put the sign-in page into the middle of the screen
            response.setHeader("HX-Redirect", request.getContextPath() + SIGN_IN);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            return;
        }
        response.sendRedirect(request.getContextPath() + SIGN_IN + (isStale(request) ? "?ended" : ""));
    }

    /** Signed in, but it is not theirs to do; or the form was sent after its session had ended. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && isStale(request)) {
            response.sendRedirect(request.getContextPath() + SIGN_IN + "?ended");
        } else {
            // the error page tells a form grown stale from a missing right
            request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    /** Login or password is wrong, or it is too early to try again. */
    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        String outcome = why instanceof TooManyAttempts tooMany
                ? "?wait=" + Math.max(1, tooMany.pause().toSeconds())
                : "?refused";
        response.sendRedirect(request.getContextPath() + SIGN_IN + outcome);
    }

    /** Whether the browser still holds the cookie of a session that is over. */
    private static boolean isStale(HttpServletRequest request) {
        return request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid();
    }
}
