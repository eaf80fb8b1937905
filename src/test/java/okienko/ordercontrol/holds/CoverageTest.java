package okienko.ordercontrol.holds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.Rule.Releases;
import okienko.ordercontrol.Rule.Scope;
import okienko.ordercontrol.Rule.Written;
import okienko.ordercontrol.RuleSet;
import okienko.orders.OrderId;
import okienko.payments.ExchangeRates;
import okienko.vocabulary.Money;
import okienko.vocabulary.Texts;
import org.junit.jupiter.api.Test;

/** Whatever is settled and whatever changes: a word never reaches farther than was said, and as far as was said. */
class CoverageTest {

    private static final Reason REASON = new Reason.Custom("large");
    private static final Finding FOUND = new Finding(REASON, "true", List.of(), Map.of(), List.of(), null, null);
    private static final Instant SETTLED = Instant.parse("2026-11-24T10:00:00Z");
    private static final List<String> NAMES =
            List.of("order.total", "order.goods", "order.country", "payment.received", "customer.earlierOrders");

    private final Random random = new Random(7);

    @Test
    void aWordNeverReachesFartherThanWasSaid() {
        int covered = 0;
        for (int n = 0; n < 20_000; n++) {
            Scope scope = scope();
            Grounds then = grounds(values(), money(), !scope.facts().isEmpty());
            Grounds now = random.nextInt(3) == 0 ? then : changed(then);
            Instant moment = SETTLED.plus(Duration.ofHours(random.nextInt(200)));
            Hold.Cover cover = Coverage.of(rules(scope), REASON, then, SETTLED, ExchangeRates.NONE);
            if (beyond(then, cover, now, moment).isPresent()) continue;
            covered++;
            if (scope.lasts() != null) assertThat(moment).isBefore(SETTLED.plus(scope.lasts()));
            if (cover.upTo() != null) assertThat(now.total()).isLessThanOrEqualTo(most(then.total(), scope));
            untouched(then, cover)
                    .forEach((name, value) -> assertThat(now.values().getOrDefault(name, ""))
                            .as(name)
                            .isEqualTo(value));
            if (!then.chosen()) {
                assertThat(then.values().keySet()).containsAll(now.values().keySet());
            }
        }
        assertThat(covered).isGreaterThan(1_000);
    }

    @Test
    void aWordReachesAsFarAsWasSaid() {
        for (int n = 0; n < 5_000; n++) {
            Scope scope = scope();
            Grounds then = grounds(values(), money(), !scope.facts().isEmpty());
            Hold.Cover cover = Coverage.of(rules(scope), REASON, then, SETTLED, ExchangeRates.NONE);
            Money total = cover.upTo() == null ? money() : cover.upTo();
            Map<String, Object> values = new LinkedHashMap<>(then.values());
            if (cover.upTo() != null) values.computeIfPresent("order.total", (_, _) -> total);
            Instant last = cover.until() == null
                    ? SETTLED.plus(Duration.ofDays(3_000))
                    : cover.until().minusNanos(1);
            assertThat(beyond(then, cover, grounds(values, total, then.chosen()), last))
                    .isEmpty();
        }
    }

    @Test
    void whatIsBeyondSaysWhy() {
        Grounds then = grounds(Map.of("order.total", zloty("500.00"), "order.country", "PL"), zloty("500.00"), false);
        Scope scope = new Scope(Set.of(), zloty("50.00"), null, Duration.ofDays(3));
        Hold.Cover cover = Coverage.of(rules(scope), REASON, then, SETTLED, ExchangeRates.NONE);
        assertThat(cover.upTo()).isEqualTo(zloty("550.00"));
        assertThat(beyond(then, cover, costing(then, zloty("612.00")), SETTLED))
                .contains(new Hold.Limit.Total(zloty("550.00"), zloty("612.00")));
        assertThat(beyond(then, cover, then, SETTLED.plus(Duration.ofDays(3))))
                .contains(new Hold.Limit.Time(SETTLED.plus(Duration.ofDays(3))));
        Map<String, Object> abroad = new LinkedHashMap<>(then.values());
        abroad.put("order.country", "DE");
        assertThat(beyond(then, cover, grounds(abroad, then.total(), false), SETTLED))
                .contains(new Hold.Limit.Value("order.country", "PL", "DE"));
    }

    @Test
    void itReadsBackAsItWasKept() {
        for (int n = 0; n < 500; n++) {
            Grounds grounds = grounds(values(), money(), random.nextBoolean());
            assertThat(GroundsJson.grounds(GroundsJson.write(grounds))).isEqualTo(grounds);
            for (Hold.Limit limit : List.of(
                    new Hold.Limit.Total(money(), money()),
                    new Hold.Limit.Value("order.total", money(), ""),
                    new Hold.Limit.Time(SETTLED))) {
                Hold.Beyond beyond = new Hold.Beyond(random.nextBoolean() ? "anna" : null, SETTLED, limit);
                assertThat(GroundsJson.beyond(GroundsJson.write(beyond))).isEqualTo(beyond);
                assertThat(GroundsJson.beyond(GroundsJson.details(beyond))).isEqualTo(beyond);
            }
        }
    }

    private static Optional<Hold.Limit> beyond(Grounds then, Hold.Cover cover, Grounds now, Instant moment) {
        Hold hold = new Hold(
                1,
                new OrderId(1),
                FOUND,
                1,
                1,
                false,
                Hold.State.RESOLVED,
                SETTLED,
                SETTLED,
                "anna",
                "",
                cover,
                null,
                null);
        return Coverage.beyond(new KeptHold(hold, "rule", then), FOUND, now, new Now(now, moment));
    }

    /** What was not read again has no value. */
    private record Now(Grounds read, Instant now) implements Readings {

        @Override
        public Grounds grounds(Finding finding) {
            return read;
        }

        @Override
        public Object value(String name) {
            return "";
        }

        @Override
        public Hold.Cover cover(Reason reason, Grounds grounds) {
            throw new IllegalStateException("nothing is settled here");
        }
    }

    private static RuleSet rules(Scope scope) {
        Texts text = new Texts(Map.of("en", "Large"));
        Rule rule = Rule.own("large", new Rule.Wording(text, text, Texts.NONE), Written.cel("order.total > pln(1)"));
        return new RuleSet(
                1,
                List.of(new Rule(
                        rule.reason(),
                        rule.wording(),
                        rule.condition(),
                        rule.severity(),
                        null,
                        null,
                        Map.of(),
                        rule.validity(),
                        new Releases(Set.of(), false, null, scope, null))));
    }

    private static Grounds grounds(Map<String, Object> values, Money total, boolean chosen) {
        return new Grounds(values, chosen, total);
    }

    private static Grounds costing(Grounds then, Money total) {
        Map<String, Object> values = new LinkedHashMap<>(then.values());
        values.put("order.total", total);
        return grounds(values, total, then.chosen());
    }

    /** What has to be the same: everything but the amounts that are compared with what was said. */
    private static Map<String, Object> untouched(Grounds grounds, Hold.Cover cover) {
        Map<String, Object> values = new LinkedHashMap<>(grounds.values());
        if (cover.upTo() != null) values.keySet().removeAll(Set.of("order.total", "order.goods"));
        return values;
    }

    private static Money most(Money total, Scope scope) {
        Money upTo = scope.upTo();
        long amount = upTo == null || !upTo.currency().equals(total.currency()) ? 0 : upTo.minor();
        long share = scope.percent() == null ? 0 : Math.max(0, total.minor()) * scope.percent() / 100;
        return total.plus(new Money(Math.max(amount, share), total.currency()));
    }

    private Grounds changed(Grounds then) {
        Map<String, Object> values = new LinkedHashMap<>(then.values());
        Money total = random.nextBoolean() ? then.total() : money();
        values.computeIfPresent("order.total", (_, _) -> total);
        if (random.nextInt(3) == 0) values.put(name(), value());
        if (random.nextInt(6) == 0) values.remove(name());
        return grounds(values, total, then.chosen());
    }

    private Scope scope() {
        return new Scope(
                random.nextInt(4) == 0 ? Set.of(name()) : Set.of(),
                random.nextInt(3) == 0 ? new Money(random.nextInt(10_000), pick("PLN", "PLN", "EUR")) : null,
                random.nextInt(3) == 0 ? random.nextInt(50) : null,
                random.nextInt(3) == 0 ? Duration.ofHours(1 + random.nextInt(100)) : null);
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i >= 0; i--) values.put(name(), value());
        return values;
    }

    private Object value() {
        return Objects.requireNonNull(
                switch (random.nextInt(5)) {
                    case 0 -> money();
                    case 1 -> (long) random.nextInt(3);
                    case 2 -> random.nextBoolean();
                    case 3 -> List.of("PL", (long) random.nextInt(3));
                    default -> pick("", "PL", "DE");
                });
    }

    private String name() {
        return NAMES.get(random.nextInt(NAMES.size()));
    }

    private Money money() {
        return new Money(random.nextInt(2_000), pick("PLN", "PLN", "PLN", "EUR"));
    }

    private static Money zloty(String amount) {
        return Money.of(amount, "PLN");
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
