package okienko.ordercontrol.holds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Hold.Limit;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.payments.ExchangeRates;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * How far a person's word about a hold goes. It covers what is found later while the order costs no more than was said,
 * its time is not over, and nothing else is different that the rule reads; everything else about the order may change.
 */
public final class Coverage {

    /** The order's total as conditions call it, and as a field. */
    private static final Set<String> TOTAL = Set.of("order.total", "total");

    /** An amount that grows with the total. */
    private static final String GOODS = "order.goods";

    /** Checks that hold an order the more, the more it costs; to the others that read it the total is one value of several. */
    private static final Set<Reason> ABOVE_AN_AMOUNT =
            Set.of(ReasonCode.NEW_CUSTOMER_HIGH_VALUE, ReasonCode.PAYMENT_FORM_NOT_ACCEPTED, ReasonCode.CASH_LIMIT_B2B);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Coverage() {}

    /** How far it goes when something is settled now. */
    public static Hold.Cover of(RuleSet rules, Reason reason, Grounds grounds, Instant now, ExchangeRates rates) {
        Rule.Scope scope =
                rules.find(reason).map(rule -> rule.releases().scope()).orElse(Rule.Scope.SAME_FACTS);
        boolean grows = scope.upTo() != null || scope.percent() != null;
        boolean reads = grounds.values().keySet().stream().anyMatch(TOTAL::contains);
        boolean counts = grows || (reads && (reason instanceof Reason.Custom || ABOVE_AN_AMOUNT.contains(reason)));
        return new Hold.Cover(
                rules.version(),
                counts ? grounds.total().plus(allowance(scope, grounds.total(), rates)) : null,
                scope.lasts() == null ? null : now.plus(scope.lasts()));
    }

    /** By how much the total may grow, in its currency; by nothing where no rate says how much that is. */
    private static Money allowance(Rule.Scope scope, Money total, ExchangeRates rates) {
        Money nothing = Money.zero(total.currency());
        Money amount = Optional.ofNullable(scope.upTo())
                .flatMap(upTo -> rates.convert(upTo, total.currency()))
                .orElse(nothing);
        if (scope.percent() == null || total.minor() <= 0) return amount;
        long share = BigDecimal.valueOf(total.minor())
                .multiply(BigDecimal.valueOf(scope.percent()))
                .divide(HUNDRED, 0, RoundingMode.DOWN)
                .longValueExact();
        Money percent = new Money(share, total.currency());
        return amount.compareTo(percent) >= 0 ? amount : percent;
    }

    /** What of a finding an earlier word does not reach; empty when it covers it. */
    static Optional<Limit> beyond(KeptHold settled, Finding finding, Grounds now, Readings readings) {
        Grounds then = settled.grounds();
        Hold.Cover cover = settled.hold().cover();
        if (then == null || cover == null) return beyondUnscoped(settled.hold().finding(), finding);
        Instant until = cover.until();
        if (until != null && !readings.now().isBefore(until)) return Optional.of(new Limit.Time(until));
        Money upTo = cover.upTo();
        if (upTo != null && !within(now.total(), upTo)) return Optional.of(new Limit.Total(upTo, now.total()));
        for (Map.Entry<String, Object> read : then.values().entrySet()) {
            String name = read.getKey();
            Object is = now.values().containsKey(name) ? now.values().get(name) : readings.value(name);
            if (!same(name, read.getValue(), is, then.total(), upTo)) {
                return Optional.of(new Limit.Value(name, read.getValue(), is));
            }
        }
        if (then.chosen()) return Optional.empty();
        return now.values().entrySet().stream()
                .filter(read -> !then.values().containsKey(read.getKey()))
                .findFirst()
                .map(read -> new Limit.Value(read.getKey(), "", read.getValue()));
    }

    private static boolean same(String name, Object before, Object is, Money totalBefore, @Nullable Money upTo) {
        if (before.equals(is)) return true;
        if (upTo == null) return false;
        if (TOTAL.contains(name)) return true; // compared already, with what was said
        return name.equals(GOODS)
                && before instanceof Money goods
                && is instanceof Money goodsNow
                && goods.currency().equals(totalBefore.currency())
                && within(goodsNow, goods.plus(upTo.minus(totalBefore)));
    }

    private static boolean within(Money amount, Money limit) {
        return amount.currency().equals(limit.currency()) && amount.compareTo(limit) <= 0;
    }

    /** What was settled before words had a scope stays settled while exactly the same is found. */
    private static Optional<Limit> beyondUnscoped(Finding then, Finding now) {
        boolean same = then.fields().equals(now.fields()) && untimed(then).equals(untimed(now));
        return same ? Optional.empty() : Optional.of(new Limit.Value("", "", ""));
    }

    private static List<?> untimed(Finding finding) {
        return finding.evidence().entrySet().stream()
                .filter(piece -> !(piece.getValue() instanceof Instant))
                .toList();
    }
}
