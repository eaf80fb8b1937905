package okienko.desk.board;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import okienko.ordercontrol.ControlFigures;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.OrderFilter;
import okienko.warehouse.Dispatch;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the board. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class BoardController {

    private final ControlFigures figures;
    private final ControlledOrders orders;
    private final WorkItems work;
    private final Dispatch warehouse;
    private final Clock clock;

    BoardController(ControlFigures figures, ControlledOrders orders, WorkItems work, Dispatch warehouse, Clock clock) {
        this.figures = figures;
        this.orders = orders;
        this.work = work;
        this.warehouse = warehouse;
        this.clock = clock;
    }

    @GetMapping("/")
    BoardPage show(@RequestParam(defaultValue = "today") String period, HttpServletRequest request) {
        return new BoardPage(board(period, request));
    }

    @GetMapping("/board")
    BoardPart board(@RequestParam(defaultValue = "today") String period, HttpServletRequest request) {
        Period chosen = period.toLowerCase(Locale.ROOT).equals(Period.WEEK.code()) ? Period.WEEK : Period.TODAY;
        return new BoardPart(
                chosen,
                orders.list(OrderFilter.ALL, OrderFilter.Sort.NEWEST, null, 1)
                        .orders()
                        .isEmpty(),
                figures.board(chosen.begin(clock), null),
                work.waiting(WorkItem.UNREADABLE),
                work.waiting(WorkItem.PAYMENT),
                warehouse.backlog(),
                request.isUserInRole("ADMINISTRATOR"),
                clock.instant());
    }
}
