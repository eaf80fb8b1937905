package okienko.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** An order while it is being made up; faults are put into it here. */
final class Draft {

    /** The channel that sells in other countries. */
    static final String ABROAD = "demo-eu";

    /** Where it sells. */
    static final List<String> COUNTRIES = List.of("CZ", "DE", "BG");

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

    @Nullable
    Sequel sequel;

    Draft(String channel, long number, Instant placedAt, Buyers.Buyer buyer) {
        this.channel = channel;
        this.number = number;
        this.placedAt = placedAt;
        boughtBy(buyer);
    }

    void boughtBy(Buyers.Buyer somebody) {
        buyer = somebody;
        name = buyer.name();
        email = buyer.email();
        phone = buyer.phone();
        street = buyer.street();
        postalCode = buyer.postalCode();
        city = buyer.city();
        country = buyer.country();
    }

    /** Nothing that could blur what is about to go wrong: no comment, and what was to be paid later is paid. */
    void withoutSurprises() {
        comment = "";
        sequel = null;
        paid = form.prepaid();
        if (channel.equals(ABROAD)) {
            channel = "demo-web";
            deliverToDoor();
        }
        if (!country.equals("PL") || buyer.number() < Buyers.REGULARS) boughtBy(Buyers.newcomer(number, "PL", "PL"));
    }

    void setOnlyLine(String sku, int quantity) {
        lines.clear();
        add(Catalogue.article(sku), quantity);
    }

    void add(String sku) {
        add(Catalogue.article(sku), 1);
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

    /** By card, so much more than was to be paid, and in that currency. */
    void pay(long more, String with) {
        form = PaymentForm.ONLINE;
        channelForm = "card";
        paid = true;
        paidDifference = more;
        paidCurrency = with;
    }

    /** A transfer that is on its way. */
    void payLater() {
        paid = false;
        sequel = Sequel.PAYS;
    }

    /** No money, and none on its way. */
    void unpaid(RandomGenerator random) {
        boolean online = random.nextInt(5) < 2;
        form = online ? PaymentForm.ONLINE : PaymentForm.TRANSFER;
        channelForm = online ? "payu" : "bacs";
        paid = false;
    }

    /** Two digits fewer, but still nobody else's number: the last ones stay. */
    void forgetDigits() {
        phone = phone.substring(0, 6) + phone.substring(8);
    }

    /** Moved house, and remembers the new town but not its postal code. */
    void mixUpTown() {
        city = city.equals("Kraków") ? "Gdańsk" : "Kraków";
        deliverToDoor();
    }

    void forCompany() {
        String surname = Buyers.latin(name.substring(name.indexOf(' ') + 1));
        invoice = true;
        company = surname + " i Wspólnicy sp. j.";
        taxId = validNip(buyer.number());
    }

    /** Somebody in another country buys, by card, and a courier brings it. */
    void goAbroad(String soldBy, RandomGenerator random) {
        channel = soldBy;
        String there = COUNTRIES.get(random.nextInt(COUNTRIES.size()));
        boughtBy(Buyers.newcomer(number, there, there));
        invoice = false;
        company = "";
        taxId = "";
        form = PaymentForm.ONLINE;
        channelForm = "card";
        paid = true;
        sequel = null;
        comment = "";
        method = "DHL Parcel Connect";
        service = "DHL_COURIER";
        pickupPoint = "";
    }

    /** The same basket by the same buyer once more, as when a page is reloaded after paying. */
    void repeat(Draft first) {
        channel = first.channel;
        boughtBy(first.buyer);
        method = first.method;
        service = first.service;
        pickupPoint = first.pickupPoint;
        invoice = first.invoice;
        company = first.company;
        taxId = first.taxId;
        form = first.form;
        channelForm = first.channelForm;
        paid = first.paid;
        lines = first.lines;
        deliveryCost = first.deliveryCost;
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

    /** A tax id whose check digit is right: weights 6 5 7 2 3 4 5 6 7, modulo 11. */
    private static String validNip(int number) {
        int[] weights = {6, 5, 7, 2, 3, 4, 5, 6, 7};
        for (int candidate = 526_000_000 + number; ; candidate += 1_000_000) {
            String digits = Integer.toString(candidate);
            int sum = 0;
            for (int i = 0; i < weights.length; i++) sum += weights[i] * (digits.charAt(i) - '0');
            if (sum % 11 < 10) return digits + sum % 11;
        }
    }
}
