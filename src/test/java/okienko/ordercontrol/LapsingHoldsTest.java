package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.orders.TimelineEntry;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Holds that end by themselves when nobody has looked for as long as their rule says. */
@OfficeTest
class LapsingHoldsTest extends ShopOfItsOwn {

    @Autowired
    TestClock clock;

    @Autowired
    Orders orders;

    @Autowired
    OrderControl control;

    @Autowired
    WorkItems work;

    @Autowired
    ControlFigures figures;

    @Test
    void aHoldNobodyLooksAtEndsByItself() {
        Reason reason = save(OwnRule.LARGE.lapsingAfter(Duration.ofHours(2)));
        String json = shop.cleanOrder();
        ControlledOrder held = shop.send(json);
        clock.advance(Duration.ofHours(1));
        control.keepTime();
        assertThat(shop.settled(held.id()).state()).isEqualTo(ControlledOrder.State.HELD);
        clock.advance(Duration.ofMinutes(61));
        control.keepTime();
        ControlledOrder gone = shop.becomes(held.id(), ControlledOrder.State.RELEASED);
        assertThat(gone.releasedBy()).isNull();
        assertThat(shop.hold(held.id(), reason).state()).isEqualTo(Hold.State.LAPSED);
        TimelineEntry last = orders.timeline(held.id()).getLast();
        assertThat(last.kind()).isEqualTo("released");
        assertThat(last.details()).containsEntry("lapsed", List.of(reason.name()));
        assertThat(figures.board(clock.instant().minus(Duration.ofMinutes(1)), false)
                        .lapsed())
                .isPositive();
        assertThat(work.find(WorkItem.HELD_ORDER, held.id().toString())).isEmpty();

        shop.send(json.replace("\"total\":\"129.98\"", "\"total\":\"612.00\""));
        assertThat(shop.open(held.id())).contains(reason);
        assertThat(Objects.requireNonNull(shop.hold(held.id(), reason).beyond()).by())
                .isNull();
    }

    @Test
    void whatLapsesWhileSomethingElseHoldsStaysAway() {
        Reason reason = save(OwnRule.LARGE.lapsingAfter(Duration.ofHours(2)));
        String json = shop.cleanOrder().replace("@example.com", "@gmial.com");
        OrderId id = shop.send(json).id();
        clock.advance(Duration.ofHours(3));
        control.keepTime();
        assertThat(shop.settled(id).reasons()).containsExactly(ReasonCode.EMAIL_INVALID);
        shop.send(json.replace("Solna 4/2", "Solna 6"));
        assertThat(shop.open(id)).containsExactly(ReasonCode.EMAIL_INVALID).doesNotContain(reason);
        assertThat(orders.timeline(id))
                .anySatisfy(entry -> assertThat(entry.details()).containsEntry("lapsed", List.of(reason.name())));
    }
}
