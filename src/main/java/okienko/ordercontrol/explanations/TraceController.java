package okienko.ordercontrol.explanations;

import java.util.List;
import okienko.ordercontrol.evaluations.Evaluation;
import okienko.ordercontrol.evaluations.Evaluations;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows what every rule said of an order, each time control looked. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class TraceController {

    private final Orders orders;
    private final Evaluations evaluations;
    private final Explanations explanations;

    TraceController(Orders orders, Evaluations evaluations, Explanations explanations) {
        this.orders = orders;
        this.evaluations = evaluations;
        this.explanations = explanations;
    }

    /**
     * One of the order's evaluations.
     *
     * @param look the evaluation's number; the last one without
     */
    @GetMapping("/orders/{id:\\d+}/evaluations")
    TracePage show(@PathVariable OrderId id, @RequestParam(required = false) @Nullable Long look) {
        String number = orders.find(id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .order()
                .number();
        List<Evaluation> all = evaluations.of(id);
        if (look == null && all.isEmpty()) return new TracePage(id, number, all, null);
        long chosen = look == null ? all.getFirst().id() : look;
        Trace trace = explanations
                .trace(id, chosen, Words.here())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new TracePage(id, number, all, trace);
    }
}
