package okienko.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the orders of a shop's day: Polish, Ukrainian, Czech, German and Bulgarian buyers, several channels, and every
 * fault in its realistic share. The same seed gives the same orders.
 */
public final class DemoOrders {

    public static final List<String> CHANNELS = List.of("demo-web", "demo-allegro", "demo-b2b", "demo-eu");

    /** Buyers with this number and below have ordered before. */
    static final int REGULARS = 400;

    /** People stay the same whatever day is made up: regulars have to be known before they order. */
    static final long PEOPLE = 2026;

    private static final int TEN_THOUSAND = 10_000;
    private static final int DUPLICATES = 25;
    private static final int DUPLICATE_CUSTOMERS = 15;
    private static final int FLAGGED = 10;
    private static final int FOREIGN = 30;

    private final Buyers buyers;
    private final Random random;
    private final List<Order> recent = new ArrayList<>();
    private long made;

    public DemoOrders(long seed) {
        this.buyers = new Buyers(PEOPLE);
        this.random = new Random(seed);
    }

    /**
     * An order with the fault put into it.
     *
     * @param fault what control must find; null for a clean order
     */
    public record Demo(Order order, @Nullable ReasonCode fault) {}

    /** So many orders, placed one after the other over the time before {@code until}, oldest first. */
    public Stream<Demo> day(int count, Instant until, Duration length) {
        return IntStream.range(0, count)
                .mapToObj(i -> next(until.minus(length.multipliedBy(count - i).dividedBy(count))));
    }

    /** The next order. */
    public Demo next(Instant placedAt) {
        made++;
        int lot = random.nextInt(TEN_THOUSAND);
        for (Fault fault : Fault.ALL) {
            lot -= fault.perTenThousand();
            if (lot < 0) return spoilt(fault, placedAt);
        }
        if ((lot -= DUPLICATES) < 0 && !recent.isEmpty()) return duplicate(placedAt);
        if ((lot -= DUPLICATE_CUSTOMERS) < 0) return duplicateCustomer(placedAt);
        if ((lot -= FLAGGED) < 0) return new Demo(clean(placedAt, flagged()).order(), ReasonCode.CUSTOMER_FLAGGED);
        if ((lot -= FOREIGN) < 0) return new Demo(abroad(placedAt, "demo-web").order(), ReasonCode.FOREIGN_ORDER);
        Draft draft = random.nextInt(100) < 8 ? abroad(placedAt, "demo-eu") : clean(placedAt, buyer());
        Order order = draft.order();
        remember(order);
        return new Demo(order, null);
    }

    private Demo spoilt(Fault fault, Instant placedAt) {
        Draft draft = clean(placedAt, newcomer());
        draft.comment = "";
        fault.spoil().accept(draft, random);
        return new Demo(draft.order(), fault.reason());
    }

    /** The same basket once more, as when a page is reloaded after paying. */
    private Demo duplicate(Instant placedAt) {
        Order first = recent.remove(random.nextInt(recent.size()));
        Draft again = clean(placedAt, newcomer());
        Order other = again.order();
        return new Demo(
                new Order(
                        new okienko.orders.OrderKey(
                                first.key().channel(), other.key().externalId()),
                        other.number(),
                        placedAt,
                        first.status(),
                        first.buyer(),
                        first.delivery(),
                        first.invoice(),
                        first.payment(),
                        first.lines(),
                        first.deliveryCost(),
                        first.discount(),
                        first.total(),
                        ""),
                ReasonCode.DUPLICATE_ORDER);
    }

    /** Somebody with a regular's phone under another name and address. */
    private Demo duplicateCustomer(Instant placedAt) {
        Draft draft = clean(placedAt, newcomer());
        draft.phone = regular(
                        DemoReference.FLAGGED + random.nextInt(DemoReference.SHARED_PHONES - DemoReference.FLAGGED))
                .phone();
        return new Demo(draft.order(), ReasonCode.DUPLICATE_CUSTOMER);
    }

    private Draft clean(Instant placedAt, Buyers.Buyer buyer) {
        Draft draft = new Draft(channel(), made, placedAt, buyer);
        int lines = 1 + Math.min(3, random.nextInt(6) / 2);
        for (int i = 0; i < lines; i++) {
            Catalogue.Entry article = ordinary();
            if (draft.lines.stream().noneMatch(line -> line.sku().equals(article.sku()))) {
                draft.add(article, article.price() > 30_000 ? 1 : 1 + random.nextInt(2));
            }
        }
        if (random.nextInt(100) < 42) draft.deliverToLocker(Remarks.point(random));
        else draft.deliverToDoor();
        draft.deliveryCost = draft.pickupPoint.isEmpty() ? 1_899 : 1_399;
        pay(draft);
        if (draft.channel.equals("demo-b2b")) forCompany(draft);
        if (random.nextInt(100) < 12) draft.comment = Remarks.courtesy(random);
        return draft;
    }

    private void pay(Draft draft) {
        int lot = random.nextInt(100);
        if (lot < 16
                && draft.lines.stream().mapToLong(line -> line.amount().minor()).sum() < 150_000) {
            draft.payOnDelivery();
        } else if (lot < 34) {
            draft.form = PaymentForm.TRANSFER;
            draft.channelForm = "bacs";
        } else {
            draft.channelForm = List.of("payu", "przelewy24", "blik", "card").get(random.nextInt(4));
        }
    }

    private void forCompany(Draft draft) {
        draft.invoice = true;
        draft.company = draft.name.substring(draft.name.indexOf(' ') + 1) + " i Wspólnicy sp. j.";
        draft.taxId = validNip(draft.buyer.number());
    }

    private Draft abroad(Instant placedAt, String channel) {
        String country = List.of("CZ", "CZ", "DE", "DE", "BG").get(random.nextInt(5));
        Draft draft = clean(placedAt, buyers.person(newNumber(), country));
        draft.channel = channel;
        draft.invoice = false;
        draft.company = "";
        draft.form = PaymentForm.ONLINE;
        draft.channelForm = "card";
        draft.paid = true;
        draft.method = "DHL Parcel Connect";
        draft.service = "DHL_COURIER";
        draft.pickupPoint = "";
        return draft;
    }

    private void remember(Order order) {
        if (!order.key().channel().equals("demo-eu") && random.nextInt(50) == 0) recent.add(order);
        if (recent.size() > 50) recent.removeFirst();
    }

    private Buyers.Buyer buyer() {
        return newcomer();
    }

    /** Nine of ten are Poles, one a Ukrainian living in Poland. */
    private Buyers.Buyer newcomer() {
        return buyers.person(newNumber(), random.nextInt(10) == 0 ? "UA" : "PL", "PL");
    }

    private int newNumber() {
        return REGULARS + (int) (made % 900_000);
    }

    private Buyers.Buyer flagged() {
        return regular(random.nextInt(DemoReference.FLAGGED));
    }

    private Buyers.Buyer regular(int number) {
        return buyers.person(number, "PL", "PL");
    }

    private String channel() {
        int lot = random.nextInt(100);
        return lot < 46 ? "demo-web" : lot < 88 ? "demo-allegro" : "demo-b2b";
    }

    private Catalogue.Entry ordinary() {
        while (true) {
            Catalogue.Entry entry =
                    Catalogue.all().get(random.nextInt(Catalogue.all().size()));
            if (entry.ordinary() && entry.price() < 100_000) return entry;
        }
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
