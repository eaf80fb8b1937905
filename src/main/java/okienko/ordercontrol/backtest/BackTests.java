package okienko.ordercontrol.backtest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.backtest.BackTest.State;
import okienko.ordercontrol.evaluations.Evaluations;
import okienko.ordercontrol.evaluations.Look;
import okienko.ordercontrol.evaluations.Looks;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Revisions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Back-tests: what other rules would have done to the orders of the last days. One a person and few at once, for each
 * takes all cores for some seconds. Results are kept in memory, the last few of them: they are out of date soon.
 */
@Component
public class BackTests implements SmartLifecycle {

    /** At once, whoever asked. */
    static final int MOST_AT_ONCE = 2;

    private static final int USUAL_DAYS = 30;

    /** Results to come back to. */
    private static final int MOST_KEPT = 40;

    /** Pieces read ahead for each core, so that nobody waits for the database and nothing piles up. */
    private static final int AHEAD = 2;

    private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);

    private final Clock clock;
    private final Evaluations evaluations;
    private final Looks looks;
    private final Revisions revisions;
    private final int cores = Runtime.getRuntime().availableProcessors();
    private final TreeMap<Long, BackTest> tests = new TreeMap<>();
    private ExecutorService workers = closed();
    private volatile boolean open;

    BackTests(Clock clock, Evaluations evaluations, Looks looks, Revisions revisions) {
        this.clock = clock;
        this.evaluations = evaluations;
        this.looks = looks;
        this.revisions = revisions;
    }

    /** What came of asking for a back-test. */
    public sealed interface Start {

        /** It runs. */
        record Started(BackTest test) implements Start {}

        /** It was not started: this one of the same person still runs. */
        record Busy(BackTest running) implements Start {}

        /** It was not started: others are at it, ask again in a moment. */
        record Full() implements Start {}
    }

    /** Days back-tests can reach back. */
    public int mostDays() {
        return (int) evaluations.kept().toDays();
    }

    /** Starts a back-test, unless this person has one running or too many run already. */
    public synchronized Start start(String person, Question question) {
        List<BackTest> running =
                tests.values().stream().filter(BackTest::running).toList();
        Optional<BackTest> own =
                running.stream().filter(test -> test.person().equals(person)).findFirst();
        if (own.isPresent()) return new Start.Busy(own.get());
        if (running.size() >= MOST_AT_ONCE || !open) return new Start.Full();
        // counted on from the time of day, so that an address from before a restart never shows another test
        long id = Math.max(clock.millis(), tests.isEmpty() ? 0 : tests.lastKey() + 1);
        BackTest test = new BackTest(id, person, question, clock.instant());
        tests.put(id, test);
        while (tests.size() > MOST_KEPT && !tests.firstEntry().getValue().running()) tests.pollFirstEntry();
        Thread.ofVirtual().name("back-test").start(() -> run(test));
        return new Start.Started(test);
    }

    /** The same over all orders of as many days as are usually looked at. */
    public Start start(String person, RuleSet current, RuleSet candidate) {
        return start(person, new Question(current, candidate, Math.min(USUAL_DAYS, mostDays()), ""));
    }

    public synchronized Optional<BackTest> find(long id) {
        return Optional.ofNullable(tests.get(id));
    }

    /** A person's back-tests, newest first. */
    public synchronized List<BackTest> of(String person) {
        return tests.descendingMap().values().stream()
                .filter(test -> test.person().equals(person))
                .toList();
    }

    /** Stops a back-test within a moment; one that is over stays as it is. */
    public boolean cancel(BackTest test) {
        return test.end(State.CANCELLED, null, clock.instant());
    }

    private void run(BackTest test) {
        try {
            Tally tally = new Tally();
            int all = replay(test, tally);
            if (test.end(State.DONE, tally.answer(all), clock.instant())) {
                LOG.info("back-test {} by {}: {} orders in {}", test.id(), test.person(), all, test.took());
            }
        } catch (RuntimeException e) {
            LOG.error("back-test {} broke down", test.id(), e);
            test.end(State.FAILED, null, clock.instant());
        }
    }

    /** Reads and judges at the same time; how many orders there are in the range. */
    private int replay(BackTest test, Tally tally) {
        Question question = test.question();
        Instant today = clock.instant();
        Looks.Range range = new Looks.Range(today.minus(Duration.ofDays(question.days())), question.channel());
        Replay replay = new Replay(question.current(), question.candidate(), today);
        int all = looks.orders(range);
        test.expect(all);
        Deque<Future<?>> underway = new ArrayDeque<>();
        looks.read(range, piece -> {
            if (!test.running()) return false;
            if (underway.size() >= cores * AHEAD) await(underway.removeFirst());
            underway.add(workers.submit(() -> judge(piece, replay, tally, test)));
            return true;
        });
        while (!underway.isEmpty()) await(underway.removeFirst());
        return all;
    }

    private void judge(List<List<Look>> piece, Replay replay, Tally tally, BackTest test) {
        Set<Revisions.Key> needed = new HashSet<>();
        for (List<Look> order : piece) {
            for (Look look : order) if (replay.reads(look)) needed.add(look.key());
        }
        Map<Revisions.Key, Order> orders = needed.isEmpty() ? new HashMap<>() : revisions.all(needed);
        List<Tally.Counted> counted = new ArrayList<>(piece.size());
        List<OrderId> changed = new ArrayList<>();
        for (List<Look> order : piece) {
            Replay.Fate fate = replay.fate(order, orders);
            if (fate == null) continue;
            OrderId id = order.getFirst().order();
            counted.add(new Tally.Counted(id, order.getFirst().cancelled(), fate));
            if (fate.newlyHeld() || fate.noLongerHeld()) changed.add(id);
        }
        tally.add(counted, changed.isEmpty() ? Set.of() : revisions.changedByPeople(changed));
        test.advance(piece.size());
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a part of a back-test", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a part of a back-test broke down", e.getCause());
        }
    }

    @Override
    public void start() {
        workers = Executors.newFixedThreadPool(
                cores, Thread.ofPlatform().name("back-test-", 1).daemon().factory());
        open = true;
    }

    /** Back-tests that are running are given up: they are asked again in seconds. */
    @Override
    public void stop() {
        open = false;
        synchronized (this) {
            tests.values().forEach(this::cancel);
        }
        workers.close();
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    private static ExecutorService closed() {
        ExecutorService none = Executors.newVirtualThreadPerTaskExecutor();
        none.shutdown();
        return none;
    }
}
