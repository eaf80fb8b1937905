package okienko.access.signin;

import okienko.ui.Page;
import org.springframework.http.HttpStatus;

/**
 * Choosing one's own password.
 *
 * @param temporary whether somebody else set the present one, so that nothing else opens before
 * @param wrong whether the present password was another one
 * @param different whether the two new ones differ
 * @param weakness why the new one is refused, a {@link okienko.access.Weakness}; empty when it is not
 */
record PasswordPage(String login, boolean temporary, boolean wrong, boolean different, String weakness)
        implements Page {

    @Override
    public HttpStatus status() {
        return wrong || different || !weakness.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK;
    }
}
