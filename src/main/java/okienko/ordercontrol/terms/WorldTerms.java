package okienko.ordercontrol.terms;

import static okienko.ordercontrol.checks.Source.CUSTOMER;
import static okienko.ordercontrol.checks.Source.PAYMENT;
import static okienko.ordercontrol.checks.Source.RATES;
import static okienko.ordercontrol.checks.Source.STOCK;
import static okienko.ordercontrol.checks.Source.TIME;
import static okienko.ordercontrol.terms.Term.money;
import static okienko.ordercontrol.terms.Term.number;
import static okienko.ordercontrol.terms.Term.text;
import static okienko.ordercontrol.terms.Term.time;
import static okienko.ordercontrol.terms.Term.yesNo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Recognition;
import okienko.ordercontrol.checks.Source;
import okienko.orders.Order.Line;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.stock.Availability;
import org.jspecify.annotations.Nullable;

/** What a condition can ask besides the order: who buys, what was paid, what is there. */
final class WorldTerms {

    /** The day's rates; also what a comparison lacks that no rate makes possible. */
    static final Term<Situation> RATES_OF = Term.<Situation>time(
                    "rates.effectiveOn",
                    RATES,
                    on -> on.facts().rates().equals(ExchangeRates.NONE)
                            ? NotKnown.YET
                            : on.startOf(on.facts().rates().effectiveOn()))
            .comesLater();

    private static final List<Term<Situation>> BUYER = List.of(
            yesNo(
                            "customer.known",
                            CUSTOMER,
                            (Situation on) -> unsure(on) ? NotKnown.YET : (Object) (known(on) != null))
                    .comesLater(),
            yesNo("customer.perhapsKnown", CUSTOMER, WorldTerms::unsure),
            history("customer.earlierOrders", Customer::earlierOrders),
            history("customer.refusedParcels", Customer::refusedParcels),
            number("customer.recentOrders", Source.OTHER_ORDERS, on ->
                    (long) on.facts().sameBuyer().size()),
            Term.<Situation>of("customer.flags", ValueType.TEXTS, CUSTOMER, on -> unsure(on) ? NotKnown.YET : flags(on))
                    .among(Stream.of(CustomerFlag.Kind.values()).map(Enum::name).toList())
                    .comesLater()
                    .changedBy(TIME));

    private static final List<Term<Situation>> MONEY = List.of(
            yesNo("payment.reported", PAYMENT, on -> on.received() != null),
            money("payment.received", PAYMENT, (Situation on) -> paid(on, sum -> sum))
                    .comesLater()
                    .changedBy(RATES),
            money(
                            "payment.missing",
                            PAYMENT,
                            (Situation on) ->
                                    paid(on, sum -> on.amount(on.order().total().minus(sum.money()))))
                    .comesLater()
                    .changedBy(RATES),
            yesNo(
                            "payment.complete",
                            PAYMENT,
                            (Situation on) -> paid(
                                    on, sum -> sum.money().compareTo(on.order().total()) >= 0))
                    .comesLater()
                    .changedBy(RATES),
            text("payment.currency", PAYMENT, (Situation on) -> word(on, Situation.Received::first))
                    .comesLater(),
            yesNo("payment.otherCurrency", PAYMENT, (Situation on) -> word(on, Situation.Received::foreign))
                    .comesLater(),
            number("payment.count", PAYMENT, on -> (long) on.facts().received().size()),
            time("payment.lastReceivedAt", PAYMENT, WorldTerms::lastReceivedAt).mayLack());

    private static final List<Term<Situation>> SHELVES = List.of(
            yesNo("stock.loaded", STOCK, on -> on.facts().availability() != null),
            yesNo("stock.short", STOCK, (Situation on) -> missing(on, all -> all.sum() > 0))
                    .comesLater(),
            number(
                            "stock.shortLines",
                            STOCK,
                            (Situation on) -> missing(
                                    on, all -> all.filter(pieces -> pieces > 0).count()))
                    .comesLater(),
            number("stock.missingPieces", STOCK, (Situation on) -> missing(on, all -> (long) all.sum()))
                    .comesLater(),
            time("stock.completeOn", STOCK, WorldTerms::completeOn).mayLack().comesLater(),
            number("stock.unknownProducts", STOCK, WorldTerms::unknownProducts).comesLater(),
            number("stock.weightGrams", STOCK, WorldTerms::weight).mayLack().comesLater());

    static final List<Term<Situation>> ALL = Stream.of(BUYER, MONEY, SHELVES, List.of(RATES_OF))
            .flatMap(List::stream)
            .toList();

    private WorldTerms() {}

    private static @Nullable Customer known(Situation on) {
        return on.facts().buyer().known();
    }

    /** Somebody has to say first whether it is a customer already known. */
    private static boolean unsure(Situation on) {
        Recognition buyer = on.facts().buyer();
        return buyer.known() == null && !buyer.probable().isEmpty();
    }

    private static Term<Situation> history(String path, ToIntFunction<Customer> figure) {
        return Term.<Situation>number(path, CUSTOMER, on -> {
                    Customer customer = known(on);
                    if (customer != null) return (long) figure.applyAsInt(customer);
                    return unsure(on) ? NotKnown.YET : (Object) 0L;
                })
                .comesLater();
    }

    private static List<String> flags(Situation on) {
        Customer customer = known(on);
        if (customer == null) return List.of();
        LocalDate today = LocalDate.ofInstant(on.facts().now(), on.facts().zone());
        return customer.flags().stream()
                .filter(flag -> flag.until() == null || !today.isAfter(flag.until()))
                .map(flag -> flag.kind().name())
                .distinct()
                .toList();
    }

    private static Object paid(Situation on, Function<Amount, Object> value) {
        Situation.Received received = on.received();
        return received == null || received.sum() == null ? NotKnown.YET : value.apply(received.sum());
    }

    private static Object word(Situation on, Function<Situation.Received, Object> value) {
        Situation.Received received = on.received();
        return received == null ? NotKnown.YET : value.apply(received);
    }

    private static @Nullable Instant lastReceivedAt(Situation on) {
        return Stream.concat(
                        on.facts().received().stream().map(IncomingPayment::receivedAt),
                        Stream.ofNullable(on.order().payment().paidAt()))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Object missing(Situation on, Function<IntStream, Object> value) {
        int[] missing = on.missing();
        return missing == null ? NotKnown.YET : value.apply(Arrays.stream(missing));
    }

    /** The day on which all that is missing is due; none when some of it is not on its way. */
    private static @Nullable Object completeOn(Situation on) {
        int[] missing = on.missing();
        if (missing == null) return NotKnown.YET;
        LocalDate last = null;
        for (int i = 0; i < missing.length; i++) {
            if (missing[i] == 0) continue;
            Availability available = Objects.requireNonNull(on.facts().availability())
                    .getOrDefault(on.order().lines().get(i).sku(), Availability.NONE);
            LocalDate due = available.dueOn();
            if (due == null || available.dueQuantity() < missing[i]) return null;
            if (last == null || due.isAfter(last)) last = due;
        }
        return last == null ? null : on.startOf(last);
    }

    private static Object unknownProducts(Situation on) {
        if (on.facts().articles() == null) return NotKnown.YET;
        return on.lines().stream()
                .filter(line -> Boolean.FALSE.equals(line.select("inCatalogue")))
                .count();
    }

    /** What all pieces weigh; none when the catalogue lacks a weight. */
    private static @Nullable Object weight(Situation on) {
        var articles = on.facts().articles();
        if (articles == null) return NotKnown.YET;
        long grams = 0;
        for (Line line : on.order().lines()) {
            var article = articles.get(line.sku());
            if (article == null || article.weightGrams() == null) return null;
            grams += (long) article.weightGrams() * line.quantity();
        }
        return grams;
    }
}
