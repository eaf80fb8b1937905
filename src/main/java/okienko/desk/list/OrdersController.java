package okienko.desk.list;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.orders.OrderId;
import okienko.ui.Notice;
import okienko.work.WorkItems;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the list of orders and keeps views of it. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class OrdersController {

    private static final int PAGE = 50;

    private final ControlledOrders orders;
    private final OrderRows rows;
    private final SavedViews views;
    private final WorkItems work;
    private final Clock clock;

    OrdersController(ControlledOrders orders, OrderRows rows, SavedViews views, WorkItems work, Clock clock) {
        this.orders = orders;
        this.rows = rows;
        this.views = views;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/orders")
    OrdersPage list(@RequestParam MultiValueMap<String, String> parameters, Authentication agent) {
        Question question = Question.of(parameters);
        Instant now = clock.instant();
        return new OrdersPage(
                question,
                page(question, parameters.getFirst("after"), now),
                counts(question, now),
                orders.channels(),
                work.queues(),
                views.of(agent.getName()),
                agent.getName(),
                now.toString());
    }

    /** The lines that follow, or, with {@code ids}, some lines as they are now. */
    @GetMapping("/orders/rows")
    OrderRowsPart rows(@RequestParam MultiValueMap<String, String> parameters) {
        Question question = Question.of(parameters);
        String ids = parameters.getFirst("ids");
        if (ids == null) return page(question, parameters.getFirst("after"), clock.instant());
        List<OrderId> shown = Arrays.stream(ids.split(",", -1))
                .filter(id -> id.matches("\\d{1,18}"))
                .limit(ControlledOrders.MOST_ROWS)
                .map(id -> new OrderId(Long.parseLong(id)))
                .toList();
        return new OrderRowsPart(question, rows.of(orders.all(shown).values()), null);
    }

    /** How many came in since the list was read. */
    @GetMapping("/orders/fresh")
    NewOrdersPart fresh(@RequestParam MultiValueMap<String, String> parameters, @RequestParam Instant since) {
        Question question = Question.of(parameters);
        return new NewOrdersPart(question, since.toString(), orders.count(question.filter(clock.instant(), since)));
    }

    @PostMapping("/orders/views")
    String save(
            @RequestParam String name,
            @RequestParam(defaultValue = "") String query,
            @RequestParam(defaultValue = "false") boolean shared,
            Authentication agent) {
        Question question = Question.parse(query);
        String called = name.strip();
        if (called.isEmpty() || called.length() > SavedViews.LONGEST_NAME) {
            Notice.problem("desk.views.name.wrong", SavedViews.LONGEST_NAME);
        } else {
            views.save(agent.getName(), called, question, shared);
            Notice.done("desk.views.saved", called);
        }
        return "redirect:" + question.address();
    }

    @PostMapping("/orders/views/{view}/remove")
    String remove(@PathVariable long view, @RequestParam(defaultValue = "") String query, Authentication agent) {
        if (views.remove(agent.getName(), view)) Notice.done("desk.views.removed");
        return "redirect:" + Question.parse(query).address();
    }

    private OrderRowsPart page(Question question, @Nullable String after, Instant now) {
        var place = after == null ? null : ControlledOrders.Place.read(after).orElse(null);
        var slice = orders.list(question.filter(now), question.sort(), place, PAGE);
        return new OrderRowsPart(
                question,
                rows.of(slice.orders()),
                slice.next() == null ? null : slice.next().text());
    }

    private Map<State, Integer> counts(Question question, Instant now) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, orders.count(question.with("state", state.name()).filter(now)));
        }
        return counts;
    }
}
