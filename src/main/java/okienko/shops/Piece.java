package okienko.shops;

import okienko.orders.UnreadableOrder;
import org.jspecify.annotations.Nullable;

/**
 * The part of a file that makes one order, cut out but not yet understood. It can stand by itself: read alone, in the
 * same format, it gives the same order.
 *
 * @param line where it begins in the file, counted from 1
 * @param trouble why it cannot be cut out whole; null normally
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through: nobody compares or changes them
public record Piece(long line, byte[] raw, @Nullable UnreadableOrder trouble) {

    public Piece(long line, byte[] raw) {
        this(line, raw, null);
    }
}
