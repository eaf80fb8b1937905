package okienko.ordercontrol.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One back-test, running or over. It runs on whether or not anybody watches. */
public final class BackTest {

    private final long id;
    private final String person;
    private final Question question;
    private final Instant startedAt;
    private final AtomicInteger done = new AtomicInteger();
    private volatile int total;
    private volatile State state = State.RUNNING;
    private volatile @Nullable Instant endedAt;
    private volatile @Nullable Answer answer;

    BackTest(long id, String person, Question question, Instant startedAt) {
        this.id = id;
        this.person = person;
        this.question = question;
        this.startedAt = startedAt;
    }

    /** How a back-test stands. */
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        /** It broke down; the log says why. */
        FAILED
    }

    /**
     * How far it is.
     *
     * @param remaining null while nobody can say
     */
    public record Progress(int done, int total, @Nullable Duration remaining) {}

    public long id() {
        return id;
    }

    /** Login of who asked. */
    public String person() {
        return person;
    }

    public Question question() {
        return question;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public State state() {
        return state;
    }

    /** The answer, once it is done. */
    public Optional<Answer> answer() {
        return Optional.ofNullable(answer);
    }

    /** How long it took; empty while it runs. */
    public Optional<Duration> took() {
        return Optional.ofNullable(endedAt).map(end -> Duration.between(startedAt, end));
    }

    public Progress progress(Instant now) {
        int so = done.get();
        Duration spent = Duration.between(startedAt, now);
        Duration remaining =
                so == 0 ? null : spent.multipliedBy(Math.max(0, total - so)).dividedBy(so);
        return new Progress(so, total, remaining);
    }

    boolean running() {
        return state == State.RUNNING;
    }

    void expect(int orders) {
        total = orders;
    }

    void advance(int orders) {
        done.addAndGet(orders);
    }

    /** Ends it, unless it is over already: of cancelling and finishing the first counts. */
    synchronized boolean end(State how, @Nullable Answer found, Instant now) {
        if (!running()) return false;
        answer = found;
        endedAt = now;
        state = how;
        return true;
    }
}
