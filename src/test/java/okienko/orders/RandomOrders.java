package okienko.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Orders nobody would think of, all of them valid: for property tests. The same seed gives the same orders. */
public final class RandomOrders {

    private static final String[] CURRENCIES = {"PLN", "EUR", "CZK", "HUF", "BGN", "JPY", "KWD"};
    private static final String[] COUNTRIES = {"PL", "CZ", "DE", "BG", "UA", "GB"};
    private static final String[] WORDS = {
        "Anna", "Żółć", "Łódź", "O'Neil", "Михаил", "Ünal", "李", "🙂", "\"", "\\", "a,b", "x;y", "<b>", "&amp;", "z\tz",
        "ě", "1", "-"
    };

    private final Random random;

    /** Apart, so that the rest of an order does not depend on it. */
    private final Random times;

    public RandomOrders(long seed) {
        this.random = new Random(seed);
        this.times = new Random(seed);
    }

    public Order next(String channel, String externalId) {
        String currency = pick(CURRENCIES);
        List<Order.Line> lines = new ArrayList<>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            lines.add(new Order.Line(text(), text(), random.nextInt(1, 50), money(currency)));
        }
        Order order = new Order(
                new OrderKey(channel, externalId),
                some(text()),
                Instant.ofEpochSecond(1_700_000_000L + random.nextInt(100_000_000)),
                random.nextInt(10) == 0 ? Order.Status.CANCELLED : Order.Status.PLACED,
                new Order.Buyer(text(), text(), text(), text(), text(), address()),
                new Order.Delivery(text(), text(), address(), text(), text()),
                random.nextBoolean()
                        ? Order.Invoice.NONE
                        : new Order.Invoice(random.nextBoolean(), random.nextBoolean(), text(), text(), address()),
                payment(currency),
                lines,
                money(currency),
                money(currency),
                money(currency),
                text() + "\n" + text());
        return order.toBeSent(time(), time());
    }

    private @Nullable Instant time() {
        return times.nextBoolean() ? null : Instant.ofEpochMilli(1_700_000_000_000L + times.nextInt());
    }

    private Order.Payment payment(String currency) {
        return new Order.Payment(
                pick(Order.PaymentForm.values()),
                text(),
                random.nextBoolean() ? null : money(random.nextBoolean() ? currency : "EUR"),
                random.nextBoolean() ? null : Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt()));
    }

    public Money money(String currency) {
        return new Money(random.nextLong(0, 10_000_000), currency);
    }

    private PostalAddress address() {
        return random.nextInt(5) == 0
                ? PostalAddress.NONE
                : new PostalAddress(
                        text(), text(), text(), text(), text(), random.nextBoolean() ? "" : pick(COUNTRIES));
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(pick(WORDS)).append(i > 1 ? " " : "");
        }
        return text.toString();
    }

    private static String some(String text) {
        return text.isEmpty() ? "1" : text;
    }

    private <T> T pick(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A small order with everything in it. */
    public static Order small(String channel, String externalId, @Nullable Money paid) {
        PostalAddress home = new PostalAddress("Anna Nowak", "", "Solna 4", "60-166", "Poznań", "PL");
        return new Order(
                new OrderKey(channel, externalId),
                externalId,
                Instant.parse("2026-11-23T10:00:00Z"),
                Order.Status.PLACED,
                new Order.Buyer("", "Anna Nowak", "", "anna@example.com", "+48600700800", home),
                new Order.Delivery("InPost Paczkomaty", "INPOST_LOCKER", home, "+48600700800", "POZ08A"),
                Order.Invoice.NONE,
                new Order.Payment(Order.PaymentForm.ONLINE, "przelewy24", paid, null),
                List.of(
                        new Order.Line("A-1", "Kubek", 2, Money.of("10.00", "PLN")),
                        new Order.Line("A-2", "Talerz", 1, Money.of("15.50", "PLN"))),
                Money.of("9.99", "PLN"),
                Money.of("0.00", "PLN"),
                Money.of("45.49", "PLN"),
                "");
    }
}
