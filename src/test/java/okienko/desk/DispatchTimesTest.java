package okienko.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.orders.Incoming;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What the order page says of the channel's times for sending an order. */
@OfficeTest
class DispatchTimesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    World world;

    @Autowired
    Orders orders;

    @Autowired
    ControlledOrders controlled;

    @Autowired
    TestClock clock;

    private HeldOrders held;
    private Instant now;

    @BeforeEach
    void ownChannel() {
        held = new HeldOrders(orders, controlled, clock, world);
        now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    @Test
    void aHeldOrderShowsByWhenItMustBeSentAndWhenTheChannelCancelsIt() {
        OrderId id = held.toBeSent(in(Duration.ofHours(36)), in(Duration.ofDays(9)));
        assertThat(page(id, "pl"))
                .contains("notice--info", held.channel + ": wysłać do ", "kanał anuluje sam, najwcześniej ")
                .doesNotContain("notice--warning", "Potem wysyłka jest spóźniona", "⟦");
    }

    @Test
    void itWarnsOnceLessThanADayIsLeft() {
        OrderId id = held.toBeSent(in(Duration.ofHours(25)), null);
        clock.set(in(Duration.ofHours(1)));
        assertThat(page(id, "en"))
                .as("a day")
                .contains("notice--info", "names no time")
                .doesNotContain("notice--warning");
        clock.set(in(Duration.ofHours(1)).plusSeconds(1));
        assertThat(page(id, "en"))
                .as("a second less")
                .contains("notice--warning", ": to be sent by ")
                .doesNotContain("notice--info");
    }

    @Test
    void itWarnsWhenTheTimeIsOver() {
        OrderId id = held.toBeSent(in(Duration.ofHours(-2)), null);
        assertThat(page(id, "en")).contains("notice--warning", "(2 hours ago).");
    }

    @Test
    void anOrderWithoutSuchTimesSaysNothingOfThem() {
        assertThat(page(held.withMistypedEmail(), "en")).doesNotContain("to be sent by", "names no time");
    }

    @Test
    void anOrderThatIsNotWantedAnyMoreDoesNotSayItEither() {
        OrderId id = held.toBeSent(in(Duration.ofHours(2)), null);
        assertThat(page(id, "ru")).contains(": отправить до ");
        assertThat(page(id, "bg")).contains(": да се изпрати до ");
        Order order = orders.find(id).orElseThrow().order();
        orders.receive(List.of(new Incoming(order.cancelled(), orders.keep("api", "canonical", new byte[0]), false)));
        HeldOrders.await(() -> held.state(id) == State.CANCELLED);
        assertThat(page(id, "ru")).doesNotContain(": отправить до ");
    }

    private Instant in(Duration time) {
        return now.plus(time);
    }

    private String page(OrderId id, String language) {
        MvcTestResult answer = browser.get()
                .uri("/orders/" + id)
                .cookie(new Cookie("okienko-language", language))
                .with(user(world.ola()).roles("CONSULTANT"))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), UTF_8);
    }
}
