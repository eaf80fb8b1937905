package okienko.ordercontrol.alarms;

import java.security.Principal;
import okienko.ui.Front;
import okienko.ui.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Lets a manager say that they know of a rule that breaks down. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class AcknowledgementController {

    private final RuleAlarms alarms;
    private final Front front;

    AcknowledgementController(RuleAlarms alarms, Front front) {
        this.alarms = alarms;
        this.front = front;
    }

    /**
     * Stops the alarm until the rule breaks down again.
     *
     * @param failures of how many they were told
     */
    @PostMapping("/settings/rules/{rule}/acknowledgement")
    Object acknowledge(
            @PathVariable String rule,
            @RequestParam long failures,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Principal who) {
        RuleAlarm alarm = alarms.find(rule).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (alarms.acknowledge(rule, failures, who.getName())) Notice.done("rules.alarm.acknowledged");
        else Notice.info("rules.alarm.known", String.valueOf(alarm.acknowledgedBy()));
        if (fragment != null) return front.alarms();
        return "redirect:/settings/rules"
                + alarm.reason().map(reason -> "/" + reason.name()).orElse("");
    }
}
