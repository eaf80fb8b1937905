package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.ControlFigures.BoardFigures;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders.Place;
import okienko.ordercontrol.ControlledOrders.Slice;
import okienko.ordercontrol.OrderFilter.Sort;
import okienko.ordercontrol.OrderFilter.Sort.By;
import okienko.orders.OrderId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

@OfficeTest
class BoardAndListTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    ControlledOrders orders;

    @Autowired
    ControlFigures figures;

    @Autowired
    OrderControl control;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
    }

    private OrderFilter filter(Set<State> states, Set<Reason> reasons, String text) {
        return new OrderFilter(states, reasons, Set.of(shop.channel), Set.of(), null, null, null, null, text, null);
    }

    @Test
    void aListIsNarrowedByStateReasonAndText() {
        shop.send(shop.cleanOrder());
        OrderId held = shop.send(shop.cleanOrder()
                        .replace("61-736", "61")
                        .replace("Nowak", "Żółćińska")
                        .replace("@example.com", "@gmial.com"))
                .id();
        assertThat(ids(filter(Set.of(State.HELD), Set.of(), ""))).containsExactly(held);
        assertThat(ids(filter(Set.of(), Set.of(ReasonCode.EMAIL_INVALID, ReasonCode.UNPAID), "")))
                .containsExactly(held);
        assertThat(ids(filter(Set.of(), Set.of(), "zolcinska POZNAN"))).containsExactly(held);
        assertThat(ids(filter(Set.of(), Set.of(), "100%"))).isEmpty();
        assertThat(ids(filter(Set.of(), Set.of(ReasonCode.UNPAID), ""))).isEmpty();
        assertThat(orders.count(filter(Set.of(), Set.of(), ""))).isEqualTo(2);
        assertThat(orders.channels()).contains(shop.channel);
    }

    @Test
    void aListIsNarrowedByAmountAndAge() {
        ControlledOrder order = shop.send(shop.cleanOrder());
        BigDecimal total = order.total().amount();
        assertThat(ids(within(total, total, null, null))).containsExactly(order.id());
        assertThat(ids(within(total.add(BigDecimal.ONE), null, null, null))).isEmpty();
        assertThat(ids(within(null, null, order.receivedAt(), order.receivedAt().plusMillis(1))))
                .containsExactly(order.id());
        assertThat(ids(within(null, null, null, order.receivedAt()))).isEmpty();
    }

    private OrderFilter within(
            @Nullable BigDecimal from,
            @Nullable BigDecimal to,
            @Nullable Instant receivedFrom,
            @Nullable Instant receivedBefore) {
        return new OrderFilter(
                Set.of(), Set.of(), Set.of(shop.channel), Set.of(), receivedFrom, receivedBefore, from, to, "", false);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeatHoweverTheListIsSorted() {
        List<OrderId> sent = new ArrayList<>(shop.deliver(List.of(
                order("A-10", "Żaneta Łuczak", "1999.98"),
                order("a-9", "adam Łoza", "129.98").replace(",\"paid\":\"129.98\"", ""),
                order("B-1", "Zenon Lis", "129.98"),
                order("A-9", "Łucja Nowak", "129.98").replace("@example.com", "@gmial.com"),
                order("a-100", "Lidia Nowak", "29.98"))));
        sent.forEach(shop::settled);
        sorted(By.RECEIVED, sent, 0, 1, 2, 3, 4);
        sorted(By.NUMBER, sent, 1, 3, 0, 4, 2);
        sorted(By.BUYER, sent, 1, 4, 3, 2, 0);
        sorted(By.AMOUNT, sent, 4, 1, 2, 3, 0);
        sorted(By.STATE, sent, 0, 3, 4, 1, 2);
        sorted(By.DEADLINE, sent, 1, 0, 2, 3, 4);
    }

    private String order(String number, String buyer, String total) {
        return shop.cleanOrder()
                .replaceFirst("\"number\":\"[^\"]*\"", "\"number\":\"" + number + "\"")
                .replace("Anna Nowak", buyer)
                .replace("\"total\":\"129.98\"", "\"total\":\"" + total + "\"");
    }

    private void sorted(By by, List<OrderId> sent, Integer... upwards) {
        List<OrderId> expected = Stream.of(upwards).map(sent::get).toList();
        assertThat(paged(new Sort(by, false))).as(by + " up").isEqualTo(expected);
        assertThat(paged(new Sort(by, true))).as(by + " down").isEqualTo(expected.reversed());
    }

    /** All pages, two orders each, from place to place as addresses carry them. */
    private List<OrderId> paged(Sort sort) {
        List<OrderId> seen = new ArrayList<>();
        Place place = null;
        do {
            Slice slice = orders.list(filter(Set.of(), Set.of(), ""), sort, place, 2);
            slice.orders().forEach(order -> seen.add(order.id()));
            place = slice.next() == null
                    ? null
                    : Place.read(slice.next().text()).orElseThrow();
            assertThat(place)
                    .isEqualTo(
                            place == null
                                    ? null
                                    : orders.place(place.order(), sort).orElseThrow());
        } while (place != null);
        return seen;
    }

    @Test
    void aPlaceInAListSortedOtherwiseIsTheBeginning() {
        OrderId order = shop.send(shop.cleanOrder()).id();
        Place place = Place.read("Żaneta-7").orElseThrow();
        assertThat(orders.list(filter(Set.of(), Set.of(), ""), new Sort(By.AMOUNT, false), place, 2)
                        .orders())
                .extracting(ControlledOrder::id)
                .containsExactly(order);
        assertThat(Place.read("7")).isEmpty();
        assertThat(Place.read("x-y")).isEmpty();
    }

    private List<OrderId> ids(OrderFilter filter) {
        return orders.list(filter, Sort.NEWEST, null, 100).orders().stream()
                .map(ControlledOrder::id)
                .toList();
    }

    @Test
    void theBoardCountsWhatCameInAndWhatItLedTo() {
        Instant start = shop.send(shop.cleanOrder()).receivedAt();
        BoardFigures before = figures.board(start, false);
        shop.send(shop.cleanOrder());
        ControlledOrder held = shop.send(shop.cleanOrder().replace("61-736", "61"));
        shop.send(shop.cleanOrder().replace(",\"paid\":\"129.98\"", ""));
        BoardFigures after = figures.board(start, false);
        assertThat(after.received() - before.received()).isEqualTo(3);
        assertThat(after.releasedByThemselves() - before.releasedByThemselves()).isEqualTo(1);
        assertThat(after.held() - before.held()).isEqualTo(1);
        assertThat(after.waiting() - before.waiting()).isEqualTo(1);
        assertThat(after.heldByReason()).containsKey(ReasonCode.POSTAL_CODE_INVALID);
        assertThat(after.heldByQueue()).containsKey("addresses");
        assertThat(after.medianToRelease()).isNotNull();
        assertThat(after.hours()).isNotEmpty();
        assertThat(after.hours().stream().mapToLong(BoardFigures.Hour::received).sum())
                .isEqualTo(after.received());
        assertThat(after.oldest()).hasSizeLessThanOrEqualTo(10);
        shop.act(held.id(), "ania", new Action.Release("fine"));
        BoardFigures settled = figures.board(start, false);
        assertThat(settled.released() - after.released()).isEqualTo(1);
        assertThat(settled.releasedByThemselves()).isEqualTo(after.releasedByThemselves());
    }

    @Test
    void anActionOnManyIsShownBeforeItIsDone() {
        ControlledOrder one = shop.send(shop.cleanOrder().replace("61-736", "61"));
        ControlledOrder two =
                shop.send(shop.cleanOrder().replace("61-736", "61").replace("@example.com", "@gmial.com"));
        ControlledOrder done = shop.send(shop.cleanOrder());
        var action = new Action.ResolveReason(ReasonCode.POSTAL_CODE_INVALID, "checked by phone");
        var previews = control.preview(List.of(one.id(), two.id(), done.id()), "ania", action);
        assertThat(previews)
                .extracting(OrderControl.Preview::becomes)
                .containsExactly(State.RELEASED, State.HELD, null);
        assertThat(previews.getLast().obstacle()).isEqualTo("control.refused.noHold");
        var outcomes = control.act(
                Map.of(one.id(), one.version(), two.id(), two.version(), done.id(), done.version()), "ania", action);
        assertThat(outcomes.get(done.id())).isInstanceOf(Outcome.Refused.class);
        assertThat(shop.now(one.id()).state()).isEqualTo(State.RELEASED);
        assertThat(shop.now(two.id()).state()).isEqualTo(State.HELD);
    }

    @Test
    void theNextHeldOrderIsOneThatIsHeld() {
        shop.send(shop.cleanOrder().replace("61-736", "61"));
        assertThat(control.nextHeld("ania", Set.of("addresses")).orElseThrow().state())
                .isEqualTo(State.HELD);
    }
}
