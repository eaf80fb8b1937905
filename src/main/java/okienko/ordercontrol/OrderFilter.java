package okienko.ordercontrol;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * In what order a list shows them.
     *
     * @param down the largest, last or newest first
     */
    public record Sort(By by, boolean down) {

        public static final Sort NEWEST = new Sort(By.RECEIVED, true);
        public static final Sort OLDEST = new Sort(By.RECEIVED, false);

        /** What orders can be sorted by. */
        public enum By {
            RECEIVED,
            NUMBER,
            BUYER,
            /** In zloty, other currencies converted. */
            AMOUNT,
            /** What a person must look at first, what is done last. */
            STATE,
            /** Until when it may wait; what has no deadline comes last. */
            DEADLINE
        }

        /** As an address carries it: {@code amount}, or {@code -amount} downwards. */
        public String text() {
            return (down ? "-" : "") + by.name().toLowerCase(Locale.ROOT);
        }

        /** Reads what {@link #text()} wrote; empty when it is none. */
        public static Optional<Sort> read(String text) {
            boolean down = text.startsWith("-");
            return Arrays.stream(By.values())
                    .map(by -> new Sort(by, down))
                    .filter(sort -> sort.text().equals(text))
                    .findFirst();
        }
    }
}
