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

    abstract ReadOrder understand(Piece piece, JsonFields order, ChannelSettings settings);
}
