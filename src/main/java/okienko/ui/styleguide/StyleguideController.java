package okienko.ui.styleguide;

import java.time.Clock;
import okienko.ui.Notice;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

/** Shows the style guide where {@code okienko.styleguide=true}. */
@Controller
class StyleguideController {

    private final Clock clock;
    private final boolean shown;

    StyleguideController(Clock clock, @Value("${okienko.styleguide:false}") boolean shown) {
        this.clock = clock;
        this.shown = shown;
    }

    @GetMapping("/styleguide")
    StyleguidePage show() {
        if (!shown) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return new StyleguidePage(clock.instant());
    }

    /** What the sample forms post to: says so and comes back. */
    @PostMapping("/styleguide")
    String tried() {
        Notice.undoable("/styleguide", "styleguide.tried");
        return "redirect:/styleguide";
    }
}
