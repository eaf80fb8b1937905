package okienko.ordercontrol.terms;

import dev.cel.runtime.CelFunctionResolver;
import dev.cel.runtime.CelResolvedOverload;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The functions that look at facts, bound to one order's. */
final class BoundFunctions implements CelFunctionResolver {

    private final Situation situation;
    private final Map<String, Optional<CelResolvedOverload>> bound = new HashMap<>();

    BoundFunctions(Situation situation) {
        this.situation = situation;
    }

    @Override
    public Optional<CelResolvedOverload> findOverloadMatchingArgs(
            String name, Collection<String> overloads, Object[] arguments) {
        // the checker has settled which overload it is
        return bound.computeIfAbsent(overloads.iterator().next(), this::bind);
    }

    @Override
    public Optional<CelResolvedOverload> findOverloadMatchingArgs(String name, Object[] arguments) {
        return Optional.empty();
    }

    @SuppressWarnings("Immutable") // bound for one order and thrown away with it
    private Optional<CelResolvedOverload> bind(String overload) {
        return Functions.overload(overload)
                .map(function -> CelResolvedOverload.of(
                        function.name(),
                        overload,
                        arguments -> function.body().apply(situation, arguments),
                        true,
                        function.javaTypes()));
    }
}
