package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import okienko.connections.writeback.Outbox;
import okienko.orders.Order;
import org.junit.jupiter.api.Test;

class AmazonTest extends PlatformContract {

    @Override
    StubShop open() {
        return new AmazonStub(clock::instant);
    }

    private AmazonStub amazon() {
        return (AmazonStub) shop;
    }

    /** Amazon shows what changed two minutes later: time goes faster here. */
    @Override
    void until(Callable<Boolean> so) {
        await().pollInSameThread()
                .pollInterval(Duration.ofMillis(100))
                .atMost(Duration.ofMinutes(2))
                .until(() -> {
                    poller.work();
                    clock.advance(Duration.ofSeconds(10));
                    return so.call();
                });
    }

    /** Before Amazon has the money there is no order; afterwards it is paid. */
    @Override
    @Test
    void moneyThatTheShopBooksWithoutChangingTheOrderIsSeen() {
        shop.place(shop.id(0), start, false);
        shop.place(shop.id(1), start, true);
        long connection = connect();
        until(() -> orders.find(key(1)).isPresent());
        assertThat(orders.find(key(0))).as("pending: no address, no amounts").isEmpty();
        assertThat(connection(connection).health().trouble()).isNull();
        shop.place(new StubShop.Placed(shop.id(0), clock.instant(), true, false, shop.transfer(), ""));
        until(() -> orders.find(key(0)).isPresent());
        assertThat(stored(0).order().payment().paid())
                .isEqualTo(stored(0).order().total());
    }

    /** A cancelled order comes without amounts, address and pieces, and is cancelled all the same. */
    @Override
    @Test
    void whatTheShopCancelsIsCancelled() {
        shop.place(shop.id(0), start, true);
        connect();
        awaitOrders(1);
        shop.cancel(shop.id(0), clock.instant());
        until(() -> stored(0).order().status() == Order.Status.CANCELLED);
    }

    @Override
    @Test
    void aDecisionIsToldToTheShopOnceAndWhatItRefusesIsKeptForAPerson() {
        shop.place(shop.id(0), start, true);
        shop.place(shop.id(1), start, true);
        long connection = connect();
        awaitOrders(2);
        for (int i = 0; i < 2; i++) {
            assertThat(announcements.sent(key(0), "dpd", "0000123")).isTrue();
            assertThat(announcements.sent(key(0), "Kurier Pocztex", "0000123")).isTrue();
        }
        until(() -> outbox.list(connection, Outbox.State.DELIVERED, 100).size() == 1);
        assertThat(shop.written())
                .hasSize(1)
                .allMatch(line -> line.contains("\"carrierCode\":\"DPD\"") && line.contains("\"quantity\":1"));
        assertThat(announcements.sent(key(1), "Kurier Pocztex", "0000124")).isTrue();
        until(() -> shop.written().size() == 2);
        assertThat(shop.written().getLast())
                .contains("\"carrierCode\":\"Other\"", "\"carrierName\":\"Kurier Pocztex\"");
        var again = new WriteBack(7, WriteBack.Kind.TRACKING, shop.id(1), "", "DPD", "0000124", true);
        assertThat(platform(shop).write(ways.to(connection(connection)), again))
                .isEqualTo(new WriteBack.Answer.Accepted());
        assertThat(shop.written()).as("the answer to it was lost").hasSize(2);
    }

    @Test
    void whatAmazonsOwnWarehouseSendsAndWhatIsSentAlreadyStaysOut() {
        for (int i = 0; i < 4; i++) shop.place(shop.id(i), start, true);
        amazon().sent(shop.id(0), "AMAZON", "UNSHIPPED");
        amazon().sent(shop.id(1), "MERCHANT", "SHIPPED");
        amazon().sent(shop.id(2), "MERCHANT", "PARTIALLY_SHIPPED");
        connect();
        until(() -> orders.find(key(3)).isPresent());
        for (int i = 0; i < 3; i++) assertThat(orders.find(key(i))).isEmpty();
    }

    @Test
    void aListTheOfficeMayNotAskForYetKeepsNothingElseWaiting() {
        amazon().rate("0.0056");
        shop.place(shop.id(0), start, true);
        Instant began = clock.instant();
        long connection = connect();
        awaitOrders(1);
        until(() -> {
            connections.hurry(connection);
            return amazon().searches() >= 20;
        });
        assertThat(announcements.sent(key(0), "DPD", "0000125")).isTrue();
        until(() -> shop.written().size() == 1);
        assertThat(amazon().searches())
                .as("a burst of 20, then one in three minutes")
                .isLessThanOrEqualTo(
                        21 + (int) Duration.between(began, clock.instant()).dividedBy(Duration.ofSeconds(178)));
        assertThat(connection(connection).health().failures()).isZero();
        assertThat(connection(connection).health().quota()).contains("0.0056/s");
    }

    @Test
    void aTokenThatRanOutEarlyIsRenewedOnce() {
        Access access = ways.to(connection(connect()));
        Platform platform = platform(shop);
        platform.test(access);
        amazon().expireTokens();
        int before = amazon().tokens();
        platform.test(access);
        assertThat(amazon().tokens()).isEqualTo(before + 1);
    }

    @Test
    void aListWhosePagesAmazonForgotBeginsAnew() {
        for (int i = 0; i < 150; i++) shop.place(shop.id(i), start.plusSeconds(i), true);
        Access access = ways.to(connection(connect()));
        Platform platform = platform(shop);
        Batch first = platform.read(access, platform.begin(access, start));
        assertThat(first.orders()).hasSize(100);
        clock.advance(Duration.ofHours(25));
        amazon().forgetPages();
        Batch again = platform.read(access, first.cursor());
        assertThat(again.orders()).isEmpty();
        assertThat(again.more()).isTrue();
        Batch begun = platform.read(access, again.cursor());
        assertThat(begun.orders()).hasSize(100);
        assertThat(platform.read(access, begun.cursor()).orders()).hasSize(50);
    }
}
