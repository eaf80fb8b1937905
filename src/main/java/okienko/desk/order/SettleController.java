package okienko.desk.order;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.Outcome;
import okienko.orders.OrderId;
import okienko.ui.Live;
import okienko.ui.Notice;
import okienko.ui.Words;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Does what a consultant says to an order; what cannot be done comes back with everything typed. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class SettleController {

    /** Inputs that carry a field's value are named {@code f:delivery.address.city}. */
    private static final String FIELD = "f:";

    /** And what stood there when the form was opened {@code o:delivery.address.city}. */
    private static final String OPENED = "o:";

    private static final int MOST_FIELDS = 2_500;

    private final OrderControl control;
    private final OrderViews views;
    private final Live live;

    SettleController(OrderControl control, OrderViews views, Live live) {
        this.control = control;
        this.views = views;
        this.live = live;
    }

    /** What a form says besides what it asks for. */
    private record Asked(OrderId id, long version, String list, String agent, String form, Map<String, String> typed) {}

    @PostMapping("/orders/{id:\\d+}/fields")
    Object correct(
            @PathVariable OrderId id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String list,
            @RequestParam String section,
            @RequestParam MultiValueMap<String, String> form,
            Authentication agent,
            HttpServletResponse response) {
        Map<String, String> typed = typed(form);
        var asked = new Asked(id, version, list, agent.getName(), section, typed);
        if (typed.isEmpty()) return "redirect:" + OrderPage.address(id, list);
        var values = new LinkedHashMap<String, String>();
        typed.forEach((name, value) -> values.put(name.substring(FIELD.length()), value));
        return answer(asked, new Action.Edit(values), "corrected", response);
    }

    /** What differs from what the form was opened with: only that is the consultant's, the rest may be changed by others. */
    private static Map<String, String> typed(MultiValueMap<String, String> form) {
        var typed = new LinkedHashMap<String, String>();
        form.forEach((name, all) -> {
            if (!name.startsWith(FIELD) || typed.size() >= MOST_FIELDS) return;
            String value = all.getLast(); // a check box comes after the hidden "false" it overrules
            String opened = form.getFirst(OPENED + name.substring(FIELD.length()));
            if (!value.strip().equals(opened)) typed.put(name, value);
        });
        return typed;
    }

    @PostMapping("/orders/{id:\\d+}/holds/{hold}/resolve")
    Object resolve(
            @PathVariable OrderId id,
            @PathVariable long hold,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String note,
            Authentication agent,
            HttpServletResponse response) {
        var asked = new Asked(id, version, list, agent.getName(), "hold-" + hold, Map.of("note", note));
        return answer(asked, new Action.Resolve(hold, note.strip()), "resolved", response);
    }

    @PostMapping("/orders/{id:\\d+}/release")
    Object release(
            @PathVariable OrderId id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String reason,
            Authentication agent,
            HttpServletResponse response) {
        var asked = new Asked(id, version, list, agent.getName(), "release", Map.of("reason", reason));
        return answer(asked, new Action.Release(reason.strip()), "released", response);
    }

    @PostMapping("/orders/{id:\\d+}/proposals/{proposal}/confirmation")
    Object confirm(
            @PathVariable OrderId id,
            @PathVariable long proposal,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String list,
            Authentication agent,
            HttpServletResponse response) {
        var asked = new Asked(id, version, list, agent.getName(), "", Map.of());
        return answer(asked, new Action.Confirm(proposal), "resolved", response);
    }

    @PostMapping("/orders/{id:\\d+}/proposals/{proposal}/rejection")
    Object reject(
            @PathVariable OrderId id,
            @PathVariable long proposal,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String reason,
            Authentication agent,
            HttpServletResponse response) {
        var asked = new Asked(id, version, list, agent.getName(), "reject", Map.of("reason", reason));
        return answer(asked, new Action.Reject(proposal, reason.strip()), "rejected", response);
    }

    @PostMapping("/orders/{id:\\d+}/cancel")
    Object cancel(
            @PathVariable OrderId id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String reason,
            Authentication agent,
            HttpServletResponse response) {
        var asked = new Asked(id, version, list, agent.getName(), "cancel", Map.of("reason", reason));
        return answer(asked, new Action.Cancel(reason.strip()), "cancelled", response);
    }

    @PostMapping("/orders/{id:\\d+}/hand")
    Object hand(
            @PathVariable OrderId id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String list,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String note,
            Authentication agent,
            HttpServletResponse response) {
        var asked = new Asked(id, version, list, agent.getName(), "hand", Map.of("to", to, "note", note));
        return answer(asked, handing(to, note.strip()), "handed", response);
    }

    /** Where to, as the form says it: {@code queue:payments} or {@code agent:ania}. */
    static Action handing(String to, String note) {
        int colon = to.indexOf(':');
        if (colon < 0) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        String name = to.substring(colon + 1);
        return to.startsWith("queue:") ? new Action.HandToQueue(name, note) : new Action.HandToAgent(name, note);
    }

    @PostMapping("/orders/{id:\\d+}/control")
    Object control(
            @PathVariable OrderId id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String list,
            Authentication agent,
            HttpServletResponse response) {
        var asked = new Asked(id, version, list, agent.getName(), "", Map.of());
        return answer(asked, new Action.Recheck(), "controlled", response);
    }

    @PostMapping("/orders/{id:\\d+}/notes")
    String note(
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "") String list,
            @RequestParam String note,
            Authentication agent) {
        control.note(id, agent.getName(), note);
        signal(id);
        return "redirect:" + OrderPage.address(id, list);
    }

    private Object answer(Asked asked, Action action, String done, HttpServletResponse response) {
        return switch (control.act(asked.id(), asked.version(), asked.agent(), action)) {
            case Outcome.Done(var now) -> {
                Notice.done("desk.done." + done + "." + now.state(), now.number());
                signal(asked.id());
                yield "redirect:" + OrderPage.address(asked.id(), asked.list());
            }
            case Outcome.Proposed(var now, var colleague) -> {
                Notice.done("desk.done.proposed", now.number(), views.name(colleague));
                signal(asked.id());
                yield "redirect:" + OrderPage.address(asked.id(), asked.list());
            }
            case Outcome.Stale(var _, var since) -> again(asked, Map.of(), since, HttpStatus.CONFLICT, response);
            case Outcome.ClaimedBy(var colleague, var until) -> {
                Notice.problem("desk.refused.claimed", views.name(colleague), Words.time(until));
                yield again(asked, Map.of(), List.of(), HttpStatus.CONFLICT, response);
            }
            case Outcome.Refused(var message, var fields) -> {
                Notice.problem(message);
                Map<String, String> errors = message.equals("control.refused.reasonNeeded")
                        ? Map.of("reason", message, "note", message)
                        : fields;
                yield again(asked, errors, List.of(), HttpStatus.UNPROCESSABLE_CONTENT, response);
            }
        };
    }

    /** The page once more, as things stand now, with what was typed. */
    private OrderPage again(
            Asked asked,
            Map<String, String> errors,
            List<okienko.orders.TimelineEntry> since,
            HttpStatus status,
            HttpServletResponse response) {
        response.setStatus(status.value());
        // the address bar keeps naming the order, not the form that was refused
        response.setHeader("HX-Push-Url", OrderPage.address(asked.id(), asked.list()));
        return views.page(
                        asked.id(),
                        asked.list(),
                        new Draft(asked.form(), asked.typed(), errors, "", since),
                        asked.agent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void signal(OrderId id) {
        live.signal("orders");
        live.signal("order-" + id);
    }
}
