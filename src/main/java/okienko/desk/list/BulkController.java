package okienko.desk.list;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.access.Agents;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.OrderControl.Preview;
import okienko.ordercontrol.Outcome;
import okienko.ordercontrol.Reason;
import okienko.orders.OrderId;
import okienko.ui.Live;
import okienko.ui.Words;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Does one thing to many orders: first shows to which, then does it, then tells what came of it. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class BulkController {

    private final ControlledOrders orders;
    private final OrderControl control;
    private final WorkItems work;
    private final Agents agents;
    private final Live live;
    private final Clock clock;

    BulkController(
            ControlledOrders orders, OrderControl control, WorkItems work, Agents agents, Live live, Clock clock) {
        this.orders = orders;
        this.control = control;
        this.work = work;
        this.agents = agents;
        this.live = live;
        this.clock = clock;
    }

    /** What would be done; {@code all} chooses every order the list's question finds. */
    @GetMapping("/orders/bulk")
    Object preview(
            @RequestParam BulkAction action,
            @RequestParam(defaultValue = "") List<Long> order,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(required = false) @Nullable Reason reason,
            Authentication agent) {
        Question question = Question.parse(query);
        List<OrderId> chosen = all
                ? orders
                        .list(question.filter(clock.instant()), question.sort(), null, BulkAction.MOST_ORDERS)
                        .orders()
                        .stream()
                        .map(ControlledOrder::id)
                        .toList()
                : order.stream().limit(BulkAction.MOST_ORDERS).map(OrderId::new).toList();
        if (chosen.isEmpty()) return "redirect:" + question.address();
        return page(question, action, chosen, reason, "", "", "", agent);
    }

    private BulkPage page(
            Question question,
            BulkAction action,
            List<OrderId> chosen,
            @Nullable Reason reason,
            String text,
            String to,
            String error,
            Authentication agent) {
        Reason settled = reason == null ? commonest(chosen) : reason;
        return new BulkPage(
                question,
                action,
                control.preview(chosen, agent.getName(), action.action(text, settled, to)),
                settled,
                text,
                to,
                error,
                work.queues(),
                agents.active());
    }

    /** The reason most of the orders are held for: most likely the one meant. */
    private @Nullable Reason commonest(List<OrderId> chosen) {
        var counts = new LinkedHashMap<Reason, Integer>();
        orders.all(chosen)
                .values()
                .forEach(order -> order.reasons().forEach(code -> counts.merge(code, 1, Integer::sum)));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    /**
     * Does it.
     *
     * @param order {@code 17:4}: the order and the version the preview showed, so that what has changed since is left alone
     */
    @PostMapping("/orders/bulk")
    Object act(
            @RequestParam BulkAction action,
            @RequestParam(defaultValue = "") List<String> order,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @Nullable Reason reason,
            Authentication agent,
            RedirectAttributes after) {
        Question question = Question.parse(query);
        var versions = new LinkedHashMap<OrderId, Long>();
        order.stream()
                .filter(pair -> pair.matches("\\d{1,18}:\\d{1,18}"))
                .limit(BulkAction.MOST_ORDERS)
                .forEach(pair -> {
                    int colon = pair.indexOf(':');
                    versions.put(
                            new OrderId(Long.parseLong(pair.substring(0, colon))),
                            Long.parseLong(pair.substring(colon + 1)));
                });
        if (action.needsText() && text.isBlank()) {
            return page(
                    question,
                    action,
                    List.copyOf(versions.keySet()),
                    reason,
                    text,
                    to,
                    "control.refused.reasonNeeded",
                    agent);
        }
        var outcomes = control.act(versions, agent.getName(), action.action(text.strip(), reason, to));
        live.signal("orders");
        after.addFlashAttribute("bulk", new BulkResultPage(question, action, lines(outcomes)));
        return "redirect:/orders/bulk/done";
    }

    private List<BulkResultPage.Line> lines(Map<OrderId, Outcome> outcomes) {
        Map<OrderId, ControlledOrder> now = orders.all(outcomes.keySet());
        var lines = new ArrayList<BulkResultPage.Line>();
        outcomes.forEach((id, outcome) -> {
            ControlledOrder order = now.get(id);
            if (order == null) return;
            lines.add(new BulkResultPage.Line(
                    id.value(), order.number(), order.state().name(), obstacle(outcome)));
        });
        return lines;
    }

    private String obstacle(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done _, Outcome.Proposed _ -> "";
            case Outcome.Stale _ -> Words.t("desk.bulk.stale");
            case Outcome.ClaimedBy(var colleague, var until) ->
                Words.t(
                        "desk.refused.claimed",
                        agents.find(colleague).map(okienko.access.Agent::name).orElse(colleague),
                        Words.time(until));
            case Outcome.Refused(var message, var _) -> Words.t(message);
        };
    }

    /** What came of it; on a reload, when nobody remembers any more, the list. */
    @GetMapping("/orders/bulk/done")
    Object done(Model model) {
        return model.getAttribute("bulk") instanceof BulkResultPage page ? page : "redirect:/orders";
    }

    /** Used by the preview's template. */
    static boolean changes(Preview preview) {
        return preview.becomes() != null && preview.becomes() != preview.order().state();
    }
}
