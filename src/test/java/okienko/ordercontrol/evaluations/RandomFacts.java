package okienko.ordercontrol.evaluations;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.taxregisters.Register;
import okienko.taxregisters.RegisterAnswer;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Facts nobody would think of: for property tests. The same seed gives the same facts. */
final class RandomFacts {

    private static final String[] WORDS = {
        "", "Anna", "Żółć", "Михаил", "李", "🙂", "\"\\", "a,b;c\td", "K-1", "x".repeat(300)
    };

    private final Random random;

    RandomFacts(long seed) {
        this.random = new Random(seed);
    }

    Facts next() {
        return new Facts(
                instant(),
                ZoneId.of(pick("Europe/Warsaw", "Europe/Sofia", "UTC", "+02:00")),
                instant(),
                new Recognition(
                        maybe(this::customer),
                        list(() -> new Recognition.Candidate(customer(), list(this::text), list(this::text)))),
                list(this::otherOrder),
                list(() -> new IncomingPayment(money(), instant(), text(), text())),
                maybe(() -> map(this::article)),
                maybe(() -> map(this::availability)),
                rates(),
                list(this::term),
                list(this::service),
                number(),
                maybe(this::number),
                maybe(() -> new RegisterAnswer(
                        pick(Register.values()),
                        text(),
                        pick(RegisterAnswer.Standing.values()),
                        maybe(this::date),
                        text(),
                        text())));
    }

    private Customer customer() {
        return new Customer(text(), text(), text(), text(), text(), text(), number(), number(), list(this::flag));
    }

    private CustomerFlag flag() {
        return new CustomerFlag(pick(CustomerFlag.Kind.values()), text(), maybe(this::date));
    }

    private Facts.OtherOrder otherOrder() {
        return new Facts.OtherOrder(
                new OrderKey("shop" + text(), "1" + text()),
                text(),
                instant(),
                map(this::number),
                text(),
                random.nextBoolean());
    }

    private Article article() {
        return new Article(
                text(),
                text(),
                maybe(this::money),
                maybe(this::number),
                maybe(this::number),
                maybe(() -> new Article.Size(number(), number(), number())),
                list(this::text));
    }

    private Availability availability() {
        return new Availability(number(), number(), number(), maybe(this::date));
    }

    private ExchangeRates rates() {
        return new ExchangeRates(
                text(), date(), map(() -> new BigDecimal(number()).movePointLeft(random.nextInt(0, 7))));
    }

    private CourierTerm term() {
        return new CourierTerm(
                text(),
                text(),
                text(),
                text(),
                random.nextBoolean(),
                maybe(this::money),
                maybe(this::date),
                maybe(this::date),
                text());
    }

    private DeliveryService service() {
        return new DeliveryService(
                text(),
                text(),
                text(),
                pick(DeliveryService.Kind.values()),
                text(),
                random.nextBoolean(),
                maybe(this::number),
                list(this::number),
                list(this::text));
    }

    private Money money() {
        return new Money(random.nextBoolean() ? random.nextLong() : random.nextInt(200_000), pick("PLN", "EUR", "JPY"));
    }

    private int number() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt();
            case 1 -> pick(0, 1, -1, 63, 64, Integer.MAX_VALUE, Integer.MIN_VALUE);
            default -> random.nextInt(1_000);
        };
    }

    private Instant instant() {
        return Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 4_000_000_000L), random.nextInt(1_000_000_000));
    }

    private LocalDate date() {
        return LocalDate.ofEpochDay(random.nextInt(-10_000, 40_000));
    }

    private String text() {
        return pick(WORDS);
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextBoolean() ? value.get() : null;
    }

    private <T> List<T> list(Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) values.add(value.get());
        return values;
    }

    private <V> Map<String, V> map(Supplier<V> value) {
        Map<String, V> values = new HashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) values.put(text(), value.get());
        return values;
    }

    @SafeVarargs
    private <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
