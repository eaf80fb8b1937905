package okienko.ordercontrol;

import static okienko.ordercontrol.ReasonCode.DUPLICATE_ORDER;
import static okienko.ordercontrol.ReasonCode.EMAIL_INVALID;
import static okienko.ordercontrol.ReasonCode.STOCK_SHORTAGE;
import static okienko.ordercontrol.ReasonCode.UNPAID;
import static okienko.stock.schema.Tables.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.OrderId;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.shipping.ShippingEvent;
import okienko.stock.StockEvent;
import okienko.vocabulary.Money;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

/** Everything that makes control look again, by itself. */
@OfficeTest
class TriggersTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    OrderControl control;

    @Autowired
    Payments payments;

    @Autowired
    WorkItems work;

    @Autowired
    RuleBook rules;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    DSLContext db;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
    }

    private String unpaid() {
        return shop.cleanOrder().replace(",\"paid\":\"129.98\"", "");
    }

    private String mistypedMail() {
        return shop.cleanOrder().replace("@example.com", "@gmial.com");
    }

    private void pay(ControlledOrder order, String amount) {
        payments.book(
                order.key(),
                new IncomingPayment(Money.of(amount, "PLN"), clock.instant(), "bank", world.unique("transfer")),
                "test");
    }

    @Test
    void moneyThatArrivesReleases() {
        ControlledOrder waiting = shop.send(unpaid());
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        pay(waiting, "129.98");
        ControlledOrder released = shop.becomes(waiting.id(), State.RELEASED);
        assertThat(released.releasedBy()).isNull();
        assertThat(shop.hold(waiting.id(), UNPAID).state()).isEqualTo(Hold.State.CLEARED);
    }

    @Test
    void tooLittleMoneyHoldsAndMoreOfItReleases() {
        ControlledOrder waiting = shop.send(unpaid());
        pay(waiting, "100.00");
        ControlledOrder held = shop.becomes(waiting.id(), State.HELD);
        assertThat(held.reasons()).containsExactly(ReasonCode.UNDERPAID);
        pay(waiting, "29.98");
        shop.becomes(waiting.id(), State.RELEASED);
    }

    @Test
    void anUnderpaymentAcceptedIsAskedAboutAgainWhenTheSumChanges() {
        ControlledOrder waiting = shop.send(unpaid().replace("@example.com", "@gmial.com"));
        pay(waiting, "100.00");
        shop.settled(waiting.id());
        shop.act(waiting.id(), "ania", new Action.ResolveReason(ReasonCode.UNDERPAID, "a good customer"));
        assertThat(shop.open(waiting.id())).containsExactly(EMAIL_INVALID);
        pay(waiting, "-50.00");
        shop.settled(waiting.id());
        assertThat(shop.open(waiting.id())).contains(ReasonCode.UNDERPAID);
    }

    @Test
    void theDeadlineCallsAPerson() {
        ControlledOrder waiting = shop.send(unpaid());
        clock.advance(Duration.ofHours(2));
        control.keepTime();
        ControlledOrder held = shop.becomes(waiting.id(), State.HELD);
        assertThat(held.queue()).isEqualTo("payments");
        assertThat(work.find(WorkItem.HELD_ORDER, held.id().toString())).isPresent();
    }

    @Test
    void ofTwoAlikeTheOneLeftGoesWhenTheOtherIsCancelled() {
        String first = mistypedMail();
        String second =
                first.replace("\"externalId\":\"1\"", "\"externalId\":\"twin\"").replace("@gmial.com", "@gmail.com");
        first = first.replace("@gmial.com", "@gmail.com").replace("61-736", "61");
        OrderId held = shop.send(first).id();
        ControlledOrder twin = shop.send(second);
        assertThat(twin.reasons()).containsExactly(DUPLICATE_ORDER);
        shop.act(held, "ania", new Action.Cancel("ordered twice"));
        shop.becomes(twin.id(), State.RELEASED);
    }

    @Test
    void aRuleSwitchedOffReleasesWhatItHeldWhenTheManagerSaysSo() {
        ControlledOrder kept = shop.send(mistypedMail());
        assertThat(kept.state()).isEqualTo(State.HELD);
        rules.set(EMAIL_INVALID, shop.channel, new Setting(Mode.OFF, Map.of()), "boss", false);
        assertThat(shop.settled(kept.id()).state()).isEqualTo(State.HELD);
        assertThat(shop.send(mistypedMail()).state()).isEqualTo(State.RELEASED);

        assertThat(rules.concerned(EMAIL_INVALID, shop.channel)).isEqualTo(1);
        rules.set(EMAIL_INVALID, shop.channel, new Setting(Mode.SHADOW, Map.of()), "boss", true);
        shop.becomes(kept.id(), State.RELEASED);
        assertThat(shop.hold(kept.id(), EMAIL_INVALID).shadow()).isTrue();
    }

    @Test
    void aRuleChangeIsAVersionWithWhoAndWhat() {
        int before = rules.current().version();
        var change = rules.set(EMAIL_INVALID, shop.channel, new Setting(Mode.OFF, Map.of()), "boss", false)
                .orElseThrow();
        assertThat(change.version()).isEqualTo(before + 1);
        assertThat(rules.current().version()).isEqualTo(before + 1);
        assertThat(rules.set(EMAIL_INVALID, shop.channel, new Setting(Mode.OFF, Map.of()), "boss", false))
                .isEmpty();
        assertThat(rules.versions(1).getFirst()).isEqualTo(change);
        rules.set(EMAIL_INVALID, shop.channel, null, "boss", false);
        assertThat(shop.send(mistypedMail()).state()).isEqualTo(State.HELD);
    }

    @Test
    void stockThatArrivesGoesToWhoHasWaitedLongest() {
        String sku = world.unique("SKU");
        rules.set(STOCK_SHORTAGE, shop.channel, null, "test", false);
        level(sku, 3);
        try {
            ControlledOrder first = shop.send(shop.cleanOrder().replace("K-1", sku));
            ControlledOrder second = shop.send(shop.cleanOrder().replace("K-1", sku));
            ControlledOrder third = shop.send(shop.cleanOrder().replace("K-1", sku));
            assertThat(first.state()).isEqualTo(State.RELEASED);
            assertThat(second.reasons()).containsExactly(STOCK_SHORTAGE);
            assertThat(third.reasons()).containsExactly(STOCK_SHORTAGE);
            level(sku, 5);
            events.publishEvent(new StockEvent.Changed(Set.of(sku)));
            shop.becomes(second.id(), State.RELEASED);
            assertThat(shop.settled(third.id()).state()).isEqualTo(State.HELD);
            shop.act(second.id(), "ania", new Action.Cancel("too late")); // its pieces are free again
            shop.becomes(third.id(), State.RELEASED);
        } finally {
            // stock that is counted for one is counted for all: other tests' shops have none
            db.deleteFrom(LEVELS).where(LEVELS.SKU.eq(sku)).execute();
        }
    }

    private void level(String sku, int onHand) {
        db.insertInto(LEVELS)
                .set(LEVELS.SKU, sku)
                .set(LEVELS.ON_HAND, onHand)
                .set(LEVELS.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(LEVELS.SKU)
                .doUpdate()
                .set(LEVELS.ON_HAND, onHand)
                .execute();
    }

    @Test
    void anotherCourierTableLooksAgainAtWhatItHeld() {
        ControlledOrder held = shop.send(shop.cleanOrder().replace("\"phone\":\"+48600", "\"phone\":\"+48"));
        assertThat(held.reasons()).contains(ReasonCode.PHONE_INVALID);
        rules.set(ReasonCode.PHONE_INVALID, shop.channel, new Setting(Mode.OFF, Map.of()), "test", false);
        events.publishEvent(new ShippingEvent.Changed());
        shop.becomes(held.id(), State.RELEASED);
    }

    @Test
    void anImportIsControlledInTheOrderItCame() {
        List<OrderId> ids =
                shop.deliver(Stream.generate(shop::cleanOrder).limit(60).toList());
        ids.forEach(id -> assertThat(shop.settled(id).state()).isEqualTo(State.RELEASED));
    }
}
