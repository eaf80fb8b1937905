package okienko.ordercontrol.reports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Parameter;
import okienko.ordercontrol.evaluations.Look;
import okienko.ordercontrol.evaluations.Looks;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Revisions;
import org.springframework.stereotype.Component;

/**
 * Looks for a threshold that spares people what turned out to be nothing and still holds all that was of use: a rule's own
 * holds are tried with values around the one that is set, with the facts of that day. A threshold that is looser can only
 * let go, so nothing but these holds needs to be looked at.
 */
@Component
class Thresholds {

    /** Holds of a rule that are tried, the newest. */
    private static final int MOST_TRIED = 400;

    /** Less than this is not worth a change. */
    private static final double WORTH_WHILE = 0.25;

    private static final List<String> FACTORS =
            List.of("1.25", "0.8", "1.5", "0.66", "2", "0.5", "3", "0.33", "5", "0.2", "10", "0.1");

    private static final MathContext ROUND = new MathContext(2, RoundingMode.HALF_UP);

    private final RuleReports reports;
    private final Looks looks;
    private final Revisions revisions;

    Thresholds(RuleReports reports, Looks looks, Revisions revisions) {
        this.reports = reports;
        this.looks = looks;
        this.revisions = revisions;
    }

    /** One hold as it was found, and whether anything came of it. */
    private record Tried(Order order, Facts facts, Setting setting, boolean useful) {

        boolean holds(Check check, Parameter parameter, String value) {
            Map<String, String> parameters = new HashMap<>(setting.parameters());
            parameters.put(parameter.name(), value);
            return !check.examine(order, facts, parameters).isEmpty();
        }
    }

    /** The threshold that spares most; empty when none is worth a change. */
    Optional<Suggestion> better(Check check, RuleSet rules, int days) {
        List<Parameter> numbers = check.parameters().stream()
                .filter(parameter -> !around(parameter, parameter.byDefault()).isEmpty())
                .toList();
        if (numbers.isEmpty()) return Optional.empty();
        List<Tried> holds = holds(check, rules, days);
        int unchanged = (int) holds.stream().filter(hold -> !hold.useful()).count();
        if (holds.size() < RuleReport.ENOUGH) return Optional.empty();
        Setting set = rules.setting(check.reason(), RuleSet.ANY_CHANNEL, check.defaults());
        Suggestion.Threshold best = null;
        for (Parameter parameter : numbers) {
            String now = set.parameters().getOrDefault(parameter.name(), parameter.byDefault());
            for (String value : around(parameter, now)) {
                int spared = spared(holds, check, parameter, value);
                if (spared < Math.max(1, unchanged * WORTH_WHILE)) continue;
                if (best == null || spared > best.spared()) {
                    best = new Suggestion.Threshold(parameter, now, value, spared, unchanged, holds.size() - unchanged);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** How many it would spare; 0 when it would let go anything that was of use. */
    private static int spared(List<Tried> holds, Check check, Parameter parameter, String value) {
        int spared = 0;
        for (Tried hold : holds) {
            if (hold.holds(check, parameter, value)) continue;
            if (hold.useful()) return 0;
            spared++;
        }
        return spared;
    }

    /** The holds of the rule that it would find again as it is set now. */
    private List<Tried> holds(Check check, RuleSet rules, int days) {
        Map<OrderId, Boolean> settled = reports.settled(check.reason().name(), days, MOST_TRIED);
        List<Look> all = looks.of(settled.keySet());
        Map<Revisions.Key, Order> orders =
                revisions.all(all.stream().map(Look::key).collect(Collectors.toSet()));
        Map<OrderId, Tried> first = new HashMap<>();
        for (Look look : all) {
            Order order = orders.get(look.key());
            if (order == null || first.containsKey(look.order())) continue;
            Setting setting = rules.setting(check.reason(), look.channel(), check.defaults());
            Facts facts = look.facts();
            if (check.examine(order, facts, setting.parameters()).isEmpty()) continue;
            first.put(look.order(), new Tried(order, facts, setting, settled.getOrDefault(look.order(), false)));
        }
        return List.copyOf(first.values());
    }

    /** Values around the one that is set, the nearest first; none for what is no number. */
    static List<String> around(Parameter parameter, String set) {
        List<String> values = new ArrayList<>();
        for (String factor : FACTORS) {
            String value = times(parameter.type(), set, new BigDecimal(factor));
            if (!value.isEmpty() && !value.equals(set) && !values.contains(value) && parameter.accepts(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private static String times(Parameter.Type type, String set, BigDecimal factor) {
        return switch (type) {
            case MONEY -> {
                int space = set.lastIndexOf(' ');
                yield times(set.substring(0, space), factor).setScale(2, RoundingMode.HALF_UP) + set.substring(space);
            }
            case DECIMAL -> times(set, factor).toPlainString();
            case INTEGER, PERCENT ->
                times(set, factor).setScale(0, RoundingMode.HALF_UP).toPlainString();
            case DURATION ->
                Duration.ofMinutes(factor.multiply(
                                        BigDecimal.valueOf(Duration.parse(set).toMinutes()))
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact())
                        .toString();
            case FLAG, LIST -> "";
        };
    }

    private static BigDecimal times(String number, BigDecimal factor) {
        return new BigDecimal(number.replace(" ", "").replace(',', '.'))
                .multiply(factor)
                .round(ROUND);
    }
}
