package okienko.ordercontrol.backtest;

import java.time.Instant;
import java.util.Objects;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.evaluations.Look;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order;
import org.jspecify.annotations.Nullable;

/** An order before the judge once more, as it and everything around it was when control looked at it. */
final class Hearing {

    /** Deadlines looked at one after the other; what then still waits, waits. */
    private static final int MOST_DEADLINES = 5;

    private final Look look;
    private final @Nullable Order order;
    private final Instant until;
    private @Nullable Facts facts;

    /**
     * A hearing at one look.
     *
     * @param order null where nobody will ask for more than the verdict of then
     * @param until when control looked at it next
     */
    Hearing(Look look, @Nullable Order order, Instant until) {
        this.look = look;
        this.order = order;
        this.until = until;
    }

    Look look() {
        return look;
    }

    @Nullable
    Order order() {
        return order;
    }

    /** What the rules say at the moment of the look. */
    Judgement judge(Judge judge) {
        return judge(facts(), judge);
    }

    /**
     * What the rules have said by the next look. Where the deadline of a waiting order comes before it, the order is
     * judged once more at that moment with the facts as they stood, as control would have done: had they changed by
     * then, there would have been a look.
     */
    Judgement ends(Judge judge) {
        Judgement judgement = judge(judge);
        for (int i = 0; i < MOST_DEADLINES && judgement.verdict() == Verdict.WAITING; i++) {
            Instant deadline = Objects.requireNonNull(judgement.deadline(), "what waits has a deadline");
            if (deadline.isAfter(until)) break;
            judgement = judge(facts().at(deadline), judge);
        }
        return judgement;
    }

    private Judgement judge(Facts known, Judge judge) {
        return judge.judge(Objects.requireNonNull(order, "the order was not read"), known);
    }

    private Facts facts() {
        Facts known = facts;
        if (known == null) {
            known = look.facts();
            facts = known;
        }
        return known;
    }
}
