package okienko.warehouse;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import okienko.ordercontrol.ControlEvent;
import okienko.ui.Live;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hands over what was released, as soon as its transaction is through and again until the warehouse has it. */
@Component
public class Dispatch {

    /** Messages on their way at once; a warehouse is rarely faster than this. */
    private static final int BATCH = 32;

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final Handovers handovers;
    private final Destinations destinations;
    private final Live live;
    private final Clock clock;
    private final AtomicBoolean running = new AtomicBoolean();

    Dispatch(Handovers handovers, Destinations destinations, Live live, Clock clock) {
        this.handovers = handovers;
        this.destinations = destinations;
        this.live = live;
        this.clock = clock;
    }

    /** In the transaction of the release: the hand-over is there or the release did not happen. */
    @EventListener
    void on(ControlEvent.Released event) {
        handovers.write(Handover.Kind.RELEASED, event.orders());
    }

    @EventListener
    void on(ControlEvent.ChangeReleased event) {
        handovers.write(Handover.Kind.CHANGED, event.orders());
    }

    /** Where the warehouse was never told of an order there is nothing to recall. */
    @EventListener
    void on(ControlEvent.Cancelled event) {
        handovers.write(Handover.Kind.RECALLED, handovers.handedOver(event.orders()));
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void afterwards(ControlEvent event) {
        Thread.ofVirtual().name("dispatch").start(this::deliverDue);
    }

    /** What is released and the warehouse does not have. */
    public Backlog backlog() {
        return handovers.backlog(destinations.current());
    }

    /** Delivers everything whose time has come; a call while another is at it returns at once. */
    public void deliverDue() {
        if (!running.compareAndSet(false, true)) return;
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            int delivered = 0;
            int taken = deliverBatch(workers);
            while (taken > 0) {
                delivered += taken;
                taken = deliverBatch(workers);
            }
            if (delivered > 0) live.signal("warehouse");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.set(false);
        }
    }

    /** One batch; the answer is how many messages the warehouse answered to, 0 when there is nothing to go on with. */
    private int deliverBatch(ExecutorService workers) throws InterruptedException {
        Destination destination = destinations.current();
        Optional<Warehouse> warehouse = destinations.open(destination);
        if (warehouse.isEmpty() || destination.resting(clock.instant())) return 0;
        // after an outage one message feels the way
        List<Handover> batch = handovers.take(destination.outages() > 0 ? 1 : BATCH);
        List<Callable<Boolean>> deliveries = batch.stream()
                .map(handover -> (Callable<Boolean>) () -> deliver(warehouse.get(), handover))
                .toList();
        int answered = 0;
        for (Future<Boolean> delivery : workers.invokeAll(deliveries)) {
            // a delivery that broke is a bug: its lease runs out and it is tried again, the others go on
            if (delivery.state() == Future.State.SUCCESS && delivery.resultNow()) answered++;
            if (delivery.state() == Future.State.FAILED) LOG.error("a hand-over broke", delivery.exceptionNow());
        }
        if (answered > 0) {
            destinations.answered();
        } else if (!batch.isEmpty()) {
            destinations.failed(clock.instant());
            live.signal("warehouse");
        }
        return answered;
    }

    /** Whether the warehouse answered, be it with a refusal. */
    private boolean deliver(Warehouse warehouse, Handover handover) {
        Warehouse.Answer answer = warehouse.deliver(handover);
        handovers.settle(handover, answer);
        return !(answer instanceof Warehouse.Answer.Unavailable);
    }
}
