package okienko.warehouse;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.shops.ShopWriters;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** A day's orders of one shop in all formats: most of them fine, each of the others with one fault that is known. */
final class PlantedOrders {

    static final List<String> FORMATS = List.of("canonical", "csv", "woocommerce", "allegro", "shopify");

    /** What is planted, and so what control has to find. */
    static final List<ReasonCode> FAULTS = List.of(
            ReasonCode.POSTAL_CODE_INVALID,
            ReasonCode.EMAIL_INVALID,
            ReasonCode.COMMENT_RELEVANT,
            ReasonCode.PHONE_INVALID,
            ReasonCode.FOREIGN_ORDER,
            ReasonCode.TOTAL_MISMATCH,
            ReasonCode.QUANTITY_ANOMALY,
            ReasonCode.ADDRESS_INCOMPLETE,
            ReasonCode.NEW_CUSTOMER_HIGH_VALUE,
            ReasonCode.PAYMENT_FORM_UNKNOWN);

    private static final int EACH = 100;

    private final String channel;
    private final Instant now;

    /** By the channel's id: what is wrong with it; null: nothing. */
    final Map<String, @Nullable ReasonCode> planted = new LinkedHashMap<>();

    PlantedOrders(String channel, Instant now) {
        this.channel = channel;
        this.now = now.truncatedTo(ChronoUnit.SECONDS);
    }

    /** A hundred orders as the shop would send them, every tenth with the next fault. */
    byte[] file(String format) {
        List<byte[]> orders = new ArrayList<>();
        for (int i = 0; i < EACH; i++) {
            ReasonCode fault = i % 10 == 0 ? FAULTS.get(i / 10) : null;
            String id = id(format, i);
            planted.put(id, fault);
            orders.add(ShopWriters.write(format, order(format, id, fault)));
        }
        return ShopWriters.file(format, orders);
    }

    /** The id of the order of this format with this fault. */
    static String id(String format, ReasonCode fault) {
        return id(format, FAULTS.indexOf(fault) * 10);
    }

    private static String id(String format, int number) {
        return Integer.toString((FORMATS.indexOf(format) + 1) * 1_000 + number);
    }

    private Order order(String format, String id, @Nullable ReasonCode fault) {
        int pieces = fault == ReasonCode.QUANTITY_ANOMALY ? 30 : 2;
        Money price = Money.of(fault == ReasonCode.NEW_CUSTOMER_HIGH_VALUE ? "1500.00" : "49.99", "PLN");
        Money delivery = Money.of("10.00", "PLN");
        Money total = Money.of(
                price.amount()
                        .multiply(java.math.BigDecimal.valueOf(pieces))
                        .add(delivery.amount())
                        .add(java.math.BigDecimal.valueOf(fault == ReasonCode.TOTAL_MISMATCH ? 7 : 0))
                        .toPlainString(),
                "PLN");
        String phone =
                "+48 6" + String.format(Locale.ROOT, "%08d", Math.floorMod((channel + id).hashCode(), 100_000_000));
        String mail = "anna." + channel + id + (fault == ReasonCode.EMAIL_INVALID ? "@gmial.com" : "@example.com");
        PostalAddress home = new PostalAddress("Anna Nowak", "", "Solna 4/2", "61-736", "Poznań", "PL");
        return new Order(
                new OrderKey(channel, id),
                id,
                now,
                Order.Status.PLACED,
                new Order.Buyer("", "Anna Nowak", "", mail, phone, home),
                new Order.Delivery(
                        "Kurier DPD",
                        "DPD_COURIER",
                        to(fault),
                        fault == ReasonCode.PHONE_INVALID ? "12345" : phone,
                        ""),
                Order.Invoice.NONE,
                payment(format, fault, total),
                List.of(new Order.Line("K-" + id, "Kubek emaliowany", pieces, price)),
                delivery,
                Money.zero("PLN"),
                total,
                fault == ReasonCode.COMMENT_RELEVANT ? "Proszę zmienić kolor na zielony" : "");
    }

    private static PostalAddress to(@Nullable ReasonCode fault) {
        boolean abroad = fault == ReasonCode.FOREIGN_ORDER;
        String code = fault == ReasonCode.POSTAL_CODE_INVALID ? "61" : abroad ? "110 00" : "61-736";
        String street = fault == ReasonCode.ADDRESS_INCOMPLETE ? "Solna" : "Solna 4/2";
        return new PostalAddress("Anna Nowak", "", street, code, abroad ? "Praha" : "Poznań", abroad ? "CZ" : "PL");
    }

    private Order.Payment payment(String format, @Nullable ReasonCode fault, Money total) {
        PaymentForm form = fault == ReasonCode.NEW_CUSTOMER_HIGH_VALUE
                ? PaymentForm.CASH_ON_DELIVERY
                : fault == ReasonCode.PAYMENT_FORM_UNKNOWN ? PaymentForm.UNKNOWN : PaymentForm.ONLINE;
        boolean paid = form != PaymentForm.CASH_ON_DELIVERY;
        return new Order.Payment(
                form, ShopWriters.channelForm(format, form), paid ? total : null, paid ? now.plusSeconds(60) : null);
    }
}
