package okienko.access.signin;

import java.time.Duration;
import org.springframework.security.authentication.LockedException;

/** Refused without looking at the password: too many attempts failed before. */
final class TooManyAttempts extends LockedException {

    private final Duration pause;

    TooManyAttempts(Duration pause) {
        super("too many failed attempts to sign in");
        this.pause = pause;
    }

    Duration pause() {
        return pause;
    }
}
