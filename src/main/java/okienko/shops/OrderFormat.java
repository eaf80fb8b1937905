package okienko.shops;

import java.io.InputStream;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A way in which shops write their orders. One class each; every one passes the same contract test. Reading is in two
 * steps: a file is cut into pieces of one order each, and a piece is understood by itself. So one bad order never stops
 * the rest, and a piece kept aside can be read again after it was mended.
 *
 * <p>By when an order has to be sent ({@code Order.dispatchBy}) Allegro and Amazon say in the order, and only Amazon
 * cancels by itself what was not sent. There is no such time in what the other formats read; what our own JSON says is
 * taken.
 */
public interface OrderFormat {

    /** What it is called in requests, options and tables: {@code canonical}, {@code csv}, {@code woocommerce} … */
    String name();

    /** Whether a file that begins like this is in this format. */
    boolean recognises(Sample sample);

    /** Cuts the file as it is read, in constant memory. Trouble with the file itself is a piece too. */
    Iterator<Piece> cut(InputStream file, ChannelSettings settings);

    /** Understands one piece. Never throws: what cannot be understood is {@link ReadOrder.Unreadable}. */
    ReadOrder read(Piece piece, ChannelSettings settings);

    /** All orders of the file, read as the stream is. */
    default Stream<ReadOrder> read(InputStream file, ChannelSettings settings) {
        Iterable<Piece> pieces = () -> cut(file, settings);
        return StreamSupport.stream(pieces.spliterator(), false).map(piece -> read(piece, settings));
    }
}
