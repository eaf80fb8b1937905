package okienko.ordercontrol.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.evaluations.Look;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Revisions;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final Instant TODAY = Instant.parse("2026-11-25T12:00:00Z");
    private static final RuleSet RULES = RuleSet.DEFAULTS;
    private static final RuleSet IMPATIENT =
            RuleSets.with(RULES, ReasonCode.UNPAID, Mode.ON, Map.of("onlineWithin", "PT10M"));

    private static final int OLDER_RULES = -1;

    @Test
    void theShortWaySaysWhatJudgingEverythingSays() {
        Random random = new Random(11);
        List<PastOrders.Past> orders =
                new PastOrders(3).until(TODAY, 300, Duration.ofDays(20)).toList();
        for (int i = 0; i < 40; i++) {
            RuleSet current = RuleSets.random(4, random);
            RuleSet candidate = RuleSets.random(5, random);
            for (PastOrders.Past past : orders) {
                Verdict before = verdict(past, current);
                Verdict after = verdict(past, candidate);
                int version = random.nextBoolean() ? current.version() : OLDER_RULES;
                Story story = new Story().then(past.order(), past.facts(), version, before);
                Replay.Fate fate = story.under(current, candidate);
                assertThat(fate.before()).isEqualTo(before);
                assertThat(fate.after()).isEqualTo(after);
                if (before != after) assertThat(fate.concerned()).isTrue();
            }
        }
    }

    @Test
    void anOrderPaidAfterHalfAnHourWaitsUnderRulesThatGiveItAnHour() {
        Replay.Fate fate = paidAfterHalfAnHour().under(RULES, IMPATIENT);
        assertThat(fate.before()).isEqualTo(Verdict.RELEASED);
        assertThat(fate.after()).isEqualTo(Verdict.HELD);
        assertThat(fate.heldFor()).extracting(finding -> finding.reason()).containsExactly(ReasonCode.UNPAID);
        assertThat(fate.newlyHeld()).isTrue();
    }

    @Test
    void rulesThatGiveItMoreTimeNoLongerHoldIt() {
        Replay.Fate fate = paidAfterHalfAnHour().under(IMPATIENT, RULES);
        assertThat(fate.noLongerHeld()).isTrue();
        assertThat(fate.heldFor()).extracting(finding -> finding.reason()).containsExactly(ReasonCode.UNPAID);
    }

    @Test
    void anOrderNobodyPaidIsHeldAtItsDeadlineAndWaitsUntilThen() {
        PastOrders.Past order =
                order().placed(TODAY.minus(Duration.ofMinutes(30))).unpaid();
        Story story = new Story().then(order.order(), order.facts(), OLDER_RULES, Verdict.WAITING);
        assertThat(story.under(RULES, IMPATIENT).before()).isEqualTo(Verdict.WAITING);
        assertThat(story.under(RULES, IMPATIENT).after()).isEqualTo(Verdict.HELD);
    }

    @Test
    void whatCameAfterADecisionDoesNotUndoIt() {
        PastOrders.Past order = order();
        Order faulty = order.withPostalCode("61-7").order();
        Story story = new Story()
                .then(faulty, order.facts(), OLDER_RULES, Verdict.HELD)
                .then(
                        order.order(),
                        order.facts().at(order.facts().now().plusSeconds(600)),
                        OLDER_RULES,
                        Verdict.RELEASED);
        RuleSet off = RuleSets.with(RULES, ReasonCode.POSTAL_CODE_INVALID, Mode.OFF, Map.of());
        Replay.Fate fate = story.under(RULES, off);
        assertThat(fate.before()).isEqualTo(Verdict.HELD);
        assertThat(fate.after()).isEqualTo(Verdict.RELEASED);
        assertThat(fate.heldFor())
                .extracting(finding -> finding.reason())
                .containsExactly(ReasonCode.POSTAL_CODE_INVALID);
    }

    @Test
    void aRuleInShadowHoldsNothing() {
        PastOrders.Past order = order();
        Story story = new Story().then(order.withPostalCode("61-7").order(), order.facts(), OLDER_RULES, Verdict.HELD);
        RuleSet shadow = RuleSets.with(RULES, ReasonCode.POSTAL_CODE_INVALID, Mode.SHADOW, Map.of());
        assertThat(story.under(RULES, shadow).noLongerHeld()).isTrue();
        assertThat(story.under(shadow, RULES).newlyHeld()).isTrue();
    }

    @Test
    void anOrderWhoseRevisionIsGoneIsNotCounted() {
        PastOrders.Past order = order();
        Story story = new Story().then(order.order(), order.facts(), OLDER_RULES, Verdict.RELEASED);
        story.revisions.clear();
        assertThat(new Replay(RULES, IMPATIENT, TODAY).fate(story.looks, story.revisions))
                .isNull();
    }

    private static Story paidAfterHalfAnHour() {
        PastOrders.Past unpaid = order().unpaid();
        PastOrders.Past paid = unpaid.paid(unpaid.facts().now().plus(Duration.ofMinutes(30)));
        return new Story()
                .then(unpaid.order(), unpaid.facts(), OLDER_RULES, Verdict.WAITING)
                .then(paid.order(), paid.facts(), OLDER_RULES, Verdict.RELEASED);
    }

    /** An order nothing is wrong with. */
    private static PastOrders.Past order() {
        return new PastOrders(5)
                .until(TODAY, 200, Duration.ofDays(2))
                .filter(past -> past.order().payment().form() == Order.PaymentForm.ONLINE)
                .filter(past -> past.order().key().channel().equals("demo-web"))
                .filter(past -> verdict(past, RULES) == Verdict.RELEASED)
                .findFirst()
                .orElseThrow();
    }

    private static Verdict verdict(PastOrders.Past past, RuleSet rules) {
        Judgement judgement = Judge.judge(past.order(), past.facts(), rules);
        while (judgement.verdict() == Verdict.WAITING
                && !Objects.requireNonNull(judgement.deadline()).isAfter(TODAY)) {
            judgement = Judge.judge(past.order(), past.facts().at(judgement.deadline()), rules);
        }
        return judgement.verdict();
    }

    /** What control saw of one order, look by look. */
    private static final class Story {

        final List<Look> looks = new ArrayList<>();
        final Map<Revisions.Key, Order> revisions = new HashMap<>();

        Story then(Order order, Facts facts, int rulesVersion, Verdict verdict) {
            Look look = new Look(
                    new OrderId(1),
                    order.key().channel(),
                    false,
                    looks.size() + 1,
                    facts.now(),
                    rulesVersion,
                    verdict,
                    () -> facts);
            looks.add(look);
            revisions.put(look.key(), order);
            return this;
        }

        Replay.Fate under(RuleSet current, RuleSet candidate) {
            return Objects.requireNonNull(new Replay(current, candidate, TODAY).fate(looks, revisions));
        }
    }
}
