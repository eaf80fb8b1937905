package okienko.payments.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import okienko.orders.OrderKey;
import okienko.payments.matching.Vocabulary.Party;
import okienko.vocabulary.Money;

/**
 * A month's orders of four channels: numbers that follow one another, prices many orders share, families, and buyers who
 * come again.
 */
final class MonthOfOrders {

    static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    static final int DAYS = 31;

    private static final int[] PENCE = {99, 99, 90, 0, 50, 49};
    private static final int[] DELIVERY = {0, 990, 1299, 1299, 1499, 1790};
    private static final int ARTICLES = 180;

    private final Random random;
    private final Vocabulary words;
    private final int[] prices = new int[ARTICLES];
    private final List<Buyer> buyers = new ArrayList<>();
    private final Map<String, Integer> last = new HashMap<>(Map.of("web", 104_200, "idosell", 51_370, "zam", 412));

    final List<Ordered> orders = new ArrayList<>();

    /** A buyer with what only they write. */
    record Buyer(Party party, String login, String mail, String phone, String account, boolean paidBefore) {}

    /** An order and who placed it. */
    record Ordered(OpenOrder order, Buyer buyer, int day) {}

    MonthOfOrders(Random random, Vocabulary words, int count) {
        this.random = random;
        this.words = words;
        for (int i = 0; i < ARTICLES; i++) {
            prices[i] = ((int) Math.exp(3 + random.nextDouble() * 2.8)) * 100 + PENCE[random.nextInt(PENCE.length)];
        }
        for (int i = 0; i < count; i++) {
            orders.add(order(i * DAYS / count));
        }
    }

    private Ordered order(int day) {
        Buyer buyer = buyer();
        String channel = channel();
        String number = number(channel);
        String id = channel.equals("allegro") ? number : channel + "-" + number;
        Money total = new Money(total(), "PLN");
        var order = new OpenOrder(
                new OrderKey(channel, id),
                number,
                total,
                total,
                FIRST.plusDays(day),
                buyer.mail(),
                buyer.party().company().isEmpty()
                        ? List.of(buyer.party().name())
                        : List.of(buyer.party().name(), buyer.party().company()),
                List.of(buyer.login(), buyer.mail(), buyer.phone()),
                true);
        return new Ordered(order, buyer, day);
    }

    private Buyer buyer() {
        int kind = random.nextInt(100);
        if (kind < 12 && buyers.size() > 50) return words.pick(buyers);
        if (kind < 15 && !buyers.isEmpty())
            return newBuyer(words.relative(words.pick(buyers).party()));
        return newBuyer(words.party());
    }

    private Buyer newBuyer(Party person) {
        Party party = random.nextInt(100) < 8
                ? new Party(person.first(), person.last(), words.company(person), person.street(), person.city())
                : person;
        String plain = Titles.plain(party.first()).toLowerCase(Locale.ROOT);
        String login = plain + "_"
                + Titles.plain(party.last()).toLowerCase(Locale.ROOT).substring(0, 2) + random.nextInt(10_000);
        String mail =
                plain + "." + Titles.plain(party.last()).toLowerCase(Locale.ROOT) + buyers.size() + "@example.com";
        String phone = String.format(Locale.ROOT, "%d%08d", 5 + random.nextInt(3), random.nextInt(100_000_000));
        Buyer buyer = new Buyer(party, login, mail, phone, account(), random.nextInt(100) < 15);
        buyers.add(buyer);
        return buyer;
    }

    String account() {
        StringBuilder digits = new StringBuilder("PL");
        for (int i = 0; i < 26; i++) digits.append(random.nextInt(10));
        return digits.toString();
    }

    private String channel() {
        int kind = random.nextInt(100);
        return kind < 55 ? "web" : kind < 70 ? "idosell" : kind < 82 ? "presta" : kind < 92 ? "zam" : "allegro";
    }

    private String number(String channel) {
        return switch (channel) {
            case "presta" -> letters(9);
            case "allegro" -> new java.util.UUID(random.nextLong(), random.nextLong()).toString();
            case "zam" -> String.format(Locale.ROOT, "ZAM/2026/10/%05d", last.merge("zam", 1, Integer::sum));
            default -> Integer.toString(last.merge(channel, 1, Integer::sum));
        };
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) letters.append((char) ('A' + random.nextInt(26)));
        return letters.toString();
    }

    /** Half the orders are one piece of one article, so many cost the same. */
    private long total() {
        int lines = random.nextInt(100) < 50 ? 1 : 1 + random.nextInt(4);
        long total = DELIVERY[random.nextInt(DELIVERY.length)];
        for (int i = 0; i < lines; i++) {
            int article = (int) (random.nextDouble() * random.nextDouble() * ARTICLES);
            total += (long) prices[article] * (random.nextInt(100) < 85 ? 1 : 2);
        }
        return total;
    }
}
