package okienko.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.EnumSet;
import java.util.List;
import okienko.OfficeTest;
import okienko.World;
import okienko.demo.DemoOrders.Demo;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.TestShop;
import okienko.orders.Orders;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The demo shop in the running office; {@link DemoOrdersTest} has the same day before the judge alone. */
@OfficeTest
class DemoShopTest {

    @Autowired
    DemoShop shop;

    @Autowired
    Orders orders;

    @Autowired
    OrderControl control;

    @Autowired
    ControlledOrders controlled;

    @Autowired
    MockMvcTester web;

    @Autowired
    World world;

    @Autowired
    AutowireCapableBeanFactory office;

    private DemoDay day;

    @BeforeEach
    void aDay() {
        day = new DemoDay(office);
    }

    @AfterEach
    void itIsGone() {
        day.remove();
    }

    @Test
    void theOfficeFindsWhatWasPlantedAndNothingElse() {
        List<Demo> faulty = day.faulty();
        day.pour(faulty);
        day.sequels();
        SoftAssertions all = new SoftAssertions();
        for (Demo demo : faulty) {
            if (demo.fault() == ReasonCode.UNREADABLE) {
                all.assertThat(orders.find(demo.order().key())).isEmpty();
                continue;
            }
            ControlledOrder order = controlled.find(demo.order().key()).orElseThrow();
            all.assertThat(order.reasons())
                    .as(order.number() + " " + control.holds(order.id()))
                    .containsOnly(demo.fault());
        }
        all.assertAll();
    }

    @Test
    void moneyOnItsWayArrivesAndReleasesTheOrder() {
        List<Demo> later = day.orders()
                .filter(demo -> demo.sequel() == Sequel.PAYS)
                .limit(20)
                .toList();
        day.pour(later);
        assertThat(states(later)).containsOnly(ControlledOrder.State.WAITING);
        day.sequels();
        assertThat(states(later)).containsOnly(ControlledOrder.State.RELEASED);
    }

    @Test
    void itStaysOutOfARealShopsWay() {
        TestShop real = TestShop.open(world.channel(), office);
        real.send(real.cleanOrder());
        var answer =
                web.post().uri("/demo/day").with(user("marek").roles("MANAGER")).with(csrf());
        assertThat(answer).hasRedirectedUrl("/demo");
        shop.feed(DemoShop.FASTEST_PER_MINUTE); // as if the real order came in after it was switched on
        long end = System.nanoTime() + 30_000_000_000L;
        while (shop.standing().perMinute() > 0 && System.nanoTime() < end) DemoDay.pause();
        assertThat(shop.standing().perMinute()).isZero();
        assertThat(orders.countDemo()).isZero();
    }

    private EnumSet<ControlledOrder.State> states(List<Demo> made) {
        return EnumSet.copyOf(made.stream()
                .map(demo -> controlled.find(demo.order().key()).orElseThrow().state())
                .toList());
    }
}
