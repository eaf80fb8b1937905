package okienko.shops.formats;

import java.io.InputStream;
import java.util.Iterator;
import okienko.orders.CanonicalJson;
import okienko.orders.JsonFields;
import okienko.orders.UnreadableOrder;
import okienko.shops.ChannelSettings;
import okienko.shops.OrderFormat;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;

/** What all formats written in JSON have in common. */
abstract class JsonFormat implements OrderFormat {

    @Override
    public final Iterator<Piece> cut(InputStream file, ChannelSettings settings) {
        return new JsonPieces(file);
    }

    @Override
    public final ReadOrder read(Piece piece, ChannelSettings settings) {
        if (piece.trouble() != null) {
            return new ReadOrder.Unreadable(piece, piece.trouble());
        }
        try {
            return understand(piece, JsonFields.of(CanonicalJson.parse(piece.raw())), settings);
        } catch (UnreadableOrder problem) {
            return new ReadOrder.Unreadable(piece, problem);
        }
    }

    /** Two texts as one, a blank between them: a name in two parts, a street in two lines. Either may be missing. */
    static String both(JsonFields of, String one, String two) {
        return (of.text(one).strip() + " " + of.text(two).strip()).strip();
    }

    abstract ReadOrder understand(Piece piece, JsonFields order, ChannelSettings settings);
}
