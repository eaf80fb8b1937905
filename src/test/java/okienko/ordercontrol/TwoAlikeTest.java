package okienko.ordercontrol;

import static okienko.ordercontrol.ReasonCode.ADDRESS_INCOMPLETE;
import static okienko.ordercontrol.ReasonCode.DUPLICATE_ORDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.engine.Control;
import okienko.orders.OrderId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** A buyer pressed the button twice: the first order goes, the second is held, in whatever batches they come. */
@OfficeTest
class TwoAlikeTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    Control worker;

    private TestShop shop;
    private String clean = "";

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
        clean = shop.cleanOrder();
    }

    @Test
    void inOneBatchTheFirstPassesAndTheSecondIsHeld() {
        List<OrderId> both = shop.deliver(List.of(order("a", 0), order("b", 0)));
        assertThat(shop.settled(both.getFirst()).state()).isEqualTo(State.RELEASED);
        assertThat(shop.settled(both.getLast()).reasons()).containsExactly(DUPLICATE_ORDER);
    }

    @Test
    void theTimeOfPlacingDecidesNotThatOfArriving() {
        List<OrderId> both = shop.deliver(List.of(order("late", 5), order("early", 0)));
        assertThat(shop.settled(both.getFirst()).reasons()).containsExactly(DUPLICATE_ORDER);
        assertThat(shop.settled(both.getLast()).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void whatTheWarehouseHasGoesFirstThoughItWasPlacedLater() {
        assertThat(shop.send(order("late", 5)).state()).isEqualTo(State.RELEASED);
        assertThat(shop.send(order("early", 0)).reasons()).containsExactly(DUPLICATE_ORDER);
    }

    @Test
    void theFirstStaysAsItIsWhenItIsLookedAtAgain() {
        ControlledOrder first = shop.send(withoutTown("a"));
        ControlledOrder second = shop.send(order("b", 0));
        assertThat(second.reasons()).containsExactly(DUPLICATE_ORDER);
        again(first.id());
        assertThat(shop.now(first.id()).reasons()).containsExactly(ADDRESS_INCOMPLETE);
        shop.act(first.id(), "ania", new Action.Edit(Map.of("delivery.address.city", "Poznań")));
        assertThat(shop.now(first.id()).state()).isEqualTo(State.RELEASED);
        again(second.id());
        assertThat(shop.now(second.id()).reasons()).containsExactly(DUPLICATE_ORDER);
    }

    @Test
    void lookedAtAgainTogetherTheyStandAsBefore() {
        List<OrderId> both = shop.deliver(List.of(withoutTown("a"), order("b", 1), order("c", 2)));
        both.forEach(shop::settled);
        again(both.toArray(OrderId[]::new));
        assertThat(shop.now(both.getFirst()).reasons()).containsExactly(ADDRESS_INCOMPLETE);
        assertThat(shop.now(both.get(1)).reasons()).containsExactly(DUPLICATE_ORDER);
        assertThat(shop.now(both.getLast()).reasons()).containsExactly(DUPLICATE_ORDER);
    }

    @Test
    void whenTheFirstIsCancelledTheNextGoesAndTheThirdIsHeldForThat() {
        List<OrderId> three = shop.deliver(List.of(withoutTown("a"), order("b", 1), order("c", 2)));
        three.forEach(shop::settled);
        shop.act(three.getFirst(), "ania", new Action.Cancel("ordered twice"));
        shop.becomes(three.get(1), State.RELEASED);
        assertThat(shop.settled(three.getLast()).reasons()).containsExactly(DUPLICATE_ORDER);
    }

    /** What control does when something they depend on changed. */
    private void again(OrderId... orders) {
        Map<OrderId, String> causes = new LinkedHashMap<>();
        for (OrderId order : orders) causes.put(order, "customer");
        worker.control(causes);
    }

    private String order(String id, long minutesLater) {
        Instant placed = clock.instant().minus(Duration.ofHours(1)).plus(Duration.ofMinutes(minutesLater));
        return clean.replace("\"externalId\":\"1\"", "\"externalId\":\"" + id + "\"")
                .replaceFirst("\"placedAt\":\"[^\"]+\"", "\"placedAt\":\"" + placed + "\"");
    }

    private String withoutTown(String id) {
        return order(id, 0).replace("\"city\":\"Poznań\"", "\"city\":\"\"");
    }
}
