package okienko.ordercontrol;

import static okienko.ordercontrol.ReasonCode.CHANGED_AFTER_RELEASE;
import static okienko.ordercontrol.ReasonCode.EMAIL_INVALID;
import static okienko.ordercontrol.ReasonCode.POSTAL_CODE_INVALID;
import static okienko.ordercontrol.ReasonCode.UNPAID;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.orders.OrderId;
import okienko.work.Claim;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@OfficeTest
class LifeOfHoldsTest {

    private static final String WRONG_CODE = "31-15";

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    OrderControl control;

    @Autowired
    WorkItems work;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
    }

    private String wrongCode() {
        return shop.cleanOrder().replace("61-736", WRONG_CODE);
    }

    private String wrongCodeAndMail() {
        return wrongCode().replace("@example.com", "@gmial.com");
    }

    private Map<String, String> rightCode() {
        return Map.of("delivery.address.postalCode", "31-155", "buyer.address.postalCode", "31-155");
    }

    @Test
    void aCleanOrderIsReleasedByItselfWithinAMoment() {
        long start = System.nanoTime();
        ControlledOrder order = shop.send(shop.cleanOrder());
        assertThat(order.state()).isEqualTo(State.RELEASED);
        assertThat(order.releasedBy()).isNull();
        assertThat(order.releasedRevision()).isEqualTo(1);
        assertThat(shop.timeline(order.id())).containsExactly("received", "released");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aFaultyOrderIsHeldAndComesUpInTheQueueOfItsReason() {
        ControlledOrder order = shop.send(wrongCode());
        assertThat(order.state()).isEqualTo(State.HELD);
        assertThat(order.reasons()).containsExactly(POSTAL_CODE_INVALID);
        assertThat(order.queue()).isEqualTo("addresses");
        assertThat(shop.hold(order.id(), POSTAL_CODE_INVALID).finding().fields())
                .contains("delivery.address.postalCode");
        WorkItem item = work.find(WorkItem.HELD_ORDER, order.id().toString()).orElseThrow();
        assertThat(item.queue()).isEqualTo("addresses");
        assertThat(item.openedAt()).isEqualTo(order.receivedAt());
    }

    @Test
    void aCorrectionReleasesWithinTheAnswer() {
        ControlledOrder held = shop.send(wrongCode());
        ControlledOrder after = shop.act(held.id(), "ania", new Action.Edit(rightCode()));
        assertThat(after.state()).isEqualTo(State.RELEASED);
        assertThat(after.releasedBy()).isEqualTo("ania");
        assertThat(after.releasedRevision()).isEqualTo(2);
        assertThat(shop.hold(held.id(), POSTAL_CODE_INVALID).state()).isEqualTo(Hold.State.CLEARED);
        assertThat(work.find(WorkItem.HELD_ORDER, held.id().toString())).isEmpty();
        assertThat(shop.timeline(held.id())).containsExactly("received", "held", "corrected", "released");
    }

    @Test
    void aValueThatCannotBeIsRefusedByFieldAndNothingIsChanged() {
        ControlledOrder held = shop.send(wrongCode());
        Outcome outcome = control.act(
                held.id(),
                held.version(),
                "ania",
                new Action.Edit(Map.of(
                        "lines[0].quantity", "two",
                        "delivery.address.country", "Polska",
                        "externalId", "7",
                        "delivery.address.city", "Kraków")));
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.fields())
                                .containsOnlyKeys("lines[0].quantity", "delivery.address.country", "externalId"));
        assertThat(shop.now(held.id())).isEqualTo(held);
    }

    @Test
    void amountsAreTypedAsPeopleWriteThem() {
        ControlledOrder held = shop.send(shop.cleanOrder().replace("\"total\":\"129.98\"", "\"total\":\"99.98\""));
        assertThat(held.state()).isEqualTo(State.HELD);
        assertThat(shop.act(held.id(), "ania", new Action.Edit(Map.of("total", "129,98")))
                        .state())
                .isEqualTo(State.RELEASED);
    }

    @Test
    void theLastHoldResolvedReleases() {
        ControlledOrder held = shop.send(wrongCodeAndMail());
        assertThat(shop.open(held.id())).contains(POSTAL_CODE_INVALID, EMAIL_INVALID);
        ControlledOrder half = shop.act(held.id(), "ania", new Action.ResolveReason(POSTAL_CODE_INVALID, "asked"));
        assertThat(half.state()).isEqualTo(State.HELD);
        assertThat(half.reasons()).containsExactly(EMAIL_INVALID);
        ControlledOrder done = shop.act(held.id(), "ania", new Action.ResolveReason(EMAIL_INVALID, "it is right"));
        assertThat(done.state()).isEqualTo(State.RELEASED);
        assertThat(shop.hold(held.id(), EMAIL_INVALID).note()).isEqualTo("it is right");
    }

    @Test
    void whatIsResolvedStaysResolvedUntilItsOwnFieldChanges() {
        String json = wrongCodeAndMail();
        OrderId id = shop.send(json).id();
        shop.act(id, "ania", new Action.ResolveReason(POSTAL_CODE_INVALID, "the customer says so"));

        shop.send(json.replace("Solna 4/2", "Solna 6"));
        assertThat(shop.open(id)).containsExactly(EMAIL_INVALID);

        shop.send(json.replace(WRONG_CODE, "3115"));
        assertThat(shop.open(id)).contains(POSTAL_CODE_INVALID, EMAIL_INVALID);
        assertThat(shop.timeline(id)).endsWith("recontrolled");
    }

    @Test
    void releaseInSpiteOfHoldsNeedsAReason() {
        ControlledOrder held = shop.send(wrongCode());
        assertThat(control.act(held.id(), held.version(), "ania", new Action.Release(" ")))
                .isEqualTo(new Outcome.Refused("control.refused.reasonNeeded"));
        ControlledOrder released = shop.act(held.id(), "ania", new Action.Release("urgent"));
        assertThat(released.state()).isEqualTo(State.RELEASED);
        assertThat(shop.hold(held.id(), POSTAL_CODE_INVALID).state()).isEqualTo(Hold.State.OVERRIDDEN);
        assertThat(control.act(held.id(), released.version(), "ania", new Action.Release("again")))
                .isEqualTo(new Outcome.Refused("control.refused.released"));
    }

    @Test
    void aWriteOnAStaleViewIsRefusedAndTellsWhatChanged() {
        ControlledOrder seen = shop.send(wrongCodeAndMail());
        shop.act(seen.id(), "ola", new Action.ResolveReason(EMAIL_INVALID, "fine"));
        Outcome outcome = control.act(seen.id(), seen.version(), "ania", new Action.Cancel("mistake"));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Stale.class, stale -> {
            assertThat(stale.since()).extracting(entry -> entry.kind()).contains("resolved");
            assertThat(stale.now().version()).isGreaterThan(seen.version());
        });
        assertThat(shop.now(seen.id()).state()).isEqualTo(State.HELD);
    }

    @Test
    void anOrderAColleagueHasIsNotTouched() {
        ControlledOrder held = shop.send(wrongCode());
        WorkItem item = work.find(WorkItem.HELD_ORDER, held.id().toString()).orElseThrow();
        assertThat(work.claim(item.id(), "ola")).isInstanceOf(Claim.Claimed.class);
        assertThat(control.act(held.id(), held.version(), "ania", new Action.Release("mine")))
                .isInstanceOfSatisfying(
                        Outcome.ClaimedBy.class, by -> assertThat(by.agent()).isEqualTo("ola"));
    }

    @Test
    void aRevisionAfterReleaseIsHeldAndTheWarehouseKeepsWhatItHas() {
        String json = shop.cleanOrder();
        ControlledOrder released = shop.send(json);
        ControlledOrder changed = shop.send(json.replace("Solna 4/2", "Solna 6"));
        assertThat(changed.state()).isEqualTo(State.HELD);
        assertThat(changed.reasons()).containsExactly(CHANGED_AFTER_RELEASE);
        assertThat(changed.releasedRevision()).isEqualTo(1);
        assertThat(shop.hold(released.id(), CHANGED_AFTER_RELEASE).finding().fields())
                .contains("delivery.address.street");

        ControlledOrder handedOver = shop.act(released.id(), "ania", new Action.Release("phoned the warehouse"));
        assertThat(handedOver.state()).isEqualTo(State.RELEASED);
        assertThat(handedOver.releasedRevision()).isEqualTo(2);
        assertThat(handedOver.releasedAt()).isEqualTo(released.releasedAt());
        assertThat(shop.timeline(released.id())).endsWith("changeReleased");
    }

    @Test
    void aChangeAfterReleaseCanBeLeftAside() {
        String json = shop.cleanOrder();
        OrderId id = shop.send(json).id();
        shop.send(json.replace("Solna 4/2", "Solna 6"));
        ControlledOrder left = shop.act(id, "ania", new Action.ResolveReason(CHANGED_AFTER_RELEASE, "already packed"));
        assertThat(left.state()).isEqualTo(State.RELEASED);
        assertThat(left.releasedRevision()).isEqualTo(1);
        assertThat(shop.send(json.replace("Solna 4/2", "Solna 8")).state()).isEqualTo(State.HELD);
    }

    @Test
    void aChangeTakenBackClearsItself() {
        String json = shop.cleanOrder();
        shop.send(json);
        assertThat(shop.send(json.replace("Solna 4/2", "Solna 6")).state()).isEqualTo(State.HELD);
        assertThat(shop.send(json).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void theChannelsCancellationCancelsBeforeRelease() {
        String json = wrongCode();
        ControlledOrder held = shop.send(json);
        ControlledOrder cancelled = shop.send(json.replace("\"currency\"", "\"status\":\"CANCELLED\",\"currency\""));
        assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
        assertThat(shop.open(held.id())).isEmpty();
        assertThat(work.find(WorkItem.HELD_ORDER, held.id().toString())).isEmpty();
    }

    @Test
    void theChannelsCancellationAlarmsAfterReleaseAndCanRecall() {
        String json = shop.cleanOrder();
        OrderId id = shop.send(json).id();
        ControlledOrder alarmed = shop.send(json.replace("\"currency\"", "\"status\":\"CANCELLED\",\"currency\""));
        assertThat(alarmed.state()).isEqualTo(State.HELD);
        assertThat(alarmed.reasons()).containsExactly(CHANGED_AFTER_RELEASE);
        assertThat(shop.hold(id, CHANGED_AFTER_RELEASE).finding().fields()).contains("status");
        assertThat(shop.act(id, "ania", new Action.Cancel("customer's wish")).state())
                .isEqualTo(State.CANCELLED);
        assertThat(shop.timeline(id)).endsWith("recalled");
    }

    @Test
    void aConsultantCancels() {
        ControlledOrder held = shop.send(wrongCode());
        assertThat(shop.act(held.id(), "ania", new Action.Cancel("a joke")).state())
                .isEqualTo(State.CANCELLED);
        assertThat(shop.settled(held.id()).state()).isEqualTo(State.CANCELLED);
    }

    @Test
    void anUnpaidOrderWaitsAndBothersNobody() {
        ControlledOrder waiting = shop.send(shop.cleanOrder().replace(",\"paid\":\"129.98\"", ""));
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(waiting.reasons()).containsExactly(UNPAID);
        assertThat(waiting.deadline()).isNotNull();
        assertThat(work.find(WorkItem.HELD_ORDER, waiting.id().toString())).isEmpty();
    }

    @Test
    void anOrderGivenToAnotherQueueStaysThere() {
        OrderId id = shop.send(wrongCodeAndMail()).id();
        shop.act(id, "ania", new Action.HandToQueue("foreign", "speaks Czech"));
        shop.act(id, "ania", new Action.ResolveReason(EMAIL_INVALID, ""));
        assertThat(shop.now(id).queue()).isEqualTo("foreign");
        assertThat(work.find(WorkItem.HELD_ORDER, id.toString()).orElseThrow().queue())
                .isEqualTo("foreign");
    }
}
