package okienko.shops;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.orders.OrderKey;
import okienko.orders.RandomOrders;
import okienko.shipping.DeliveryService;
import okienko.shipping.DeliveryServices;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;

/** Valid orders of the kind a shop can send in the given format. */
final class RandomShopOrders {

    private static final String[] METHODS = {
        "InPost Paczkomaty 24/7", "Kurier DPD", "DHL Parcel", "Pigeon post", "Odbiór osobisty"
    };

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final String format;
    private final Random random;
    private final RandomOrders texts;

    RandomShopOrders(String format, long seed) {
        this.format = format;
        this.random = new Random(seed);
        this.texts = new RandomOrders(seed);
    }

    Order next(int number) {
        // none with three decimals: "1,234" would be ambiguous in a table
        String currency = List.of("PLN", "EUR", "CZK", "HUF").get(random.nextInt(4));
        PostalAddress billing = address("Anna Maria " + text(), text());
        String phone = "+48 600 700 " + random.nextInt(100, 999);
        List<Order.Line> lines = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            lines.add(new Order.Line(text(), text(), random.nextInt(1, 50), texts.money(currency)));
        }
        Money total = texts.money(currency);
        return timed(fitted(new Order(
                new OrderKey(format.equals("canonical") ? "web" : format, Integer.toString(number)),
                format.equals("allegro") ? Integer.toString(number) : "#" + number,
                Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000)),
                random.nextInt(10) == 0 ? Order.Status.CANCELLED : Order.Status.PLACED,
                new Order.Buyer("", billing.name(), billing.company(), "a" + number + "@example.com", phone, billing),
                delivery(),
                invoice(billing),
                payment(total),
                lines,
                texts.money(currency),
                texts.money(currency),
                total,
                comment())));
    }

    /** With the time to send it by that the format can say, but not always. */
    private Order timed(Order order) {
        boolean none = order.placedAt().getEpochSecond() % 3 == 0;
        Instant by = order.placedAt().plus(Duration.ofHours(36));
        return switch (format) {
            case "allegro" -> order.toBeSent(none ? null : by, null);
            case "amazon" -> order.toBeSent(none ? null : by, none ? null : businessDaysAfter(by));
            case "canonical" -> order.toBeSent(by, none ? null : by.plus(Duration.ofDays(9)));
            default -> order;
        };
    }

    /** Seven business days are a week and two days, and a weekend more where they end in one. */
    private static Instant businessDaysAfter(Instant by) {
        return by.plus(Duration.ofDays(
                switch (by.atOffset(ZoneOffset.UTC).getDayOfWeek()) {
                    case SUNDAY, MONDAY, TUESDAY, WEDNESDAY -> 9;
                    case THURSDAY, FRIDAY -> 11;
                    case SATURDAY -> 10;
                }));
    }

    /** Without what the format has no place for. */
    private Order fitted(Order order) {
        if (format.equals("amazon")) return amazons(order);
        if (!List.of("base", "shoper", "prestashop").contains(format)) return order;
        Money goods = order.deliveryCost();
        for (Order.Line line : order.lines()) goods = goods.plus(line.amount());
        Money total = switch (format) {
            case "base" -> goods;
            case "shoper" -> new Money(goods.minor() - goods.minor() / 7, goods.currency());
            default -> order.total();
        };
        Money discount = format.equals("prestashop") ? order.discount() : goods.minus(total);
        Money paid = order.payment().paid() == null || total.minor() == 0 ? null : total;
        String phone =
                format.equals("base") ? order.buyer().phone() : order.delivery().phone();
        Order.Delivery to = order.delivery();
        String number = format.equals("shoper") ? order.key().externalId() : order.number();
        return new Order(
                order.key(),
                number,
                format.equals("base") ? order.placedAt() : sayable(order.placedAt()),
                order.status(),
                order.buyer(),
                new Order.Delivery(to.method(), to.service(), to.address(), phone, to.pickupPoint()),
                order.invoice(),
                new Order.Payment(order.payment().form(), order.payment().channelForm(), paid, null),
                order.lines(),
                order.deliveryCost(),
                discount,
                total,
                order.comment());
    }

    /** One address unless there is an invoice, one phone, no lockers; the money is Amazon's but for cash on delivery. */
    private static Order amazons(Order order) {
        boolean cod = order.payment().form() == PaymentForm.CASH_ON_DELIVERY;
        boolean paid = !cod && order.status() != Order.Status.CANCELLED;
        Order.Delivery to = order.delivery();
        Order.Buyer buyer = order.buyer();
        PostalAddress billing = order.invoice().wanted() ? order.invoice().address() : to.address();
        return new Order(
                order.key(),
                order.key().externalId(),
                order.placedAt(),
                order.status(),
                new Order.Buyer("", buyer.name(), buyer.company(), buyer.email(), to.phone(), billing),
                new Order.Delivery(to.method(), to.service(), to.address(), to.phone(), ""),
                order.invoice(),
                new Order.Payment(
                        cod ? PaymentForm.CASH_ON_DELIVERY : PaymentForm.ONLINE,
                        cod ? "Amazon COD" : "Amazon",
                        paid ? order.total() : null,
                        null),
                order.lines(),
                order.deliveryCost(),
                order.discount(),
                order.total(),
                order.comment());
    }

    /** Local time without an offset cannot say which of the two hours it means when summer time ends. */
    private static Instant sayable(Instant time) {
        Instant said = LocalDateTime.ofInstant(time, WARSAW).atZone(WARSAW).toInstant();
        return said.equals(time) ? time : said;
    }

    private Order.Delivery delivery() {
        String method = METHODS[random.nextInt(METHODS.length)];
        return new Order.Delivery(
                method,
                DeliveryServices.match(method).map(DeliveryService::code).orElse(""),
                address("Odbiorca " + text(), text()),
                "+420 777 " + random.nextInt(100_000, 999_999),
                random.nextBoolean() ? "" : "POZ08A");
    }

    private Order.Invoice invoice(PostalAddress billing) {
        String taxId = "PL 525-000-10-0" + random.nextInt(10);
        return random.nextBoolean()
                ? Order.Invoice.NONE
                : new Order.Invoice(true, true, billing.company(), taxId, billing);
    }

    private Order.Payment payment(Money total) {
        PaymentForm[] forms = PaymentForm.values();
        PaymentForm form = forms[random.nextInt(forms.length)];
        boolean nameless = format.equals("allegro") && form == PaymentForm.CASH_AT_COUNTER;
        String channelForm = ShopWriters.channelForm(format, form);
        return random.nextBoolean()
                ? new Order.Payment(nameless ? PaymentForm.UNKNOWN : form, channelForm, null, null)
                : new Order.Payment(
                        nameless ? PaymentForm.UNKNOWN : form,
                        channelForm,
                        total,
                        Instant.ofEpochSecond(1_750_000_000L));
    }

    private PostalAddress address(String name, String company) {
        return new PostalAddress(name.strip(), company, ("Solna " + text()).strip(), text(), "Poznań", "PL");
    }

    private String comment() {
        return random.nextInt(3) == 0 ? "" : " " + texts.text() + "\n\"" + texts.text();
    }

    /** As a shop shows it: no blanks at the ends, and no markup, which WooCommerce escapes. */
    private String text() {
        return texts.text().replace("&amp;", "&").strip();
    }
}
