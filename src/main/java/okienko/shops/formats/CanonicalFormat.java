package okienko.shops.formats;

import okienko.orders.CanonicalJson;
import okienko.orders.JsonFields;
import okienko.orders.Order;
import okienko.shops.ChannelSettings;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;
import okienko.shops.Sample;

/** The office's own JSON, as one object, a list, or one order a line (NDJSON). */
public final class CanonicalFormat extends JsonFormat {

    @Override
    public String name() {
        return "canonical";
    }

    @Override
    public boolean recognises(Sample sample) {
        return sample.json() && sample.names("externalId", "lines");
    }

    @Override
    ReadOrder understand(Piece piece, JsonFields fields, ChannelSettings settings) {
        Order order = CanonicalJson.read(fields, settings.channel());
        return new ReadOrder.Readable(piece, Gaps.filled(order, settings), fields.time("updatedAt"));
    }
}
