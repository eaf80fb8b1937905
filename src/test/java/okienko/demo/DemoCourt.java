package okienko.demo;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.customers.Buyer;
import okienko.customers.Recogniser;
import okienko.customers.Recognition;
import okienko.demo.DemoOrders.Demo;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.ShippingTables;
import okienko.stock.Article;
import okienko.stock.Availability;
import org.jspecify.annotations.Nullable;

/** The real judge with the facts the demo shop brings: its catalogue, stock and regulars, and the orders so far. */
final class DemoCourt {

    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    private static final RuleSet RULES = RuleSet.DEFAULTS.with(Rule.of(ReasonCode.FOREIGN_ORDER)
            .set(Draft.ABROAD, new RuleSet.Setting(RuleSet.Mode.ON, Map.of("home", DemoReference.HOME))));

    private final Map<String, Article> articles =
            Catalogue.all().stream().map(DemoReference::article).collect(toMap(Article::sku, identity()));

    private final Recogniser regulars = Recogniser.of(DemoReference.regulars());
    private final Map<String, Set<OtherOrder>> byBuyer = new HashMap<>();

    /** What becomes of the order when it comes in. */
    Judgement now(Demo demo) {
        Order order = demo.order();
        return Judge.judge(order, facts(order, List.of(), 1, null), RULES);
    }

    /** What has become of it once its sequel has happened. */
    Judgement afterwards(Demo demo) {
        Judgement now = now(demo);
        remember(demo.order());
        return switch (demo.sequel()) {
            case null -> now;
            case PAYS -> Judge.judge(demo.order(), facts(demo.order(), List.of(paid(demo.order())), 1, null), RULES);
            case CHANGES_MIND -> {
                if (!now.holds().isEmpty()) yield now;
                Order changed = Sequels.toAnotherFlat(demo.order());
                yield Judge.judge(changed, facts(changed, List.of(), 2, 1), RULES);
            }
        };
    }

    private static IncomingPayment paid(Order order) {
        return new IncomingPayment(
                order.total(), order.placedAt(), "demo", order.key().toString());
    }

    private Facts facts(Order order, List<IncomingPayment> received, int revision, @Nullable Integer released) {
        Instant now = order.placedAt().plus(Duration.ofMinutes(1));
        LocalDate tomorrow = LocalDate.ofInstant(now, ZONE).plusDays(1);
        return new Facts(
                now,
                ZONE,
                now,
                recognised(order),
                others(order),
                received,
                articles,
                stock(order, tomorrow),
                ExchangeRates.NONE,
                ShippingTables.terms(),
                ShippingTables.services(),
                revision,
                released);
    }

    private static Map<String, Availability> stock(Order order, LocalDate tomorrow) {
        Map<String, Availability> stock = new HashMap<>();
        for (Order.Line line : order.lines()) stock.put(line.sku(), new Availability(0, 0, 0, null));
        for (Catalogue.Entry entry : Catalogue.all()) {
            stock.replace(entry.sku(), DemoReference.level(entry, tomorrow).availability());
        }
        return stock;
    }

    private Recognition recognised(Order order) {
        return regulars.recognise(new Buyer(
                order.key().toString(),
                order.buyer().name(),
                order.invoice().company(),
                order.buyer().email(),
                order.buyer().phone(),
                order.country(),
                order.invoice().taxId(),
                order.placedAt()));
    }

    private List<OtherOrder> others(Order order) {
        Set<OtherOrder> others = new LinkedHashSet<>();
        for (String mark : marks(order)) others.addAll(byBuyer.getOrDefault(mark, Set.of()));
        others.removeIf(other -> other.key().equals(order.key()));
        return List.copyOf(others);
    }

    private void remember(Order order) {
        Map<String, Integer> lines = new HashMap<>();
        order.lines().forEach(line -> lines.merge(line.sku(), line.quantity(), Integer::sum));
        var other = new OtherOrder(
                order.key(),
                order.number(),
                order.placedAt(),
                lines,
                order.total().toString(),
                true);
        for (String mark : marks(order)) {
            byBuyer.computeIfAbsent(mark, _ -> new LinkedHashSet<>()).add(other);
        }
    }

    private static List<String> marks(Order order) {
        List<String> marks = new ArrayList<>();
        marks.add(order.buyer().email());
        marks.add(order.buyer().phone());
        marks.add(order.invoice().taxId());
        marks.removeIf(String::isEmpty);
        return marks;
    }
}
