package okienko.taxregisters;

import java.util.List;

/** What the tax registers announce. */
public sealed interface TaxRegisterEvent {

    /**
     * A register answered what these orders wanted to know.
     *
     * @param orderReferences {@code channel:externalId}
     */
    record Answered(List<String> orderReferences) implements TaxRegisterEvent {
        public Answered {
            orderReferences = List.copyOf(orderReferences);
        }
    }

    /** A register was turned on or off. */
    record Switched() implements TaxRegisterEvent {}
}
