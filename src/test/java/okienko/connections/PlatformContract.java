package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import okienko.connections.hooks.Subscriptions;
import okienko.connections.writeback.Outbox;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.orders.StoredOrder;
import org.junit.jupiter.api.Test;

/** What every platform has to do right, read by the office itself from a shop that misbehaves. */
abstract class PlatformContract extends StockContract {

    @Test
    void everyOrderComesInOnceHoweverManyChangedInTheSameSecond() {
        for (int i = 0; i < 260; i++) shop.place(shop.id(i), start.plusSeconds(i < 220 ? 60 : i), true);
        connect();
        awaitOrders(260);
        for (int i = 0; i < 260; i++) {
            assertThat(stored(i).revision())
                    .as("order %d, told more than once", i)
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsOlderThanAskedForStaysOut() {
        shop.place(shop.id(0), start.minus(Duration.ofDays(9)), true);
        shop.place(shop.id(1), start.plusSeconds(5), true);
        connect();
        until(() -> orders.find(key(1)).isPresent());
        assertThat(orders.find(key(0))).isEmpty();
    }

    @Test
    void anOrderChangedWhileItIsReadIsNotLostNorIsItsNeighbour() {
        for (int i = 0; i < 240; i++) shop.place(shop.id(i), start.plusSeconds(i), true);
        // the first of the list moves to its end: page numbers would skip one
        shop.afterNextAnswer(() -> IntStream.range(0, 30)
                .forEach(i -> shop.comment(shop.id(i), start.plusSeconds(1_000 + i), "proszę dzwonić")));
        connect();
        awaitOrders(240);
        until(() -> stored(29).order().comment().equals("proszę dzwonić"));
    }

    @Test
    void moneyThatTheShopBooksWithoutChangingTheOrderIsSeen() {
        shop.place(shop.id(0), start, false);
        connect();
        awaitOrders(1);
        assertThat(paid(stored(0).order())).as("before").isFalse();
        shop.payQuietly(shop.id(0));
        clock.advance(Duration.ofMinutes(6));
        until(() -> paid(stored(0).order()));
        assertThat(stored(0).order().payment().paid())
                .isEqualTo(stored(0).order().total());
    }

    @Test
    void theOfficeWaitsAsLongAsAShopThatIsAskedTooOftenSays() {
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        shop.place(shop.id(0), clock.instant(), true);
        shop.limit(1);
        Instant before = clock.instant();
        until(() -> shop.limited() == 0 && connection(connection).health().failures() > 0);
        assertThat(connection(connection).health().trouble()).isEqualTo(PlatformTrouble.Kind.LIMITED);
        assertThat(connection(connection).health().nextPoll())
                .as("Retry-After: 2")
                .isAfterOrEqualTo(before.plusSeconds(2));
        awaitOrders(1);
        until(() -> connection(connection).health().trouble() == null);
    }

    @Test
    void aShopThatDiesInTheMiddleLosesAndDoublesNothing() {
        for (int i = 0; i < 250; i++) shop.place(shop.id(i), start.plusSeconds(i), true);
        long connection = connect();
        shop.afterNextAnswer(shop::die);
        until(() -> connection(connection).health().failures() > 0);
        assertThat(connection(connection).health().trouble()).isEqualTo(PlatformTrouble.Kind.UNAVAILABLE);
        shop.comeBack();
        shop.broken(true);
        clock.advance(Duration.ofMinutes(1));
        until(() -> connection(connection).health().failures() > 1);
        shop.broken(false);
        awaitOrders(250);
        for (int i = 0; i < 250; i++) assertThat(stored(i).revision()).isEqualTo(1);
    }

    @Test
    void wrongCredentialsAreSaidToBeWrong() {
        long connection = connect(shop.wrongCredentials());
        until(() -> connection(connection).health().trouble() == PlatformTrouble.Kind.REFUSED);
        assertThat(connection(connection).health().said()).isNotBlank();
    }

    @Test
    void whatTheShopCancelsIsCancelled() {
        shop.place(shop.id(0), start, false);
        connect();
        awaitOrders(1);
        shop.cancel(shop.id(0), clock.instant());
        until(() -> stored(0).order().status() == Order.Status.CANCELLED);
    }

    @Test
    void aSignedCallMakesTheOrderComeAndAnotherDoesNot() {
        assumeThat(shop.calls())
                .as("the platform calls nobody: it has to be asked")
                .isTrue();
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        shop.place(shop.id(7), clock.instant(), true);
        Hook hook = shop.hook(shop.id(7));
        Connection opened = connection(connection);
        Hook.Verdict verdict = opened.kind().verify(ways.to(opened), hook);
        assertThat(verdict).isInstanceOf(Hook.Verdict.Genuine.class);
        assertThat(((Hook.Verdict.Genuine) verdict).externalId()).isIn(shop.id(7), "");
        assertThat(subscriptions.report(connection).last()).isNull();
        assertThat(hooks.keep(opened, hook, (Hook.Verdict.Genuine) verdict)).isTrue();
        assertThat(subscriptions.report(connection).last()).isNotNull();
        assertThat(subscriptions.report(connection).carrier(opened)).isEqualTo(Subscriptions.Carrier.CALLS);
        assertThat(hooks.keep(opened, hook, (Hook.Verdict.Genuine) verdict))
                .as("the same delivery again")
                .isFalse();
        byte[] forged = hook.body().clone();
        forged[forged.length / 2] ^= 1;
        assertThat(opened.kind().verify(ways.to(opened), new Hook(hook.headers(), hook.query(), forged)))
                .isEqualTo(new Hook.Verdict.Forged());
        connections.hurry(connection);
        until(() -> orders.find(key(7)).isPresent());
        until(() -> hooks.open(connection).isEmpty());
    }

    @Test
    void aShopThatStoppedCallingIsAskedAnew() {
        assumeThat(platform(shop).calls())
                .as("the platform cannot be asked to call")
                .isEqualTo(Subscription.Way.ASKED);
        long connection = connect();
        String office = "https://biuro.example.com/hooks/" + connection;
        subscriptions.begin(connection(connection), URI.create(office), "test");
        until(() -> shop.callees().equals(List.of(office, office)));
        until(() -> watch(connection).standing() == Subscriptions.Standing.ACTIVE);
        assertThat(watch(connection).renewals()).as("made, not renewed").isZero();
        assertThat(subscriptions.report(connection).carrier(connection(connection)))
                .isEqualTo(Subscriptions.Carrier.NOT_YET);
        clock.advance(Duration.ofHours(2));
        Instant looked = clock.instant();
        until(() -> !Objects.requireNonNull(watch(connection).checkedAt()).isBefore(looked));
        assertThat(watch(connection).renewals()).as("nothing was missing").isZero();
        assertThat(shop.callees()).hasSize(2);
        shop.stopCalling();
        assertThat(shop.callees()).isEmpty();
        clock.advance(Duration.ofHours(2));
        until(() -> watch(connection).renewals() == 1);
        assertThat(shop.callees()).containsExactly(office, office);
        subscriptions.end(connection(connection), "test");
        assertThat(subscriptions.report(connection).watch()).isNull();
    }

    private Subscriptions.Watch watch(long connection) {
        return Objects.requireNonNull(subscriptions.report(connection).watch());
    }

    @Test
    void twoShopsOfOneKindDoNotMix() {
        shop.place(shop.id(0), start, true);
        connect();
        try (StubShop other = open()) {
            other.place(other.id(0), start, true);
            other.comment(other.id(0), start, "z drugiego sklepu");
            String second = world.channel();
            connect(second, other, other.credentials());
            awaitOrders(1);
            var key = new OrderKey(second, other.id(0));
            until(() -> orders.find(key).isPresent());
            assertThat(orders.find(key).orElseThrow().order().comment()).isEqualTo("z drugiego sklepu");
            assertThat(stored(0).order().comment()).isEmpty();
        }
    }

    @Test
    void aPausedShopIsLeftAlone() {
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        connections.pause(connection(connection), "test");
        int before = shop.requests();
        clock.advance(Duration.ofHours(1));
        poller.work();
        poller.work();
        assertThat(shop.requests()).isEqualTo(before);
    }

    @Test
    void aDecisionIsToldToTheShopOnceAndWhatItRefusesIsKeptForAPerson() {
        Platform platform = platform(shop);
        assumeThat(platform.writes()).as("the platform takes nothing back").isNotEmpty();
        shop.place(new StubShop.Placed(shop.id(0), start, true, false, "xyz-9", ""));
        long connection = connect();
        awaitOrders(1);
        until(() -> shop.written().stream().anyMatch(line -> line.contains(shop.heldMark())));
        assertThat(announcements.sent(key(0), "DPD", "0000123")).isTrue();
        assertThat(announcements.sent(key(0), "DPD", "0000123")).isTrue();
        until(() -> shop.written().stream().anyMatch(line -> line.contains("0000123")));
        StoredOrder stored = stored(0);
        orders.revise(stored.id(), stored.revision(), stored.order().cancelled(), "ola");
        if (platform.writes().contains(WriteBack.Kind.CANCELLATION)) {
            until(() -> shop.written().stream()
                    .anyMatch(line -> line.toLowerCase(java.util.Locale.ROOT).contains(shop.cancelMark())));
        }
        until(() -> outbox.list(connection, Outbox.State.PENDING, 100).isEmpty());
        assertThat(outbox.list(connection, Outbox.State.DEAD, 100)).isEmpty();
        assertThat(shop.written().stream().filter(line -> line.contains(shop.heldMark())))
                .as("told once")
                .hasSize(1);
        assertThat(shop.written().stream().filter(line -> line.contains("0000123")))
                .hasSize(1);
        assertThat(orders.timeline(stored.id())).anyMatch(entry -> entry.kind().startsWith("connection."));
    }

    @Test
    void aNoteTheShopAlreadyHasIsNotWrittenAgain() {
        Platform platform = platform(shop);
        assumeThat(platform.writes()).as("the platform takes no notes").contains(WriteBack.Kind.NOTE);
        shop.place(shop.id(0), start, true);
        Access access = ways.to(connection(connect()));
        awaitOrders(1);
        // the answer to the first was lost: the office died before it could note it
        platform.write(access, new WriteBack(1, WriteBack.Kind.NOTE, shop.id(0), "raz", "", "", false));
        platform.write(access, new WriteBack(1, WriteBack.Kind.NOTE, shop.id(0), "raz", "", "", true));
        assertThat(shop.written().stream().filter(line -> line.contains("raz"))).hasSize(1);
    }

    @Test
    void theTestOfAConnectionSaysYesAndNo() {
        Platform platform = Platforms.named(shop.platform()).orElseThrow();
        platform.test(ways.trial(platform, shop.address(), shop.credentials()));
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                        PlatformTrouble.class,
                        () -> platform.test(ways.trial(platform, shop.address(), shop.wrongCredentials()))))
                .extracting(PlatformTrouble::kind)
                .isEqualTo(PlatformTrouble.Kind.REFUSED);
    }
}
