package okienko.connections;

import java.util.List;

/**
 * What one reading gave.
 *
 * @param orders each one order, in the platform's format
 * @param cursor where to read on, now or next time
 * @param more whether there is more to read now
 */
public record Batch(List<byte[]> orders, String cursor, boolean more) {

    public Batch {
        orders = List.copyOf(orders);
    }
}
