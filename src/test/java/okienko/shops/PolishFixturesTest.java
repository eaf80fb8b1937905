package okienko.shops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.Order.Status;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ReadOrder.NotReady;
import okienko.shops.ReadOrder.Readable;
import okienko.shops.ReadOrder.Unreadable;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;

/** Orders of the shops most met with in Poland, with the traps of each. */
class PolishFixturesTest {

    @Test
    void baseHasNoTotalAndItsOwnWordsForAStatus() throws IOException {
        List<ReadOrder> orders = read("base/getOrders.json");
        Order first = order(orders.getFirst());
        assertThat(first.number()).isEqualTo("2824");
        assertThat(first.total()).isEqualTo(Money.of("132.97", "PLN"));
        assertThat(first.payment().paid()).isEqualTo(first.total());
        assertThat(first.payment().form()).isEqualTo(PaymentForm.ONLINE);
        assertThat(first.lines().getFirst().name()).isEqualTo("Kubek (kolor: czarny)");
        assertThat(first.delivery().pickupPoint()).isEqualTo("POZ08A");
        assertThat(first.invoice().taxId()).isEqualTo("526-025-02-74");
        assertThat(first.business()).isTrue();
        Order second = order(orders.get(1));
        assertThat(second.status()).isEqualTo(Status.CANCELLED);
        assertThat(second.number()).isEqualTo("70002");
        assertThat(second.payment().form()).isEqualTo(PaymentForm.CASH_ON_DELIVERY);
        assertThat(second.payment().paid()).isNull();
        assertThat(second.buyer().name()).isEqualTo("Jan Polny");
        assertThat(orders.get(2)).isInstanceOf(NotReady.class);
    }

    @Test
    void shopersNumbersAreTextsAndItsDiscountIsTheDifference() throws IOException {
        List<ReadOrder> orders = read("shoper/orders.json");
        Order first = order(orders.getFirst());
        assertThat(first.placedAt()).isEqualTo("2026-07-01T10:00:00Z");
        assertThat(first.lines().getFirst().quantity()).isEqualTo(2);
        assertThat(first.discount()).isEqualTo(Money.of("20.00", "PLN"));
        assertThat(first.payment().paid()).as("less than the total").isEqualTo(Money.of("100.00", "PLN"));
        assertThat(first.payment().form()).isEqualTo(PaymentForm.TRANSFER);
        assertThat(first.delivery().pickupPoint()).isEqualTo("GDY08A");
        assertThat(first.delivery().address().street()).isEqualTo("Solna 4 m. 2");
        assertThat(first.invoice().taxId()).isEqualTo("PL5260250274");
        assertThat(first.comment()).isEqualTo("Czy można szybciej?");
        // one and a half pieces is not a number of pieces
        assertThat(orders.get(1))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        not -> assertThat(not.problem().value()).isEqualTo("1.5"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        not -> assertThat(not.problem().problem()).isEqualTo(Problem.NOT_A_QUANTITY));
    }

    @Test
    void prestaShopsCommentIsInItsMessagesAndItsLockerInTheAddress() throws IOException {
        Order order = order(read("prestashop/orders.json").getFirst());
        assertThat(order.number()).isEqualTo("XKBKNABJK");
        assertThat(order.comment()).isEqualTo("Proszę zadzwonić przed dostawą");
        assertThat(order.delivery().pickupPoint()).isEqualTo("POZ08A");
        assertThat(order.delivery().address().street()).isEqualTo("Polna 3");
        assertThat(order.delivery().service()).isEqualTo("INPOST_LOCKER");
        assertThat(order.buyer().address().street()).isEqualTo("Polna 3 lok. 2");
        assertThat(order.invoice().taxId()).isEqualTo("5260250274");
        assertThat(order.payment().paid()).as("the state says so").isEqualTo(order.total());
        assertThat(order.lines().getFirst().unitPrice()).isEqualTo(Money.of("40.00", "PLN"));
        assertThat(order.delivery().phone()).isEqualTo("600700831");
    }

    @Test
    void whatAmazonHasNotTakenMoneyForOrSendsItselfDoesNotEnterAndACancelledOrderLosesItsAmounts() throws IOException {
        List<ReadOrder> orders = read("amazon/searchOrders.json");
        Order first = order(orders.getFirst());
        assertThat(first.number()).isEqualTo("404-0000001-0000001");
        assertThat(first.payment().form()).isEqualTo(PaymentForm.ONLINE);
        assertThat(first.payment().paid()).isEqualTo(Money.of("107.00", "PLN"));
        assertThat(first.deliveryCost()).as("with gift wrap").isEqualTo(Money.of("14.00", "PLN"));
        assertThat(first.discount()).isEqualTo(Money.of("5.00", "PLN"));
        assertThat(first.delivery().address().street()).isEqualTo("Solna 4 m. 2");
        assertThat(first.buyer().address()).isEqualTo(first.delivery().address());
        assertThat(first.comment()).isEqualTo("Cancellation requested: Zamówione przez pomyłkę");
        assertThat(first.dispatchBy()).as("a Tuesday").isEqualTo("2026-11-24T22:59:59Z");
        assertThat(first.cancelledAfter())
                .as("seven business days later, a Thursday")
                .isEqualTo("2026-12-03T22:59:59Z");
        assertThat(orders.get(1))
                .isInstanceOfSatisfying(
                        NotReady.class, not -> assertThat(not.why()).isEqualTo(ReadOrder.Why.UNFINISHED));
        assertThat(orders.get(2))
                .isInstanceOfSatisfying(
                        NotReady.class, not -> assertThat(not.why()).isEqualTo(ReadOrder.Why.SENT));
        Order cancelled = order(orders.get(3));
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThat(cancelled.total()).as("in the marketplace's currency").isEqualTo(Money.zero("PLN"));
        assertThat(orders.get(5))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        not -> assertThat(not.problem().value()).isEqualTo("TELEPORTED"));
    }

    @Test
    void amazonsTaxBesideThePriceIsALineAndCashOnDeliveryIsNotPaid() throws IOException {
        Order order = order(read("amazon/searchOrders.json").get(4));
        assertThat(order.lines()).extracting(Order.Line::name).containsExactly("Kubek", "Tax");
        assertThat(order.lines().getLast().unitPrice()).isEqualTo(Money.of("4.00", "USD"));
        assertThat(order.payment().form()).isEqualTo(PaymentForm.CASH_ON_DELIVERY);
        assertThat(order.payment().paid()).isNull();
        assertThat(order.invoice().taxId()).isEqualTo("PL5260250274");
        assertThat(order.buyer().company()).isEqualTo("Polna sp. z o.o.");
    }

    private static Order order(ReadOrder read) {
        assertThat(read).isInstanceOf(Readable.class);
        return ((Readable) read).order();
    }

    private static List<ReadOrder> read(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(PolishFixturesTest.class.getResourceAsStream("/okienko/shops/" + name))) {
            byte[] bytes = file.readAllBytes();
            OrderFormat format = OrderFormats.recognise(Sample.of(bytes)).orElseThrow();
            assertThat(name).startsWith(format.name());
            return format.read(new java.io.ByteArrayInputStream(bytes), ChannelSettings.of(""))
                    .toList();
        }
    }
}
