package okienko.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** An order while it is being made up; faults are put into it here. */
final class Draft {

    String channel;
    long number;
    Instant placedAt;
    Buyers.Buyer buyer;
    String name;
    String email;
    String phone;
    String street;
    String postalCode;
    String city;
    String country;
    String method = "";
    String service = "";
    String pickupPoint = "";
    boolean invoice;
    String company = "";
    String taxId = "";
    PaymentForm form = PaymentForm.ONLINE;
    String channelForm = "";
    boolean paid = true;
    long paidDifference;
    String currency = "PLN";
    String paidCurrency = "";
    List<Order.Line> lines = new ArrayList<>();
    long deliveryCost;
    long totalDifference;
    String comment = "";

    Draft(String channel, long number, Instant placedAt, Buyers.Buyer buyer) {
        this.channel = channel;
        this.number = number;
        this.placedAt = placedAt;
        this.buyer = buyer;
        this.name = buyer.name();
        this.email = buyer.email();
        this.phone = buyer.phone();
        this.street = buyer.street();
        this.postalCode = buyer.postalCode();
        this.city = buyer.city();
        this.country = buyer.country();
    }

    void setOnlyLine(Catalogue.Entry article, int quantity) {
        lines.clear();
        add(article, quantity);
    }

    void add(Catalogue.Entry article, int quantity) {
        lines.add(new Order.Line(article.sku(), article.name(), quantity, new Money(article.price(), currency)));
    }

    void payOnDelivery() {
        form = PaymentForm.CASH_ON_DELIVERY;
        channelForm = "cod";
        paid = false;
        deliverToDoor();
    }

    void deliverToDoor() {
        method = "Kurier DPD";
        service = "DPD_COURIER";
        pickupPoint = "";
    }

    void deliverToLocker(String point) {
        method = "InPost Paczkomaty 24/7";
        service = "INPOST_LOCKER";
        pickupPoint = point;
    }

    Order order() {
        Money total = new Money(sum() + totalDifference, currency);
        var address = new PostalAddress(name, company, street, postalCode, city, country);
        return new Order(
                new OrderKey(channel, externalId()),
                externalId(),
                placedAt,
                Order.Status.PLACED,
                new Order.Buyer(login(), name, company, email, phone, address),
                new Order.Delivery(method, service, address, phone, pickupPoint),
                invoice ? new Order.Invoice(true, !company.isEmpty(), company, taxId, address) : Order.Invoice.NONE,
                new Order.Payment(
                        form, channelForm, paidAmount(total), paid ? placedAt.plus(Duration.ofMinutes(2)) : null),
                lines,
                new Money(deliveryCost, currency),
                Money.zero(currency),
                total,
                comment);
    }

    private long sum() {
        return lines.stream().mapToLong(line -> line.amount().minor()).sum() + deliveryCost;
    }

    private @Nullable Money paidAmount(Money total) {
        if (!paid) return null;
        return new Money(total.minor() + paidDifference, paidCurrency.isEmpty() ? currency : paidCurrency);
    }

    private String externalId() {
        return "%s-%06d".formatted(channel.substring("demo-".length()).toUpperCase(Locale.ROOT), number);
    }

    private String login() {
        return channel.equals("demo-allegro") ? "kupujacy_" + buyer.number() : "";
    }
}
