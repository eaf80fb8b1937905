package okienko.ordercontrol.backtest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.evaluations.Look;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order;
import okienko.orders.Revisions;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of an order under two rule sets, looked at as often as control looked at it then, with the facts of then.
 *
 * <p>The first look that does not end in WAITING decides: RELEASED and the warehouse has the order, HELD and a person is
 * asked; what was seen of it later came of what had been done in the meantime and would not have come about otherwise.
 * While an order waits the next look counts: money that came, a correction by the channel. See docs/decisions/0013.
 */
final class Replay {

    private final int currentVersion;
    private final Judge current;
    private final Judge candidate;
    private final RuleDifference difference;
    private final Instant today;

    Replay(RuleSet current, RuleSet candidate, Instant today) {
        this.currentVersion = current.version();
        this.current = Judge.under(current);
        this.candidate = Judge.under(candidate);
        this.difference = new RuleDifference(current, candidate);
        this.today = today;
    }

    /**
     * What becomes of an order.
     *
     * @param concerned whether the rules that differ say different things about it
     * @param heldFor where only one of the two holds it: what for
     */
    record Fate(Verdict before, Verdict after, boolean concerned, List<Finding> heldFor) {

        boolean newlyHeld() {
            return after == Verdict.HELD && before != Verdict.HELD;
        }

        boolean noLongerHeld() {
            return before == Verdict.HELD && after != Verdict.HELD;
        }
    }

    /** Whether the order itself has to be read for this look: not when its verdict is known for both rule sets. */
    boolean reads(Look look) {
        return !asKept(look) || !difference.of(look.channel()).none();
    }

    private boolean asKept(Look look) {
        return look.rulesVersion() == currentVersion;
    }

    /** What becomes of an order under both rule sets; null when its revisions are gone. */
    @Nullable
    Fate fate(List<Look> looks, Map<Revisions.Key, Order> revisions) {
        Course before = new Course(current);
        Course after = new Course(candidate);
        boolean concerned = false;
        for (Hearing hearing : hearings(looks, revisions)) {
            if (before.decided() && after.decided()) break;
            RuleDifference.Reduced reduced = difference.of(hearing.look().channel());
            boolean differs = !reduced.none() && differs(hearing, reduced);
            concerned |= differs;
            if (differs) {
                before.judge(hearing);
                after.judge(hearing);
            } else if (asKept(hearing.look())) {
                before.keep(hearing);
                after.keep(hearing);
            } else {
                before.judge(hearing);
                after.follow(before, hearing);
            }
        }
        if (before.verdict == null || after.verdict == null) return null;
        boolean changed = (before.verdict == Verdict.HELD) != (after.verdict == Verdict.HELD);
        return new Fate(
                before.verdict,
                after.verdict,
                concerned,
                !changed ? List.of() : before.verdict == Verdict.HELD ? before.findings() : after.findings());
    }

    private List<Hearing> hearings(List<Look> looks, Map<Revisions.Key, Order> revisions) {
        List<Hearing> hearings = new ArrayList<>(looks.size());
        for (int i = 0; i < looks.size(); i++) {
            Look look = looks.get(i);
            Order order = revisions.get(look.key());
            if (order == null && reads(look)) continue;
            hearings.add(new Hearing(
                    look, order, i + 1 < looks.size() ? looks.get(i + 1).at() : today));
        }
        return hearings;
    }

    private static boolean differs(Hearing hearing, RuleDifference.Reduced reduced) {
        Judgement before = hearing.judge(reduced.current());
        Judgement after = hearing.judge(reduced.candidate());
        return !told(before).equals(told(after));
    }

    /** What of findings matters to the verdict. */
    private static List<Object> told(Judgement judgement) {
        List<Object> told = new ArrayList<>();
        for (Finding finding : judgement.holds()) {
            told.add(finding.reason());
            told.add(Objects.requireNonNullElse(finding.clearsBy(), Instant.MAX));
        }
        return told;
    }

    /** An order's way under one rule set. */
    private static final class Course {

        private final Judge judge;
        private @Nullable Verdict verdict;
        private @Nullable Hearing decisive;

        Course(Judge judge) {
            this.judge = judge;
        }

        boolean decided() {
            return verdict != null && verdict != Verdict.WAITING;
        }

        /** The verdict of then is what these rules say. */
        void keep(Hearing hearing) {
            decide(hearing, hearing.look().verdict());
        }

        void judge(Hearing hearing) {
            if (!decided()) decide(hearing, hearing.ends(judge).verdict());
        }

        /** At this look both rule sets say the same. */
        void follow(Course other, Hearing hearing) {
            if (decided()) return;
            if (other.decisive == hearing && other.verdict != null) decide(hearing, other.verdict);
            else judge(hearing);
        }

        private void decide(Hearing hearing, Verdict said) {
            if (decided()) return;
            verdict = said;
            decisive = hearing;
        }

        List<Finding> findings() {
            return decisive == null || decisive.order() == null
                    ? List.of()
                    : decisive.ends(judge).holds();
        }
    }
}
