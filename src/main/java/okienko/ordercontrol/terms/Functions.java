package okienko.ordercontrol.terms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything a condition can do with what it asks. */
public final class Functions {

    /** All, one a list of parameters; those that are written by name in the order in which they are explained. */
    public static final List<Function> ALL = Stream.of(
                    Operators.ALL, MoneyFunctions.ALL, TextFunctions.ALL, ShopFunctions.ALL)
            .flatMap(List::stream)
            .toList();

    /** What goes through the lines of an order; written {@code order.lines.exists(l, …)}, {@code l} being any name. */
    public static final List<String> OVER_LINES = List.of("exists", "all", "count", "sum");

    private static final Map<String, Function> BY_OVERLOAD =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Function::overload, function -> function));

    private Functions() {}

    /** The function CEL's checker has settled on. */
    public static Optional<Function> overload(String id) {
        return Optional.ofNullable(BY_OVERLOAD.get(id));
    }

    /** All lists of parameters a function takes. */
    public static List<Function> named(String name) {
        return ALL.stream().filter(function -> function.name().equals(name)).toList();
    }

    /** The currencies with a function of their own, {@code pln(…)}. */
    public static List<String> currencies() {
        return MoneyFunctions.CURRENCIES;
    }
}
