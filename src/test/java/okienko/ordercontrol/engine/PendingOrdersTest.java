package okienko.ordercontrol.engine;

import static okienko.ordercontrol.schema.Tables.PENDING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.orders.OrderId;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The queue of orders to control, with numbers no order has. */
@OfficeTest
class PendingOrdersTest {

    private static final OrderId ORDER = new OrderId(Long.MAX_VALUE - 7);

    @Autowired
    PendingOrders pending;

    @Autowired
    DSLContext db;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void leaveNothing() {
        db.deleteFrom(PENDING).where(PENDING.ORDER_ID.eq(ORDER.value())).execute();
    }

    private int places() {
        return db.fetchCount(PENDING, PENDING.ORDER_ID.eq(ORDER.value()));
    }

    private void again() {
        pending.add(List.of(ORDER), "shipping", PendingOrders.BACKGROUND);
    }

    /** In the queue, but for the worker of this office not before the end of time. */
    private void queued() {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            again();
            db.execute("update ordercontrol.pending set not_before = 'infinity' where order_id = ?", ORDER.value());
        });
    }

    @Test
    void anOrderIsNotQueuedTwiceForWhatConcernsEveryOrder() {
        queued();
        again();
        again();
        assertThat(places()).isEqualTo(1);
    }

    @Test
    void anOrderThatIsBeingLookedAtIsQueuedAgain() {
        queued();
        TransactionTemplate another = new TransactionTemplate(transactions);
        another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            assertThat(pending.take(ORDER)).as("in the worker's hand").hasSize(1);
            another.executeWithoutResult(meanwhile -> {
                again();
                assertThat(places()).isEqualTo(2);
                meanwhile.setRollbackOnly();
            });
        });
    }

    @Test
    void theWorkerLooksOnlyWhenWhatHasChangedCanBeSeen() {
        queued();
        TransactionTemplate worker = new TransactionTemplate(transactions);
        worker.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            again();
            worker.executeWithoutResult(_ -> assertThat(pending.take(ORDER)).isEmpty());
        });
        worker.executeWithoutResult(_ -> assertThat(pending.take(ORDER)).hasSize(1));
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyWaiting() {
        clock.advance(Duration.ofDays(40));
        new TransactionTemplate(transactions).executeWithoutResult(_ -> {
            pending.add(List.of(ORDER), "revised");
            clock.reset();
            assertThat(pending.take(500)).anyMatch(place -> place.order().equals(ORDER));
        });
    }
}
