package okienko.ordercontrol.checks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.stock.Article;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Whether prices, quantities and sums are what they should be. */
final class AmountChecks {

    static final Parameter TOLERANCE_PER_LINE = Parameter.decimal("tolerancePerLine", "0.02", 1_000);
    static final Parameter LEAST_SHARE = Parameter.percent("leastShare", 50);
    static final Parameter MOST_PIECES = Parameter.integer("mostPieces", 20, 1, 1_000_000);
    static final Parameter TIMES_USUAL = Parameter.integer("timesUsual", 10, 1, 10_000);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private AmountChecks() {}

    static List<Finding> total(Order order, Facts facts, Settings settings) {
        Money sum = order.deliveryCost().minus(order.discount());
        for (Line line : order.lines()) sum = sum.plus(line.amount());
        Money difference = order.total().minus(sum);
        int lines = Math.max(1, order.lines().size());
        BigDecimal tolerance = settings.decimal(TOLERANCE_PER_LINE).multiply(BigDecimal.valueOf(lines));
        if (difference.amount().abs().compareTo(tolerance) <= 0) return Seen.nothing();
        return Seen.of(ReasonCode.TOTAL_MISMATCH, difference.minor() > 0 ? "more" : "less")
                .at("total", "deliveryCost", "discount")
                .saw("total", order.total())
                .saw("expected", sum)
                .saw("difference", new Money(Math.abs(difference.minor()), difference.currency()))
                .saw("deliveryCost", order.deliveryCost())
                .saw("discount", order.discount())
                .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                .alone();
    }

    static List<Finding> price(Order order, Facts facts, Settings settings) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            Finding finding = price(order.lines().get(i), i, facts, settings.integer(LEAST_SHARE));
            if (finding != null) findings.add(finding);
        }
        return findings;
    }

    private static @Nullable Finding price(Line line, int index, Facts facts, int leastShare) {
        Money price = line.unitPrice();
        if (price.minor() < 0) return odd("negative", line, index).finding();
        Article article = article(line, facts.articles());
        if (article == null || article.price() == null || article.price().isZero()) return null;
        Money usual = article.price();
        Optional<Money> compared = facts.rates().convert(price, usual.currency());
        if (compared.isEmpty()) {
            return odd("noRate", line, index).saw("usual", usual).finding();
        }
        BigDecimal least = usual.amount().multiply(BigDecimal.valueOf(leastShare));
        if (compared.get().amount().multiply(HUNDRED).compareTo(least) >= 0) return null;
        Seen seen = odd("tooLow", line, index)
                .saw("usual", usual)
                .saw("leastShare", leastShare)
                .saw("share", share(compared.get(), usual));
        if (!price.currency().equals(usual.currency())) {
            seen.saw("converted", compared.get());
            seen.sawRates(facts.rates(), price.currency(), usual.currency());
        }
        return seen.finding();
    }

    private static Seen odd(String variant, Line line, int index) {
        return Seen.of(ReasonCode.PRICE_ANOMALY, variant)
                .at("lines[" + index + "].unitPrice")
                .saw("sku", line.sku())
                .saw("product", line.name())
                .saw("price", line.unitPrice())
                .then(Kind.CONTACT_CUSTOMER, Kind.CANCEL_ORDER, Kind.RELEASE);
    }

    private static int share(Money part, Money whole) {
        return part.amount()
                .multiply(HUNDRED)
                .divide(whole.amount(), 0, RoundingMode.HALF_UP)
                .intValue();
    }

    static List<Finding> quantity(Order order, Facts facts, Settings settings) {
        if (order.lines().isEmpty()) {
            return Seen.of(ReasonCode.QUANTITY_ANOMALY, "nothing")
                    .at("lines")
                    .then(Kind.CONTACT_CUSTOMER, Kind.CANCEL_ORDER)
                    .alone();
        }
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < order.lines().size(); i++) {
            Finding finding = quantity(order.lines().get(i), i, facts, settings);
            if (finding != null) findings.add(finding);
        }
        return findings;
    }

    private static @Nullable Finding quantity(Line line, int index, Facts facts, Settings settings) {
        int most = settings.integer(MOST_PIECES);
        if (line.quantity() <= 0) return many("notPositive", line, index).finding();
        Article article = article(line, facts.articles());
        Integer usual = article == null ? null : article.usualQuantity();
        int times = settings.integer(TIMES_USUAL);
        if (usual != null && usual > 0 && line.quantity() > (long) usual * times) {
            return many("aboveUsual", line, index)
                    .saw("usual", usual)
                    .saw("times", times)
                    .finding();
        }
        return line.quantity() <= most
                ? null
                : many("aboveLimit", line, index).saw("limit", most).finding();
    }

    private static Seen many(String variant, Line line, int index) {
        String field = "lines[" + index + "].quantity";
        return Seen.of(ReasonCode.QUANTITY_ANOMALY, variant)
                .at(field)
                .saw("sku", line.sku())
                .saw("product", line.name())
                .saw("quantity", line.quantity())
                .edit(field)
                .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE);
    }

    static @Nullable Article article(Line line, @Nullable Map<String, Article> articles) {
        return articles == null || line.sku().isBlank() ? null : articles.get(line.sku());
    }
}
