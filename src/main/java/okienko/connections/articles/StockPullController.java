package okienko.connections.articles;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Duration;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.ui.Notice;
import okienko.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Switches taking over a shop's stock on and off, and shows how it is going. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class StockPullController {

    private static final String PAGE = "/settings/connections/{id:\\d{1,18}}/stock";
    private static final int SHORTEST_MINUTES = 5;
    private static final int LONGEST_MINUTES = 1_440;
    private static final int MOST_DOUBLED = 20;

    private final Connections connections;
    private final Pulls pulls;

    StockPullController(Connections connections, Pulls pulls) {
        this.connections = connections;
        this.pulls = pulls;
    }

    @GetMapping(PAGE)
    StockPullPage show(@PathVariable long id, HttpServletRequest request) {
        Connection connection = known(id);
        Duration every = pulls.find(id).map(Pull::every).orElse(Pulls.EVERY);
        return page(connection, Long.toString(every.toMinutes()), "", request);
    }

    @PostMapping(PAGE)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    Object start(@PathVariable long id, @RequestParam String minutes, Principal who, HttpServletRequest request) {
        Connection connection = known(id);
        String typed = minutes.strip();
        if (!typed.matches("\\d{1,4}")
                || Integer.parseInt(typed) < SHORTEST_MINUTES
                || Integer.parseInt(typed) > LONGEST_MINUTES) {
            return page(
                    connection,
                    typed,
                    Words.t("pull.minutes.wrong", typed, SHORTEST_MINUTES, LONGEST_MINUTES),
                    request);
        }
        boolean on = pulls.find(id).isPresent();
        pulls.start(connection, Duration.ofMinutes(Integer.parseInt(typed)), who.getName());
        Notice.done(on ? "pull.changed" : "pull.started");
        return back(id);
    }

    /** Takes the stock over no longer. */
    @PostMapping(PAGE + "/end")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String stop(@PathVariable long id) {
        pulls.stop(known(id));
        Notice.done("pull.stopped");
        return back(id);
    }

    /** Asks for a round now. */
    @PostMapping(PAGE + "/round")
    String round(@PathVariable long id) {
        pulls.hurry(known(id).id());
        Notice.done("pull.hurried");
        return back(id);
    }

    private StockPullPage page(Connection connection, String minutes, String problem, HttpServletRequest request) {
        long id = connection.id();
        return new StockPullPage(
                connection,
                pulls.find(id).orElse(null),
                minutes,
                problem,
                pulls.counts(id),
                pulls.doubled(id, MOST_DOUBLED),
                pulls.before(id),
                request.isUserInRole("ADMINISTRATOR"));
    }

    private static String back(long id) {
        return "redirect:/settings/connections/" + id + "/stock";
    }

    /** A shop whose platform says what it sells. */
    private Connection known(long id) {
        return connections
                .find(id)
                .filter(connection -> connection.kind().stock().isPresent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
