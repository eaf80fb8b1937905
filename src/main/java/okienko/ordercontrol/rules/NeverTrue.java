package okienko.ordercontrol.rules;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.conditions.Answer;
import okienko.ordercontrol.conditions.Condition;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.evaluations.Look;
import okienko.ordercontrol.evaluations.Looks;
import okienko.ordercontrol.terms.Situation;
import okienko.orders.Order;
import okienko.orders.Revisions;
import org.springframework.stereotype.Component;

/**
 * Finds rules whose condition was true of no order of the last days, with the facts of that day: what they ask can hardly be
 * meant. It takes seconds where there are many orders, so it is done in the background and kept for a while.
 */
@Component
class NeverTrue {

    private static final Duration LOOKED_BACK = Duration.ofDays(30);

    /** Of fewer orders it means nothing. */
    static final int ENOUGH_ORDERS = 200;

    private static final Duration FRESH = Duration.ofHours(6);

    private final Looks looks;
    private final Revisions revisions;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile Found found = new Found(-1, Instant.MIN, Set.of());

    /** What was found about the rules of a version. */
    private record Found(int version, Instant at, Set<Reason> rules) {}

    NeverTrue(Looks looks, Revisions revisions, Clock clock) {
        this.looks = looks;
        this.revisions = revisions;
        this.clock = clock;
    }

    /** Those of the current rules, as far as is known by now. */
    Set<Reason> among(RuleSet current) {
        Found known = found;
        boolean same = known.version() == current.version();
        boolean fresh = same && known.at().plus(FRESH).isAfter(clock.instant());
        if (!fresh && looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("never-true").start(() -> {
                try {
                    found = new Found(current.version(), clock.instant(), find(current));
                } finally {
                    looking.set(false);
                }
            });
        }
        return same ? known.rules() : Set.of();
    }

    /** Looks through the orders, until every condition has been true once. */
    Set<Reason> find(RuleSet rules) {
        Map<Reason, Condition> left = conditions(rules);
        AtomicInteger orders = new AtomicInteger();
        if (left.isEmpty()) return Set.of();
        looks.read(new Looks.Range(clock.instant().minus(LOOKED_BACK), ""), piece -> {
            orders.addAndGet(piece.size());
            strike(left, piece.stream().flatMap(List::stream).toList());
            return !left.isEmpty();
        });
        return orders.get() < ENOUGH_ORDERS ? Set.of() : Set.copyOf(left.keySet());
    }

    private void strike(Map<Reason, Condition> left, List<Look> seen) {
        Map<Revisions.Key, Order> orders =
                revisions.all(seen.stream().map(Look::key).collect(Collectors.toSet()));
        for (Look look : seen) {
            Order order = orders.get(look.key());
            if (order == null || left.isEmpty()) continue;
            Situation situation = Situation.of(order, look.facts());
            // what is not known, or breaks down, holds too
            left.values().removeIf(condition -> !(condition.evaluate(situation) instanceof Answer.False));
        }
    }

    /** A condition that is not understood any more is told of elsewhere. */
    private static Map<Reason, Condition> conditions(RuleSet rules) {
        Map<Reason, Condition> conditions = new HashMap<>();
        for (Rule rule : rules.rules()) {
            Rule.Written written = rule.condition();
            if (written != null && Conditions.check(written.text()).isEmpty()) {
                conditions.put(rule.reason(), Conditions.read(written.text()));
            }
        }
        return conditions;
    }
}
