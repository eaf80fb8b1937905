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
import org.springframework.web.bind.annotation.ModelAttribute;
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

    /**
     * What every form says besides what it asks for.
     *
     * @param version of the order when the form was opened; 0 where it does not matter
     * @param list the question of the list the order was opened from
     */
    record Asking(OrderId id, long version, String list, String agent, HttpServletResponse response) {

        String address() {
            return OrderPage.address(id, list);
        }
    }

    /** What is typed in a form, by field; a form that asks for nothing has no name. */
    private record Typed(String form, Map<String, String> values) {}

    @ModelAttribute("asking")
    Asking asking(
            @PathVariable OrderId id,
            @RequestParam(defaultValue = "0") long version,
            @RequestParam(defaultValue = "") String list,
            Authentication agent,
            HttpServletResponse response) {
        return new Asking(id, version, list, agent.getName(), response);
    }

    @PostMapping("/orders/{id:\\d+}/fields")
    Object correct(
            @ModelAttribute(name = "asking", binding = false) Asking asking,
            @RequestParam String section,
            @RequestParam MultiValueMap<String, String> form) {
        Map<String, String> typed = typed(form);
        if (typed.isEmpty()) return "redirect:" + asking.address();
        var values = new LinkedHashMap<String, String>();
        typed.forEach((name, value) -> values.put(name.substring(FIELD.length()), value));
        return answer(asking, new Typed(section, typed), new Action.Edit(values), "corrected");
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
            @ModelAttribute(name = "asking", binding = false) Asking asking,
            @PathVariable long hold,
            @RequestParam(defaultValue = "") String note) {
        return answer(
                asking,
                new Typed("hold-" + hold, Map.of("note", note)),
                new Action.Resolve(hold, note.strip()),
                "resolved");
    }

    @PostMapping("/orders/{id:\\d+}/release")
    Object release(
            @ModelAttribute(name = "asking", binding = false) Asking asking,
            @RequestParam(defaultValue = "") String reason) {
        return answer(
                asking, new Typed("release", Map.of("reason", reason)), new Action.Release(reason.strip()), "released");
    }

    @PostMapping("/orders/{id:\\d+}/proposals/{proposal}/confirmation")
    Object confirm(@ModelAttribute(name = "asking", binding = false) Asking asking, @PathVariable long proposal) {
        return answer(asking, new Typed("", Map.of()), new Action.Confirm(proposal), "resolved");
    }

    @PostMapping("/orders/{id:\\d+}/proposals/{proposal}/rejection")
    Object reject(
            @ModelAttribute(name = "asking", binding = false) Asking asking,
            @PathVariable long proposal,
            @RequestParam(defaultValue = "") String reason) {
        return answer(
                asking,
                new Typed("reject", Map.of("reason", reason)),
                new Action.Reject(proposal, reason.strip()),
                "rejected");
    }

    @PostMapping("/orders/{id:\\d+}/cancel")
    Object cancel(
            @ModelAttribute(name = "asking", binding = false) Asking asking,
            @RequestParam(defaultValue = "") String reason) {
        return answer(
                asking, new Typed("cancel", Map.of("reason", reason)), new Action.Cancel(reason.strip()), "cancelled");
    }

    @PostMapping("/orders/{id:\\d+}/hand")
    Object hand(
            @ModelAttribute(name = "asking", binding = false) Asking asking,
            @RequestParam String to,
            @RequestParam(defaultValue = "") String note) {
        return answer(asking, new Typed("hand", Map.of("to", to, "note", note)), handing(to, note.strip()), "handed");
    }

    /** Where to, as the form says it: {@code queue:payments} or {@code agent:ania}. */
    static Action handing(String to, String note) {
        int colon = to.indexOf(':');
        if (colon < 0) throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        String name = to.substring(colon + 1);
        return to.startsWith("queue:") ? new Action.HandToQueue(name, note) : new Action.HandToAgent(name, note);
    }

    @PostMapping("/orders/{id:\\d+}/control")
    Object control(@ModelAttribute(name = "asking", binding = false) Asking asking) {
        return answer(asking, new Typed("", Map.of()), new Action.Recheck(), "controlled");
    }

    @PostMapping("/orders/{id:\\d+}/notes")
    String note(@ModelAttribute(name = "asking", binding = false) Asking asking, @RequestParam String note) {
        control.note(asking.id(), asking.agent(), note);
        signal(asking.id());
        return "redirect:" + asking.address();
    }

    private Object answer(Asking asking, Typed typed, Action action, String done) {
        return switch (control.act(asking.id(), asking.version(), asking.agent(), action)) {
            case Outcome.Done(var now) -> {
                Notice.done("desk.done." + done + "." + now.state(), now.number());
                signal(asking.id());
                yield "redirect:" + asking.address();
            }
            case Outcome.Proposed(var now, var colleague) -> {
                Notice.done("desk.done.proposed", now.number(), views.name(colleague));
                signal(asking.id());
                yield "redirect:" + asking.address();
            }
            case Outcome.Stale(var _, var since) -> again(asking, typed, Map.of(), since, HttpStatus.CONFLICT);
            case Outcome.ClaimedBy(var colleague, var until) -> {
                Notice.problem("desk.refused.claimed", views.name(colleague), Words.time(until));
                yield again(asking, typed, Map.of(), List.of(), HttpStatus.CONFLICT);
            }
            case Outcome.Refused(var message, var fields) -> {
                Notice.problem(message);
                Map<String, String> errors = message.equals("control.refused.reasonNeeded")
                        ? Map.of("reason", message, "note", message)
                        : fields;
                yield again(asking, typed, errors, List.of(), HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    /** The page once more, as things stand now, with what was typed. */
    private OrderPage again(
            Asking asking,
            Typed typed,
            Map<String, String> errors,
            List<okienko.orders.TimelineEntry> since,
            HttpStatus status) {
        asking.response().setStatus(status.value());
        // the address bar keeps naming the order, not the form that was refused
        asking.response().setHeader("HX-Push-Url", asking.address());
        Draft draft = new Draft(typed.form(), typed.values(), errors, "", since);
        return views.page(asking.id(), asking.list(), draft, asking.agent())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void signal(OrderId id) {
        live.signal("orders");
        live.signal("order-" + id);
    }
}
