package okienko.ui.styleguide;

import java.time.Clock;
import okienko.ui.Notice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** Shows the style guide where {@code okienko.styleguide=true}. */
@Controller
@ConditionalOnBooleanProperty("okienko.styleguide")
class StyleguideController {

    private final Clock clock;

    StyleguideController(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/styleguide")
    StyleguidePage show() {
        return new StyleguidePage(clock.instant());
    }

    /** What the sample forms post to: says so and comes back. */
    @PostMapping("/styleguide")
    String tried() {
        Notice.undoable("/styleguide", "styleguide.tried");
        return "redirect:/styleguide";
    }
}
