package okienko.ordercontrol.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.stock.Article;
import okienko.stock.Availability;
import org.jspecify.annotations.Nullable;

/** Whether the goods exist and are there. */
final class StockChecks {

    static final Parameter WAIT_UP_TO = Parameter.duration("waitUpTo", Duration.ofDays(2), Duration.ofDays(60));

    private StockChecks() {}

    static List<Finding> shortage(Order order, Facts facts, Settings settings) {
        Map<String, Availability> stock = facts.availability();
        if (stock == null) return Seen.nothing();
        List<Finding> findings = new ArrayList<>();
        // two lines of one article draw on the same shelf
        Map<String, Integer> wanted = new LinkedHashMap<>();
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            if (line.sku().isBlank() || line.quantity() <= 0 || unknown(line, facts)) continue;
            int before = wanted.getOrDefault(line.sku(), 0);
            int all = wanted.merge(line.sku(), line.quantity(), Integer::sum);
            Availability available = stock.getOrDefault(line.sku(), Availability.NONE);
            int missing = all - Math.max(available.free(), before);
            if (missing > 0) findings.add(shortOf(line, i, missing, available, facts, settings));
        }
        return findings;
    }

    private static Finding shortOf(
            Line line, int index, int missing, Availability available, Facts facts, Settings settings) {
        Instant until = dueInTime(missing, available, facts, settings.duration(WAIT_UP_TO));
        Article article = AmountChecks.article(line, facts.articles());
        List<String> alternatives = article == null ? List.of() : article.alternatives();
        String variant = until != null ? "due" : available.dueOn() != null ? "dueLater" : "short";
        Seen seen = Seen.of(ReasonCode.STOCK_SHORTAGE, variant)
                .at("lines[" + index + "].quantity")
                .saw("sku", line.sku())
                .saw("product", line.name())
                .saw("quantity", line.quantity())
                .saw("free", available.free())
                .saw("missing", missing)
                .saw("alternatives", alternatives);
        if (available.dueOn() != null) {
            seen.saw("dueOn", available.dueOn()).saw("dueQuantity", available.dueQuantity());
        }
        if (until != null) seen.clearsBy(until);
        return seen.then(Kind.OFFER_ALTERNATIVE, Kind.CONTACT_CUSTOMER)
                .edit("lines[" + index + "].quantity")
                .then(Kind.CANCEL_ORDER)
                .finding();
    }

    /** Until when a delivery that covers what is missing may be awaited: the end of the day it is due; null: too late. */
    private static @Nullable Instant dueInTime(int missing, Availability available, Facts facts, Duration wait) {
        LocalDate due = available.dueOn();
        if (due == null || available.dueQuantity() < missing) return null;
        LocalDate latest = LocalDate.ofInstant(facts.now().plus(wait), facts.zone());
        if (due.isAfter(latest)) return null;
        return due.plusDays(1).atStartOfDay(facts.zone()).toInstant();
    }

    static List<Finding> unknownProduct(Order order, Facts facts, Settings settings) {
        if (facts.articles() == null) return Seen.nothing();
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            if (!unknown(line, facts)) continue;
            String field = "lines[" + i + "].sku";
            findings.add(Seen.of(ReasonCode.UNKNOWN_PRODUCT, line.sku().isBlank() ? "noSku" : "notInCatalogue")
                    .at(field)
                    .saw("sku", line.sku())
                    .saw("product", line.name())
                    .edit(field)
                    .then(Kind.OFFER_ALTERNATIVE, Kind.CONTACT_CUSTOMER, Kind.CANCEL_ORDER)
                    .finding());
        }
        return findings;
    }

    private static boolean unknown(Line line, Facts facts) {
        return facts.articles() != null && AmountChecks.article(line, facts.articles()) == null;
    }
}
