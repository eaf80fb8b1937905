package okienko.desk.list;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Reason;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out the list as a CSV file, page by page, so that memory does not grow with the list. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class OrdersExport {

    /** As many as a spreadsheet still opens at ease. */
    private static final int MOST_ROWS = 200_000;

    private final ControlledOrders orders;
    private final Clock clock;

    OrdersExport(ControlledOrders orders, Clock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    @GetMapping("/orders.csv")
    void export(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response)
            throws IOException {
        Question question = Question.of(parameters);
        var filter = question.filter(clock.instant());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"orders-" + LocalDate.ofInstant(clock.instant(), Words.zone()) + ".csv\"");
        var out = response.getWriter();
        out.write('\ufeff'); // without it Excel takes UTF-8 for the local code page
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord(
                "number",
                "channel",
                "externalId",
                "state",
                "reasons",
                "queue",
                "buyer",
                "country",
                "total",
                "currency",
                "placedAt",
                "receivedAt",
                "deadline",
                "releasedAt",
                "releasedBy");
        int written = 0;
        ControlledOrders.@Nullable Place after = null;
        do {
            var slice = orders.list(filter, question.sort(), after, ControlledOrders.MOST_ROWS);
            slice.orders().forEach(order -> write(csv, order));
            written += slice.orders().size();
            after = slice.next();
        } while (after != null && written < MOST_ROWS);
        csv.flush();
    }

    private static void write(CsvWriter csv, ControlledOrder order) {
        csv.writeRecord(
                plain(order.number()),
                plain(order.key().channel()),
                plain(order.key().externalId()),
                order.state().name(),
                String.join(" ", order.reasons().stream().map(Reason::name).toList()),
                text(order.queue()),
                plain(order.buyer()),
                order.country(),
                order.total().amount().toPlainString(),
                order.total().currency(),
                text(order.placedAt()),
                text(order.receivedAt()),
                text(order.deadline()),
                text(order.releasedAt()),
                text(order.releasedBy()));
    }

    /** What customers typed must not become a formula: https://owasp.org/www-community/attacks/CSV_Injection. */
    private static String plain(String typed) {
        return typed.isEmpty() || "=+-@\t\r".indexOf(typed.charAt(0)) < 0 ? typed : "'" + typed;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
