package okienko.desk.order;

import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.ui.Live;
import okienko.ui.Notice;
import okienko.ui.Words;
import okienko.work.Claim;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Lets one consultant at a time have an order. A page with scripts takes a free order as it opens and keeps it while it
 * stays open; without scripts there is a button.
 */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class ClaimController {

    private final WorkItems work;
    private final OrderViews views;
    private final NextOrders next;
    private final Orders orders;
    private final Live live;

    ClaimController(WorkItems work, OrderViews views, NextOrders next, Orders orders, Live live) {
        this.work = work;
        this.views = views;
        this.next = next;
        this.orders = orders;
        this.live = live;
    }

    @GetMapping("/orders/{id:\\d+}/claim")
    ClaimPart show(@PathVariable OrderId id, Authentication agent) {
        return views.claim(id, agent.getName()).watching();
    }

    @PostMapping("/orders/{id:\\d+}/claim")
    Object claim(
            @PathVariable OrderId id,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String fragment,
            Authentication agent) {
        ClaimPart before = views.claim(id, agent.getName());
        if (before.item() != null) {
            Claim claim = work.claim(before.item().id(), agent.getName());
            if (claim instanceof Claim.Claimed && !before.mine()) signal(id);
        }
        return fragment == null
                ? "redirect:/orders/" + id
                : views.claim(id, agent.getName()).watching();
    }

    @PostMapping("/orders/{id:\\d+}/claim/end")
    String end(@PathVariable OrderId id, Authentication agent) {
        item(id, agent).ifPresent(item -> work.putBack(item.id(), agent.getName()));
        signal(id);
        return "redirect:/orders?state=HELD";
    }

    @PostMapping("/orders/{id:\\d+}/claim/take-over")
    String takeOver(@PathVariable OrderId id, @RequestParam String reason, Authentication agent) {
        ClaimPart before = views.claim(id, agent.getName());
        if (reason.isBlank()) {
            Notice.problem("control.refused.reasonNeeded");
        } else if (before.item() != null && before.taken()) {
            switch (work.takeOver(before.item().id(), agent.getName(), reason.strip())) {
                case Claim.Claimed _ -> {
                    orders.record(
                            id,
                            agent.getName(),
                            "takenOver",
                            java.util.Map.of(
                                    "from", String.valueOf(before.item().claimedBy()), "reason", reason.strip()));
                    Notice.done("desk.claim.taken-over", String.valueOf(before.holder()));
                }
                case Claim.TakenBy(var colleague, var until) ->
                    Notice.problem("desk.refused.claimed", views.name(colleague), Words.time(until));
                case Claim.Gone _ -> Notice.info("desk.claim.gone");
            }
        }
        signal(id);
        return "redirect:/orders/" + id;
    }

    /**
     * Goes to the next held order and takes it; what one leaves unsettled goes back to its queue.
     *
     * @param list the question of the list one works through; empty for all that is held
     * @param after the order one comes from
     */
    @PostMapping("/orders/next")
    String next(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(required = false) @Nullable OrderId after,
            Authentication agent) {
        if (after != null) {
            item(after, agent).ifPresent(item -> {
                work.putBack(item.id(), agent.getName());
                signal(after);
            });
        }
        return next.take(list, after, agent.getName())
                .map(order -> {
                    signal(order.id());
                    return "redirect:" + OrderPage.address(order.id(), list);
                })
                .orElseGet(() -> {
                    Notice.info("desk.next.none");
                    return "redirect:/orders?state=HELD";
                });
    }

    private java.util.Optional<WorkItem> item(OrderId id, Authentication agent) {
        return work.find(WorkItem.HELD_ORDER, id.toString())
                .filter(item -> agent.getName().equals(item.claimedBy()));
    }

    private void signal(OrderId id) {
        live.signal("order-" + id);
        live.signal("orders");
    }
}
