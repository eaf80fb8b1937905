package okienko.ordercontrol.terms;

import static okienko.ordercontrol.terms.Function.global;

import dev.cel.common.Operator;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import okienko.ordercontrol.checks.Source;
import okienko.ordercontrol.terms.Trouble.Kind;
import okienko.payments.ExchangeRates;
import okienko.vocabulary.Money;

/**
 * Comparing and reckoning. CEL's own operators also compare what cannot be compared with sense (a missing value with a
 * text, 100 EUR with 100 PLN): here each pair of kinds that has a meaning is named, and all others are refused.
 */
final class Operators {

    private static final CelType TEXT = ValueType.TEXT.cel();
    private static final CelType NUMBER = ValueType.NUMBER.cel();
    private static final CelType MONEY = ValueType.MONEY.cel();
    private static final CelType YES_NO = ValueType.YES_NO.cel();
    private static final CelType TIME = ValueType.TIME.cel();
    private static final CelType MAYBE_NUMBER = OptionalType.create(NUMBER);
    private static final CelType MAYBE_MONEY = OptionalType.create(MONEY);

    static final List<Function> ALL = Stream.of(
                    equality(), order(), sums(), amounts(), folding(), membership(), missing())
            .flatMap(List::stream)
            .toList();

    private Operators() {}

    private static List<Function> equality() {
        List<Function> all = new ArrayList<>();
        for (CelType type : List.of(TEXT, NUMBER, YES_NO, TIME)) {
            all.add(global(name(Operator.EQUALS), YES_NO, (_, a) -> a[0].equals(a[1]), type, type));
            all.add(global(name(Operator.NOT_EQUALS), YES_NO, (_, a) -> !a[0].equals(a[1]), type, type));
        }
        all.add(money(Operator.EQUALS, sign -> sign == 0));
        all.add(money(Operator.NOT_EQUALS, sign -> sign != 0));
        return all;
    }

    private static List<Function> order() {
        List<Function> all = new ArrayList<>();
        ordered(all, Operator.LESS, sign -> sign < 0);
        ordered(all, Operator.LESS_EQUALS, sign -> sign <= 0);
        ordered(all, Operator.GREATER, sign -> sign > 0);
        ordered(all, Operator.GREATER_EQUALS, sign -> sign >= 0);
        return all;
    }

    private static void ordered(List<Function> all, Operator operator, IntPredicate holds) {
        all.add(global(
                name(operator), YES_NO, (_, a) -> holds.test(Long.compare((Long) a[0], (Long) a[1])), NUMBER, NUMBER));
        all.add(global(
                name(operator), YES_NO, (_, a) -> holds.test(((Instant) a[0]).compareTo((Instant) a[1])), TIME, TIME));
        all.add(money(operator, holds));
    }

    private static Function money(Operator operator, IntPredicate holds) {
        return global(
                        name(operator),
                        YES_NO,
                        (_, a) -> {
                            OptionalInt sign = ((Amount) a[0]).compare((Amount) a[1]);
                            return sign.isPresent() ? (Object) holds.test(sign.getAsInt()) : noRate();
                        },
                        MONEY,
                        MONEY)
                .reading(Source.RATES);
    }

    private static List<Function> sums() {
        return List.of(
                global(name(Operator.ADD), NUMBER, (_, a) -> Math.addExact((Long) a[0], (Long) a[1]), NUMBER, NUMBER),
                global(
                        name(Operator.SUBTRACT),
                        NUMBER,
                        (_, a) -> Math.subtractExact((Long) a[0], (Long) a[1]),
                        NUMBER,
                        NUMBER),
                global(
                        name(Operator.MULTIPLY),
                        NUMBER,
                        (_, a) -> Math.multiplyExact((Long) a[0], (Long) a[1]),
                        NUMBER,
                        NUMBER),
                global(
                        name(Operator.DIVIDE),
                        NUMBER,
                        (_, a) -> Math.divideExact((Long) a[0], divisor(a[1])),
                        NUMBER,
                        NUMBER),
                global(name(Operator.MODULO), NUMBER, (_, a) -> (Long) a[0] % divisor(a[1]), NUMBER, NUMBER),
                global(name(Operator.NEGATE), NUMBER, (_, a) -> Math.negateExact((Long) a[0]), NUMBER));
    }

    private static List<Function> amounts() {
        return List.of(
                global(name(Operator.ADD), MONEY, (_, a) -> rated(((Amount) a[0]).plus((Amount) a[1])), MONEY, MONEY)
                        .reading(Source.RATES),
                global(
                                name(Operator.SUBTRACT),
                                MONEY,
                                (_, a) -> rated(((Amount) a[0]).minus((Amount) a[1])),
                                MONEY,
                                MONEY)
                        .reading(Source.RATES),
                global(name(Operator.MULTIPLY), MONEY, (_, a) -> ((Amount) a[0]).times((Long) a[1]), MONEY, NUMBER));
    }

    /** What stands behind {@code order.lines.sum(l, …)}. */
    private static List<Function> folding() {
        return List.of(
                global("@none", Function.MAYBE_ANY, (_, _) -> Optional.empty()),
                global(
                        "@add",
                        MAYBE_NUMBER,
                        (_, a) -> Optional.of(Math.addExact(sum(a[0], 0L), (Long) a[1])),
                        MAYBE_NUMBER,
                        NUMBER),
                global("@add", MAYBE_MONEY, (_, a) -> added((Optional<?>) a[0], (Amount) a[1]), MAYBE_MONEY, MONEY)
                        .reading(Source.RATES),
                global("@sum", NUMBER, (_, a) -> sum(a[0], 0L), MAYBE_NUMBER),
                global(
                        "@sum",
                        MONEY,
                        (_, a) -> sum(a[0], Amount.written(Money.zero(ExchangeRates.HOME))),
                        MAYBE_MONEY));
    }

    private static List<Function> membership() {
        return List.of(
                global(
                        name(Operator.IN),
                        YES_NO,
                        (_, a) -> ((List<?>) a[1]).contains(a[0]),
                        TEXT,
                        ListType.create(TEXT)),
                global(
                        name(Operator.IN),
                        YES_NO,
                        (_, a) -> ((List<?>) a[1]).contains(a[0]),
                        NUMBER,
                        ListType.create(NUMBER)));
    }

    private static List<Function> missing() {
        return List.of(
                Function.member("hasValue", YES_NO, (_, a) -> ((Optional<?>) a[0]).isPresent(), Function.MAYBE_ANY)
                        .as("!order.buyer.taxId.hasValue()"),
                // carried out by CEL itself, which does not look at the argument where there is a value
                Function.member("orValue", Function.ANY, (_, a) -> a[1], Function.MAYBE_ANY, Function.ANY)
                        .as("order.country.orValue(\"PL\") != \"PL\""));
    }

    private static String name(Operator operator) {
        return operator.getFunction();
    }

    private static long divisor(Object number) {
        if ((Long) number == 0) throw new Trouble(Kind.DIVISION_BY_ZERO);
        return (Long) number;
    }

    private static Object added(Optional<?> before, Amount more) {
        if (before.isEmpty()) return Optional.of(more);
        Optional<Amount> sum = ((Amount) before.get()).plus(more);
        return sum.isPresent() ? sum : noRate();
    }

    @SuppressWarnings("unchecked") // the checker has settled what the optional holds
    private static <T> T sum(Object optional, T nothing) {
        return ((Optional<T>) optional).orElse(nothing);
    }

    private static Object rated(Optional<Amount> amount) {
        return amount.isPresent() ? amount.get() : noRate();
    }

    private static Object noRate() {
        return NotKnown.inside(WorldTerms.RATES_OF.attribute());
    }
}
