package okienko.ordercontrol.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.checks.Source;
import okienko.ordercontrol.terms.Situation;
import okienko.orders.Order;
import org.jspecify.annotations.Nullable;

/** One order before the judge; what conditions see of it is put together when the first of them asks. */
final class Hearing {

    /** How late an answer of the clock may be noticed. */
    private static final Duration CLOCK_GRAIN = Duration.ofMinutes(15);

    private final Order order;
    private final Facts facts;
    private final Set<Source> reads = EnumSet.noneOf(Source.class);
    private @Nullable Situation situation;
    private @Nullable Instant lookAgain;

    Hearing(Order order, Facts facts) {
        this.order = order;
        this.facts = facts;
    }

    /** Notes what a rule reads to come to its answer. */
    void reads(Set<Source> sources) {
        reads.addAll(sources);
    }

    Set<Source> reads() {
        return reads;
    }

    /** Notes that something is over at a moment, unless it is over already. */
    void over(Instant moment) {
        if (!moment.isAfter(facts.now())) return;
        if (lookAgain == null || moment.isBefore(lookAgain)) lookAgain = moment;
    }

    /** Notes that another answer may come with a day: a flag, a line of a table or a rule begins or ends. */
    void until(LocalDate day) {
        over(day.atStartOfDay(facts.zone()).toInstant());
    }

    /** Notes that a condition reads the clock: hours pass at any minute. */
    void clock() {
        long grain = CLOCK_GRAIN.toSeconds();
        over(Instant.ofEpochSecond((facts.now().getEpochSecond() / grain + 1) * grain));
    }

    @Nullable
    Instant lookAgain() {
        return lookAgain;
    }

    Order order() {
        return order;
    }

    Facts facts() {
        return facts;
    }

    LocalDate today() {
        return LocalDate.ofInstant(facts.now(), facts.zone());
    }

    Situation situation() {
        if (situation == null) situation = Situation.of(order, facts);
        return situation;
    }
}
