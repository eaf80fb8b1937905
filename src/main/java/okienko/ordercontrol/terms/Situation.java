package okienko.ordercontrol.terms;

import dev.cel.runtime.CelFunctionResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.checks.Destination;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.payments.IncomingPayment;
import okienko.stock.Availability;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * An order and its facts, as conditions see them. Made once an order, for all its conditions: what one of them has read
 * the others find ready. For one thread.
 */
public final class Situation {

    private static final String LINES = "order.lines";

    private final Order order;
    private final Facts facts;
    private final @Nullable Optional<Object>[] values;
    private final BoundFunctions functions = new BoundFunctions(this);
    private @Nullable Destination destination;
    private @Nullable Received received;
    private int @Nullable [] missing;

    @SuppressWarnings({"unchecked", "rawtypes"}) // no array of a generic type can be made
    private Situation(Order order, Facts facts) {
        this.order = order;
        this.facts = facts;
        this.values = (Optional<Object>[]) new Optional[Attributes.COUNT];
    }

    /** What conditions may know of an order. */
    public static Situation of(Order order, Facts facts) {
        return new Situation(order, facts);
    }

    /** The value of an attribute as CEL takes it; empty when no attribute is called that. */
    public Optional<Object> find(String path) {
        int index = Attributes.indexOf(path);
        if (index < 0) return Optional.empty();
        Optional<Object> known = values[index];
        if (known == null) {
            known = Optional.of(read(Attributes.TERMS.get(index)));
            values[index] = known;
        }
        return known;
    }

    /**
     * The value of an attribute as people are told it, of a line's attribute those of all lines; empty where nothing is
     * given or known.
     */
    public Optional<Object> told(String path) {
        if (path.equals(LINES)) return Optional.of((long) order.lines().size());
        if (path.startsWith(LINES + ".")) {
            String name = path.substring(LINES.length() + 1);
            if (LineTerms.named(name) == null) return Optional.empty();
            return Optional.of(lines().stream()
                    .map(line -> Objects.requireNonNullElse(told(line.select(name)), ""))
                    .toList());
        }
        return find(path).map(Situation::told);
    }

    private static @Nullable Object told(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.isEmpty() ? null : told(maybe.get());
            case Amount amount -> amount.money();
            case Boolean yes -> yes;
            case Long number -> number;
            case String text -> text;
            case Instant instant -> instant;
            case List<?> list when list.stream().allMatch(String.class::isInstance) -> list;
            default -> null;
        };
    }

    /** The functions that look at facts, bound to these. */
    public CelFunctionResolver functions() {
        return functions;
    }

    Order order() {
        return order;
    }

    Facts facts() {
        return facts;
    }

    /** What is given, or null where the order says nothing. */
    static @Nullable String given(String text) {
        return text.isBlank() ? null : text.strip();
    }

    /** Money of the order, comparable by the day's rates. */
    Amount amount(Money money) {
        return new Amount(money, facts.rates());
    }

    Instant startOf(LocalDate day) {
        return day.atStartOfDay(facts.zone()).toInstant();
    }

    Destination destination() {
        if (destination == null) destination = Destination.of(order, facts);
        return destination;
    }

    /** Money that arrived; null while there is no word of any. */
    @Nullable
    Received received() {
        if (received == null) {
            List<Money> amounts = new ArrayList<>();
            for (IncomingPayment payment : facts.received()) amounts.add(payment.amount());
            Money reported = order.payment().paid();
            // what is booked counts; where nothing is, what the channel says
            if (amounts.isEmpty() && reported != null) amounts.add(reported);
            received = Received.of(amounts, this);
        }
        return received.nothing() ? null : received;
    }

    List<OrderLine> lines() {
        List<OrderLine> lines = new ArrayList<>(order.lines().size());
        for (int i = 0; i < order.lines().size(); i++) lines.add(new OrderLine(this, i));
        return lines;
    }

    /** Pieces missing, line by line; null when no stock is loaded. Two lines of one article draw on the same shelf. */
    int @Nullable [] missing() {
        Map<String, Availability> stock = facts.availability();
        if (stock == null || missing != null) return missing;
        int[] short_ = new int[order.lines().size()];
        Map<String, Integer> wanted = new HashMap<>();
        for (int i = 0; i < short_.length; i++) {
            Line line = order.lines().get(i);
            if (line.sku().isBlank() || line.quantity() <= 0) continue;
            int before = wanted.getOrDefault(line.sku(), 0);
            int all = wanted.merge(line.sku(), line.quantity(), Integer::sum);
            int free = stock.getOrDefault(line.sku(), Availability.NONE).free();
            short_[i] = Math.max(0, all - Math.max(free, before));
        }
        missing = short_;
        return missing;
    }

    private Object read(Term<Situation> term) {
        @Nullable Object value = term.reading().from(this);
        if (value instanceof NotKnown) return NotKnown.variable(term.attribute());
        if (term.attribute().mayLack()) return Optional.ofNullable(value);
        if (value == null) throw new IllegalStateException(term.attribute() + " was not to be missing");
        return value;
    }

    /**
     * Money that arrived.
     *
     * @param sum in the order's currency; null when some of it cannot be converted
     * @param first the currency of the first of it
     * @param foreign whether some of it is in another currency
     */
    record Received(@Nullable Amount sum, String first, boolean foreign, boolean nothing) {

        private static Received of(List<Money> amounts, Situation situation) {
            String currency = situation.order.currency();
            if (amounts.isEmpty()) return new Received(null, currency, false, true);
            Optional<Amount> sum = Optional.of(situation.amount(Money.zero(currency)));
            boolean foreign = false;
            for (Money amount : amounts) {
                foreign |= !amount.currency().equals(currency);
                Optional<Money> same = situation.facts.rates().convert(amount, currency);
                sum = sum.flatMap(so -> same.flatMap(more -> so.plus(situation.amount(more))));
            }
            return new Received(sum.orElse(null), amounts.getFirst().currency(), foreign, false);
        }
    }
}
