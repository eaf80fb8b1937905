package okienko.connections.settings;

import java.net.URI;
import java.security.Principal;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.connections.Subscription;
import okienko.connections.hooks.Subscriptions;
import okienko.connections.http.Ways;
import okienko.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Asks a shop to call the office, and looks after it from then on. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class SubscriptionController {

    private final Connections connections;
    private final Subscriptions subscriptions;
    private final Ways ways;

    SubscriptionController(Connections connections, Subscriptions subscriptions, Ways ways) {
        this.connections = connections;
        this.subscriptions = subscriptions;
        this.ways = ways;
    }

    /** The shop is to call the address under which the administrator sees the office just now. */
    @PostMapping("/settings/connections/{id:\\d{1,18}}/subscription")
    String settle(@PathVariable long id, @RequestParam String action, Principal who) {
        Connection connection =
                connections.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (connection.kind().calls() != Subscription.Way.ASKED) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        if (action.equals("end")) {
            subscriptions.end(connection, who.getName());
            Notice.done("connections.calls.ended");
        } else {
            begin(connection, who.getName());
        }
        return "redirect:/settings/connections/" + id;
    }

    private void begin(Connection connection, String agent) {
        if (connection
                .credentials()
                .getOrDefault(connection.kind().secret(), "")
                .isEmpty()) {
            Notice.problem("connections.calls.secret");
            return;
        }
        String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/hooks/" + connection.id())
                .toUriString();
        subscriptions.begin(connection, URI.create(address), agent);
        subscriptions.look(connection, ways.to(connection));
        Subscriptions.Watch watch = subscriptions.report(connection.id()).watch();
        if (watch != null && watch.standing() == Subscriptions.Standing.ACTIVE) Notice.done("connections.calls.begun");
        else Notice.problem("connections.calls.refused", watch == null ? "" : watch.said());
    }
}
