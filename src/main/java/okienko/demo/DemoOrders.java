package okienko.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.CanonicalJson;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import org.jspecify.annotations.Nullable;

/**
 * Makes up the orders of a shop: Polish, Ukrainian, Czech, German and Bulgarian buyers, several channels, and every fault
 * in its realistic share. The order with a number is always the same, whenever and by whomever it is made up.
 */
public final class DemoOrders {

    public static final List<String> CHANNELS = List.of("demo-web", "demo-allegro", "demo-b2b", Draft.ABROAD);

    /** A repeated order lies so far behind the first that the first has been controlled by then. */
    private static final int REPEATED_AFTER = 600;

    /** One order of so many is a regular's. */
    private static final int REGULARS_SHARE = 15;

    /** One order of so many has another town's postal code, which is watched for but holds nothing. */
    private static final int MIXED_UP = 200;

    private Deck deck = Deck.of(0);
    private long deckOf;
    private long made;

    /** @param made how many orders were made up before: numbers go on from there */
    public DemoOrders(long made) {
        this.made = made;
    }

    /**
     * An order with the fault put into it.
     *
     * @param fault what control must find, sooner or later; null for a clean order
     * @param sequel what the customer does afterwards; null for nothing
     */
    public record Demo(
            Order order,
            @Nullable ReasonCode fault,
            @Nullable Sequel sequel) {

        /** As the channel sends it. */
        byte[] raw() {
            String json = CanonicalJson.write(order);
            return (fault == ReasonCode.UNREADABLE ? Garbling.of(json, order.number()) : json).getBytes(UTF_8);
        }
    }

    /** So many orders, placed one after the other over the time before {@code until}, oldest first. */
    public Stream<Demo> day(int count, Instant until, Duration length) {
        return IntStream.range(0, count)
                .mapToObj(i -> next(until.minus(length.multipliedBy(count - i).dividedBy(count))));
    }

    /** The next order. */
    public Demo next(Instant placedAt) {
        return order(++made, placedAt);
    }

    private Demo order(long number, Instant placedAt) {
        RandomGenerator random = new SplittableRandom(number);
        Fault fault = fault(number);
        Draft draft = draft(number, placedAt, random);
        if (fault == null) return new Demo(draft.order(), null, draft.sequel);
        draft.withoutSurprises();
        fault.spoil().accept(draft, random);
        if (fault.reason() == ReasonCode.DUPLICATE_ORDER) draft.repeat(before(number, placedAt));
        return new Demo(draft.order(), fault.reason(), draft.sequel);
    }

    private @Nullable Fault fault(long number) {
        long day = (number - 1) / Deck.SIZE;
        if (day != deckOf) {
            deck = Deck.of(day);
            deckOf = day;
        }
        return deck.at((int) ((number - 1) % Deck.SIZE));
    }

    /** A clean order some time before. */
    private Draft before(long number, Instant placedAt) {
        for (long earlier = number - REPEATED_AFTER; earlier > 0; earlier--) {
            Draft draft = draft(earlier, placedAt, new SplittableRandom(earlier));
            if (fault(earlier) == null && draft.sequel == null && !draft.channel.equals(Draft.ABROAD)) return draft;
        }
        throw new IllegalStateException("before order " + number + " nobody bought anything");
    }

    /** An order with nothing wrong. */
    private static Draft draft(long number, Instant placedAt, RandomGenerator random) {
        Draft draft = new Draft(channel(random), number, placedAt, buyer(number, random));
        int lines = 1 + Math.min(3, random.nextInt(6) / 2);
        for (int i = 0; i < lines; i++) {
            Catalogue.Entry article = Catalogue.ordinary(random);
            if (draft.lines.stream().noneMatch(line -> line.sku().equals(article.sku()))) {
                draft.add(article, article.price() > 30_000 ? 1 : 1 + random.nextInt(2));
            }
        }
        if (random.nextInt(100) < 42) draft.deliverToLocker(Remarks.point(random));
        else draft.deliverToDoor();
        draft.deliveryCost = draft.pickupPoint.isEmpty() ? 1_899 : 1_399;
        pay(draft, random);
        if (draft.channel.equals("demo-b2b")) draft.forCompany();
        if (random.nextInt(100) < 12) draft.comment = Remarks.courtesy(random);
        if (random.nextInt(MIXED_UP) == 0) draft.mixUpTown();
        if (random.nextInt(100) < 8) draft.goAbroad(Draft.ABROAD, random);
        return draft;
    }

    private static void pay(Draft draft, RandomGenerator random) {
        int lot = random.nextInt(100);
        if (lot < 16
                && draft.lines.stream().mapToLong(line -> line.amount().minor()).sum() < 150_000) {
            draft.payOnDelivery();
        } else if (lot < 34) {
            draft.form = PaymentForm.TRANSFER;
            draft.channelForm = "bacs";
            if (lot < 22) draft.payLater();
        } else {
            draft.channelForm = List.of("payu", "przelewy24", "blik", "card").get(random.nextInt(4));
        }
    }

    /** Nine of ten are Poles, one a Ukrainian living in Poland; some have ordered before. */
    private static Buyers.Buyer buyer(long number, RandomGenerator random) {
        if (number % REGULARS_SHARE == 0) return Buyers.regular((int) (number / REGULARS_SHARE % Buyers.RETURNING));
        return Buyers.newcomer(number, random.nextInt(10) == 0 ? "UA" : "PL", "PL");
    }

    private static String channel(RandomGenerator random) {
        int lot = random.nextInt(100);
        return lot < 46 ? "demo-web" : lot < 88 ? "demo-allegro" : "demo-b2b";
    }
}
