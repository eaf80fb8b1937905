package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.connections.hooks.Subscriptions;
import okienko.connections.shopify.Shopify;
import okienko.orders.Order;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;

class ShopifyTest extends PlatformContract {

    private final Platform shopify = new Shopify();

    @Override
    StubShop open() {
        return new ShopifyStub(clock);
    }

    private ShopifyStub stub() {
        return (ShopifyStub) shop;
    }

    @Test
    void theBuyerPaysInZlotysThoughTheShopCountsInEuros() {
        shop.place(shop.id(0), start, true);
        connect();
        awaitOrders(1);
        Order order = stored(0).order();
        assertThat(order.total()).isEqualTo(Money.of("49.00", "PLN"));
        assertThat(order.payment().paid()).isEqualTo(order.total());
    }

    @Test
    void anOrderOfManyLinesHasThemAll() {
        stub().lines = 49;
        shop.place(shop.id(0), start, true);
        connect();
        awaitOrders(1);
        assertThat(stored(0).order().lines()).hasSize(49);
        assertThat(stored(0).order().lines().getLast().sku()).isEqualTo("K-48");
    }

    @Test
    void theOfficeWaitsUntilTheNextPageCanBePaidForAndCallsItNoTrouble() {
        for (int i = 0; i < 40; i++) shop.place(shop.id(i), start.plusSeconds(i), true);
        stub().points(1_000, 1_000, 100);
        long connection = connect();
        awaitOrders(40);
        assertThat(connection(connection).health().failures()).isZero();
        assertThat(connection(connection).health().quota()).matches("\\d+ / 1000");
    }

    @Test
    void askedWithoutPointsItSaysHowLongTheyTakeToComeBack() {
        stub().points(42, 1_000, 100);
        // 842 points are asked for one page; 800 are missing, 100 come back in a second
        PlatformTrouble trouble = trouble(() -> shopify.read(access(), shopify.begin(access(), start)));
        assertThat(trouble.kind()).isEqualTo(PlatformTrouble.Kind.LIMITED);
        assertThat(trouble.retryAfter()).isEqualTo(Duration.ofSeconds(8));
    }

    @Test
    void whereAnOrderCostsMoreThanItDidSmallerPagesAreRead() {
        for (int i = 0; i < 10; i++) shop.place(shop.id(i), start.plusSeconds(i), false);
        stub().dearest = 500;
        connect();
        awaitOrders(10);
        assertThat(shopify.reread(access(), List.of(shop.id(0), shop.id(1), shop.id(2), shop.id(3), shop.id(4))))
                .hasSize(5);
    }

    @Test
    void aTokenOfADayIsRenewedAndOneTakenBackToo() {
        long connection = connect();
        until(() -> connection(connection).health().lastSuccess() != null);
        int before = stub().granted();
        clock.advance(Duration.ofHours(25));
        shopify.test(ways.to(connection(connection)));
        assertThat(stub().granted()).isEqualTo(before + 1);
        shopify.test(ways.to(connection(connection)));
        assertThat(stub().granted()).as("good for a day").isEqualTo(before + 1);
        stub().voidTokens();
        shopify.test(ways.to(connection(connection)));
        assertThat(stub().granted()).isEqualTo(before + 2);
    }

    @Test
    void anAppOfBeforeTwentyTwentySixHasATokenForGood() {
        Map<String, String> given = Map.of("accessToken", "shpat_for_good", "clientSecret", ShopifyStub.SECRET);
        shopify.test(ways.trial(shopify, shop.address(), given));
        assertThat(stub().granted()).isZero();
        Access nothing = ways.trial(shopify, shop.address(), Map.of());
        assertThat(trouble(() -> shopify.test(nothing)).kind()).isEqualTo(PlatformTrouble.Kind.REFUSED);
    }

    @Test
    void whatTheAppMayNotSeeIsSaidWhenTheConnectionIsTested() {
        stub().denied = Set.of("shippingAddress");
        PlatformTrouble trouble = trouble(() -> shopify.test(access()));
        assertThat(trouble.kind()).isEqualTo(PlatformTrouble.Kind.REFUSED);
        assertThat(trouble.said()).contains("ACCESS_DENIED");
    }

    @Test
    void ordersOfMoreThanSixtyDaysAgoNeedAScopeOfTheirOwn() {
        assertThat(shopify.begin(access(), clock.instant().minus(Duration.ofDays(59))))
                .endsWith("|");
        PlatformTrouble trouble =
                trouble(() -> shopify.begin(access(), clock.instant().minus(Duration.ofDays(61))));
        assertThat(trouble.said()).contains("read_all_orders");
    }

    @Test
    void aCallAboutARefundNamesItsOrderAndAnotherDeliveryOfOneEventIsAnother() {
        Hook.Verdict refund = shopify.verify(
                access(), ShopifyStub.hook("refunds/create", "{\"id\":5,\"order_id\":1001}", "delivery-1"));
        assertThat(refund).isEqualTo(new Hook.Verdict.Genuine("delivery-1", "refunds/create", "1001"));
    }

    @Test
    void thatItWillNotCallIsSaidAndDoesNotStopTheReading() {
        shop.place(shop.id(0), start, true);
        long connection = connect();
        URI office = URI.create("http://biuro.example.com/hooks/" + connection);
        subscriptions.begin(connection(connection), office, "test");
        awaitOrders(1);
        until(() -> {
            var watch = subscriptions.report(connection).watch();
            return watch != null && watch.standing() == Subscriptions.Standing.REFUSED;
        });
        Subscriptions.Report report = subscriptions.report(connection);
        assertThat(Objects.requireNonNull(report.watch()).said()).contains("http:// is not supported");
        assertThat(report.carrier(connection(connection))).isEqualTo(Subscriptions.Carrier.ASKING);
        assertThat(connection(connection).health().failures()).isZero();
    }

    @Test
    void remarksAreKeptBesideTheDetailsOfOthersAndTheBuyersCommentStays() {
        shop.place(shop.id(0), start, true);
        tell(WriteBack.Kind.NOTE, "Okienko: raz", "");
        tell(WriteBack.Kind.NOTE, "Okienko: dwa", "");
        assertThat(stub().books().details(shop.id(0)).toString())
                .isEqualTo("[{\"key\":\"gift\",\"value\":\"tak\"}, "
                        + "{\"key\":\"Okienko\",\"value\":\"Okienko: raz\\nOkienko: dwa\"}]");
    }

    @Test
    void theStateIsATagAndTheOtherOneGoes() {
        shop.place(shop.id(0), start, true);
        tell(WriteBack.Kind.STATE, "HELD", "");
        tell(WriteBack.Kind.STATE, "RELEASED", "");
        tell(WriteBack.Kind.STATE, "RELEASED", "");
        assertThat(stub().books().tags(shop.id(0))).containsExactlyInAnyOrder("vip", "okienko-released");
    }

    @Test
    void aParcelFromTwoPlacesIsTwoFulfilmentsAndAFurtherParcelIsAddedToTheLast() {
        stub().books().places = 2;
        shop.place(shop.id(0), start, true);
        assertThat(tell(WriteBack.Kind.TRACKING, "DPD", "0001")).isEqualTo(new WriteBack.Answer.Accepted());
        assertThat(stub().books().fulfilments(shop.id(0))).hasSize(2);
        tell(WriteBack.Kind.TRACKING, "DPD", "0001");
        assertThat(stub().books().fulfilments(shop.id(0))).as("told again").hasSize(2);
        tell(WriteBack.Kind.TRACKING, "DPD", "0002");
        assertThat(shop.written().getLast())
                .isEqualTo("fulfillmentTrackingInfoUpdate {\"company\":\"DPD\",\"numbers\":[\"0001\",\"0002\"]}");
    }

    @Test
    void whatShopifySaysInItsAnswerIsARefusal() {
        shop.place(shop.id(0), start, true);
        assertThat(tell(WriteBack.Kind.CANCELLATION, "nie", "")).isEqualTo(new WriteBack.Answer.Accepted());
        assertThat(tell(WriteBack.Kind.CANCELLATION, "nie", "")).isEqualTo(new WriteBack.Answer.Accepted());
        assertThat(shop.written()).hasSize(1);
        stub().books().places = 0;
        assertThat(tell(WriteBack.Kind.TRACKING, "DPD", "0003")).isInstanceOf(WriteBack.Answer.Refused.class);
    }

    private WriteBack.Answer tell(WriteBack.Kind kind, String text, String number) {
        String carrier = number.isEmpty() ? "" : text;
        return shopify.write(access(), new WriteBack(1, kind, shop.id(0), text, carrier, number, false));
    }

    private Access access() {
        return ways.trial(shopify, shop.address(), shop.credentials());
    }

    private static PlatformTrouble trouble(org.assertj.core.api.ThrowableAssert.ThrowingCallable asked) {
        return java.util.Objects.requireNonNull(catchThrowableOfType(PlatformTrouble.class, asked));
    }
}
