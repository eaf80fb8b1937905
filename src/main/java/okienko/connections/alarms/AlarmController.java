package okienko.connections.alarms;

import java.security.Principal;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.ui.Front;
import okienko.ui.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.server.ResponseStatusException;

/** Lets a manager say that they know of a connection that fails. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class AlarmController {

    private final Connections connections;
    private final ConnectionAlarms alarms;
    private final Front front;

    AlarmController(Connections connections, ConnectionAlarms alarms, Front front) {
        this.connections = connections;
        this.alarms = alarms;
        this.front = front;
    }

    /** Stops the alarm until the connection has worked and fails again. */
    @PostMapping("/settings/connections/{id:\\d{1,18}}/acknowledgement")
    Object acknowledge(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Principal who) {
        Connection connection =
                connections.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (alarms.acknowledge(connection, who.getName())) Notice.done("connections.alarm.acknowledged");
        else Notice.info("connections.alarm.over");
        if (fragment != null) return front.alarms();
        return "redirect:/settings/connections/" + id;
    }
}
