package okienko.shops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.Order.Status;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ReadOrder.NotReady;
import okienko.shops.ReadOrder.Why;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as shops really write them, with the traps of each. */
class FixturesTest {

    @Test
    void wooCommerceAmountsAreMadeGrossAndTimesAreGmt() throws IOException {
        Order order = order(read("woocommerce/locker-invoice.json").getFirst());
        assertThat(order.placedAt()).isEqualTo("2026-11-20T18:41:07Z");
        assertThat(order.lines().get(0))
                .isEqualTo(new Order.Line("KUB-N", "Kubek – niebieski", 3, Money.of("39.99", "PLN")));
        assertThat(order.lines().get(1).name()).isEqualTo("Talerz & miska");
        assertThat(order.deliveryCost()).isEqualTo(Money.of("14.99", "PLN"));
        assertThat(order.discount()).isEqualTo(Money.of("10.00", "PLN"));
        assertThat(order.delivery().pickupPoint()).isEqualTo("GDY08A");
        assertThat(order.delivery().service()).isEqualTo("INPOST_LOCKER");
        assertThat(order.delivery().address().street()).isEqualTo("ul. Świętojańska 12 m. 3");
        assertThat(order.invoice().taxId()).isEqualTo("525-000-10-09");
        assertThat(order.business()).isTrue();
        assertThat(order.payment().form()).isEqualTo(PaymentForm.ONLINE);
        assertThat(order.payment().paid()).isEqualTo(order.total());
    }

    @Test
    void wooCommerceOrdersThatAreNotBoughtDoNotEnter() throws IOException {
        List<ReadOrder> orders = read("woocommerce/list.json");
        assertThat(orders.get(0))
                .isInstanceOfSatisfying(
                        NotReady.class, not -> assertThat(not.why()).isEqualTo(Why.UNFINISHED));
        assertThat(order(orders.get(1)).status()).isEqualTo(Status.CANCELLED);
        // the site's local time, in summer
        assertThat(order(orders.get(1)).placedAt()).isEqualTo("2026-07-01T10:00:00Z");
        Order third = order(orders.get(2));
        assertThat(third.payment().form()).isEqualTo(PaymentForm.CASH_ON_DELIVERY);
        assertThat(third.delivery().phone()).isEqualTo("500600700");
        assertThat(third.lines()).hasSize(2);
        assertThat(third.discount()).isEqualTo(Money.of("3.00", "PLN"));
        assertThat(sum(third)).isEqualTo(third.total());
    }

    @Test
    void allegroFormsEnterOnceTheirAddressIsFinal() throws IOException {
        List<ReadOrder> forms = read("allegro/checkout-forms.json");
        assertThat(forms).hasSize(4);
        assertThat(forms.get(0)).isInstanceOf(NotReady.class);
        Order onDelivery = order(forms.get(1));
        assertThat(onDelivery.payment().form()).isEqualTo(PaymentForm.CASH_ON_DELIVERY);
        assertThat(onDelivery.placedAt()).isEqualTo("2026-11-22T09:59:00Z");
        assertThat(onDelivery.delivery().phone()).isEqualTo("+48 777 888 999");
        assertThat(sum(onDelivery)).isEqualTo(onDelivery.total());
        Order company = order(forms.get(2));
        assertThat(company.invoice().taxId()).isEqualTo("PL5250001009");
        assertThat(company.payment().paid()).isEqualTo(Money.of("120.00", "PLN"));
        assertThat(company.delivery().pickupPoint()).isEqualTo("WAW22A");
        assertThat(onDelivery.dispatchBy()).isEqualTo("2026-11-24T22:59:59.999Z");
        assertThat(onDelivery.cancelledAfter())
                .as("Allegro only counts it as late")
                .isNull();
        assertThat(company.dispatchBy()).as("older forms do not say").isNull();
        assertThat(order(forms.get(3)).status()).isEqualTo(Status.CANCELLED);
        assertThat(((ReadOrder.Readable) forms.get(2)).changedAt()).isEqualTo(Instant.parse("2026-11-22T11:00:00Z"));
    }

    @Test
    void shopifyOrdersAreReadAsTheCustomerPaysThem() throws IOException {
        List<ReadOrder> orders = read("shopify/orders.json");
        assertThat(orders.get(0))
                .isInstanceOfSatisfying(
                        NotReady.class, not -> assertThat(not.why()).isEqualTo(Why.TEST));
        Order net = order(orders.get(1));
        assertThat(net.lines()).hasSize(2); // the mug and the tip; what was taken out is gone
        assertThat(net.lines().getFirst().unitPrice()).isEqualTo(Money.of("21.60", "USD"));
        assertThat(net.payment().paid()).isEqualTo(Money.of("43.20", "USD"));
        assertThat(sum(net)).isEqualTo(net.total());
        assertThat(net.delivery().address().street()).isEqualTo("92 Chestnut St Apt 4");
        assertThat(net.comment()).isEqualTo("Leave at the door, please");
        Order abroad = order(orders.get(2));
        assertThat(abroad.total()).isEqualTo(Money.of("107.50", "PLN"));
        assertThat(abroad.status()).isEqualTo(Status.CANCELLED);
        assertThat(abroad.delivery().pickupPoint()).isEqualTo("KRA010");
        assertThat(abroad.invoice().taxId()).isEqualTo("525 000 10 09");
        assertThat(abroad.payment().form()).isEqualTo(PaymentForm.CASH_ON_DELIVERY);
    }

    @Test
    void shopifyAnswersToGraphQlAreReadLikeItsWebhooks() throws IOException {
        List<ReadOrder> orders = read("shopify/graphql.json");
        Order refunded = order(orders.get(0));
        // of 150.00 PLN a plate for 50.00 was sent back and paid back; the shop itself counts in euros
        assertThat(refunded.total()).isEqualTo(Money.of("100.00", "PLN"));
        assertThat(refunded.payment().paid()).isEqualTo(refunded.total());
        assertThat(refunded.lines()).containsExactly(new Order.Line("MUG", "Kubek", 2, Money.of("45.00", "PLN")));
        assertThat(sum(refunded)).isEqualTo(refunded.total());
        assertThat(refunded.key().externalId()).isEqualTo("9001");
        assertThat(refunded.invoice().taxId()).isEqualTo("IT12345670017");
        Order authorised = order(orders.get(1));
        assertThat(authorised.payment().paid())
                .as("held on the card, not taken yet")
                .isNull();
        // an app that may not see who bought
        assertThat(authorised.buyer().name()).isEmpty();
        assertThat(authorised.buyer().email()).isEmpty();
        assertThat(authorised.delivery().address().street()).isEmpty();
        Order partly = order(orders.get(2));
        assertThat(partly.payment().paid()).isEqualTo(Money.of("30.00", "PLN"));
        assertThat(partly.total()).isEqualTo(Money.of("90.00", "PLN"));
        assertThat(orders.get(3))
                .isInstanceOfSatisfying(
                        NotReady.class, not -> assertThat(not.why()).isEqualTo(Why.TEST));
    }

    @Test
    void whatShopifyGaveBackIsNotPaid() throws IOException {
        String whole = new String(bytes("shopify/orders.json"), UTF_8);
        String refund = "\"refunds\": [{\"transactions\": ["
                + "{\"kind\": \"refund\", \"status\": \"success\", \"currency\": \"USD\", \"amount\": \"13.20\"},"
                + "{\"kind\": \"refund\", \"status\": \"failure\", \"currency\": \"USD\", \"amount\": \"5.00\"}]}], ";
        String given = whole.replace("\"id\": 8002, ", "\"id\": 8002, " + refund);
        assertThat(order(read(given.getBytes(UTF_8)).get(1)).payment().paid()).isEqualTo(Money.of("30.00", "USD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1250", "ISO-8859-2"})
    void tablesAreReadInWhateverEncoding(String encoding) throws IOException {
        // „ and ” exist in no ISO-8859-2
        String text =
                new String(bytes("csv/sklep.csv"), UTF_8).replace('„', '\'').replace('”', '\'');
        List<ReadOrder> orders = read(text.getBytes(Charset.forName(encoding)));
        assertThat(orders).hasSize(2);
        Order first = order(orders.get(0));
        assertThat(first.key().externalId()).isEqualTo("2026/11/1");
        assertThat(first.placedAt()).isEqualTo("2026-11-21T07:15:00Z");
        assertThat(first.buyer().name()).isEqualTo("Łucja Źródło");
        assertThat(first.delivery().address().country()).isEqualTo("PL");
        assertThat(first.lines()).hasSize(2);
        assertThat(first.total()).isEqualTo(Money.of("1052.97", "PLN"));
        assertThat(sum(first)).isEqualTo(first.total());
        assertThat(first.comment()).isEqualTo("Proszę zapakować; to prezent");
        Order second = order(orders.get(1));
        assertThat(second.status()).isEqualTo(Status.CANCELLED);
        assertThat(second.buyer().address().country()).isEqualTo("CZ");
        assertThat(second.total()).isEqualTo(Money.of("1234.50", "PLN"));
        assertThat(second.invoice().taxId()).isEqualTo("CZ12345678");
    }

    @Test
    void cyrillicTablesAreReadToo() {
        String text = "Номер заказа,Дата заказа,Покупатель,Товар,Количество,Цена,Итого,Валюта,Оплата\n"
                + "7,2026-11-21 10:00,Иван Петров,Кружка синяя,1,500.00,500.00,UAH,Наложенный платеж\n";
        Order order = order(read(text.getBytes(Charset.forName("windows-1251"))).getFirst());
        assertThat(order.buyer().name()).isEqualTo("Иван Петров");
        assertThat(order.payment().form()).isEqualTo(PaymentForm.CASH_ON_DELIVERY);
    }

    @Test
    void anAmountThatCanBeReadInTwoWaysIsRefused() {
        String text = "order id,date,item,qty,price,total,currency\n1,2026-11-21,Mug,1,1.234,\"1,234\",EUR\n";
        assertThat(read(text.getBytes(UTF_8)).getFirst())
                .isInstanceOfSatisfying(ReadOrder.Unreadable.class, unreadable -> {
                    assertThat(unreadable.problem().problem()).isEqualTo(Problem.NOT_AN_AMOUNT);
                    assertThat(unreadable.problem().field()).isEqualTo("price");
                });
    }

    @Test
    void rowsOfOneOrderThatStandApartAreNotTakenForTwoOrders() {
        String text =
                "order id,date,item,qty,price,total,currency\n1,2026-11-21,Mug,1,5,10,EUR\n2,2026-11-21,Cup,1,5,5,EUR\n1,2026-11-21,Bowl,1,5,10,EUR\n";
        assertThat(read(text.getBytes(UTF_8)).get(2))
                .isInstanceOfSatisfying(
                        ReadOrder.Unreadable.class,
                        unreadable -> assertThat(unreadable.problem().problem()).isEqualTo(Problem.ROWS_APART));
    }

    @Test
    void canonicalLinesFillTheirGaps() throws IOException {
        List<ReadOrder> orders = read("canonical/orders.ndjson");
        Order first = order(orders.get(0));
        assertThat(first.delivery().service()).isEqualTo("INPOST_LOCKER");
        assertThat(first.delivery().phone()).isEqualTo("+48600700800");
        assertThat(first.payment().form()).isEqualTo(PaymentForm.CASH_ON_DELIVERY);
        Order second = order(orders.get(1));
        assertThat(second.payment().paid()).isEqualTo(Money.of("42.00", "PLN"));
        assertThat(second.lines().getFirst().unitPrice()).isEqualTo(Money.of("3.34", "EUR"));
        assertThat(orders.get(2)).isInstanceOf(ReadOrder.Unreadable.class);
        assertThat(orders.get(2).piece().line()).isEqualTo(4);
    }

    private static Money sum(Order order) {
        return order.lines().stream()
                .map(Order.Line::amount)
                .reduce(order.deliveryCost(), Money::plus)
                .minus(order.discount());
    }

    private static Order order(ReadOrder read) {
        assertThat(read).isInstanceOf(ReadOrder.Readable.class);
        return ((ReadOrder.Readable) read).order();
    }

    private static List<ReadOrder> read(String file) throws IOException {
        return read(bytes(file));
    }

    private static List<ReadOrder> read(byte[] file) {
        OrderFormat format = OrderFormats.recognise(Sample.of(file)).orElseThrow();
        return format.read(new ByteArrayInputStream(file), ChannelSettings.of(""))
                .toList();
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(FixturesTest.class.getResourceAsStream(file))) {
            return in.readAllBytes();
        }
    }
}
