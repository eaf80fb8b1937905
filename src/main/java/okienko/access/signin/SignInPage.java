package okienko.access.signin;

import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * The way in for people.
 *
 * @param refused whether login or password was wrong just now
 * @param ended whether a session came to its end
 * @param bye whether they signed out just now
 * @param waitSeconds how long to wait before the next attempt; null when there is no wait
 */
record SignInPage(
        boolean refused,
        boolean ended,
        boolean bye,
        @Nullable Long waitSeconds) implements Page {}
