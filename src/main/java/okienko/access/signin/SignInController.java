package okienko.access.signin;

import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the sign-in page; Spring Security takes what it sends. */
@Controller
@PreAuthorize("permitAll()")
class SignInController {

    @GetMapping("/sign-in")
    SignInPage show(
            @RequestParam @Nullable String refused,
            @RequestParam @Nullable String ended,
            @RequestParam @Nullable String bye,
            @RequestParam(name = "wait") @Nullable Long waitSeconds) {
        return new SignInPage(refused != null, ended != null, bye != null, waitSeconds);
    }
}
