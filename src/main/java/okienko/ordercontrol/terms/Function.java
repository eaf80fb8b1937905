package okienko.ordercontrol.terms;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OptionalType;
import dev.cel.common.types.TypeParamType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okienko.ordercontrol.checks.Source;
import org.jspecify.annotations.Nullable;

/**
 * One function a condition can use, with one list of parameters.
 *
 * @param name as it is written; an operator has CEL's name for it ({@code _>_}), what begins with {@code @} stands behind
 *     a longer form and is never written
 * @param member whether it is written after its first argument: {@code order.comment.contains("x")}
 * @param looks whether it looks at the order's facts, beyond its arguments
 * @param sources what can change its answer though its arguments stay the same
 * @param literal an argument that has to be written out, so that it can be checked while it is typed
 * @param example a use of it that makes sense in a shop
 */
public record Function(
        String name,
        boolean member,
        List<CelType> parameters,
        CelType result,
        boolean looks,
        Set<Source> sources,
        Body body,
        @Nullable Literal literal,
        String example) {

    static final CelType ANY = TypeParamType.create("T");
    static final CelType MAYBE_ANY = OptionalType.create(ANY);

    /** What it does. */
    @FunctionalInterface
    interface Body {
        Object apply(@Nullable Situation situation, Object[] arguments);
    }

    /** As {@link Body}, of a function that looks at facts. */
    @FunctionalInterface
    interface Look {
        Object apply(Situation situation, Object[] arguments);
    }

    /**
     * An argument that has to be written out.
     *
     * @param position counted from 0, the value before a member's dot included
     * @param word what it has to be: {@code condition.literal.<word>}
     */
    public record Literal(int position, String word, Predicate<Object> accepts) {}

    static Function global(String name, CelType result, Body body, CelType... parameters) {
        return new Function(name, false, List.of(parameters), result, false, Set.of(), body, null, "");
    }

    static Function member(String name, CelType result, Body body, CelType... parameters) {
        return new Function(name, true, List.of(parameters), result, false, Set.of(), body, null, "");
    }

    static Function looking(String name, CelType result, Look look, CelType... parameters) {
        Body body = (situation, arguments) -> look.apply(Objects.requireNonNull(situation), arguments);
        return new Function(name, false, List.of(parameters), result, true, Set.of(), body, null, "");
    }

    Function reading(Source... read) {
        return new Function(name, member, parameters, result, looks, Set.of(read), body, literal, example);
    }

    Function writtenOut(int position, String word, Predicate<Object> accepts) {
        Literal written = new Literal(position, word, accepts);
        return new Function(name, member, parameters, result, looks, sources, body, written, example);
    }

    Function as(String use) {
        return new Function(name, member, parameters, result, looks, sources, body, literal, use);
    }

    /** CEL's id of it. */
    public String overload() {
        if (name.equals("orValue")) return "optional_orValue_value"; // by this name CEL knows it may skip the argument
        return parameters.stream().map(CelType::toString).collect(Collectors.joining(",", name + "(", ")"));
    }

    /** The key of the sentence that explains it; all currencies share one. */
    public String word() {
        return "condition.function."
                + (MoneyFunctions.CURRENCIES.contains(name.toUpperCase(Locale.ROOT)) ? "currency" : name);
    }

    /** Whether people write it by its name. */
    public boolean named() {
        return Character.isLetter(name.charAt(0));
    }

    /** As CEL's runtime takes it; only for one that does not look at facts. */
    @SuppressWarnings("Immutable") // the bodies are ours and keep nothing
    public CelFunctionBinding binding() {
        List<Class<?>> types = javaTypes();
        return switch (types.size()) {
            // one and two arguments need no array
            case 1 ->
                CelFunctionBinding.from(overload(), types.getFirst(), one -> body.apply(null, new Object[] {one}));
            case 2 ->
                CelFunctionBinding.from(
                        overload(),
                        types.getFirst(),
                        types.getLast(),
                        (one, two) -> body.apply(null, new Object[] {one, two}));
            default -> CelFunctionBinding.from(overload(), types, arguments -> body.apply(null, arguments));
        };
    }

    List<Class<?>> javaTypes() {
        return parameters.stream().<Class<?>>map(Function::java).toList();
    }

    private static Class<?> java(CelType type) {
        if (type instanceof OptionalType) return Optional.class;
        if (type instanceof ListType) return List.class;
        return Stream.of(ValueType.values())
                .filter(value -> value.cel().equals(type))
                .<Class<?>>map(ValueType::java)
                .findFirst()
                .orElse(Object.class);
    }
}
