package okienko.ordercontrol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import okienko.ordercontrol.ControlledOrder.State;
import org.jspecify.annotations.Nullable;

/**
 * Which orders a list shows; what is empty or null does not narrow it.
 *
 * @param reasons orders held for at least one of these
 * @param queues orders that wait in one of these
 * @param receivedFrom received at or after
 * @param receivedBefore received before: how old they are at least
 * @param amountFrom smallest total in zloty, other currencies converted
 * @param amountTo largest total in zloty
 * @param text words that all occur in number, buyer, e-mail, phone, city, SKU …
 * @param demo true: only the demo shop's, false: none of them, null: all
 */
public record OrderFilter(
        Set<State> states,
        Set<Reason> reasons,
        Set<String> channels,
        Set<String> queues,
        @Nullable Instant receivedFrom,
        @Nullable Instant receivedBefore,
        @Nullable BigDecimal amountFrom,
        @Nullable BigDecimal amountTo,
        String text,
        @Nullable Boolean demo) {

    public static final OrderFilter ALL =
            new OrderFilter(Set.of(), Set.of(), Set.of(), Set.of(), null, null, null, null, "", null);

    public OrderFilter {
        states = Set.copyOf(states);
        reasons = Set.copyOf(reasons);
        channels = Set.copyOf(channels);
        queues = Set.copyOf(queues);
        text = text.strip();
    }

    /** All orders in one state. */
    public static OrderFilter in(State state) {
        return new OrderFilter(Set.of(state), Set.of(), Set.of(), Set.of(), null, null, null, null, "", null);
    }

    /** In what order a list shows them. */
    public enum Sort {
        NEWEST,
        OLDEST
    }
}
