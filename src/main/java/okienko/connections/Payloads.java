package okienko.connections;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import okienko.orders.CanonicalJson;
import okienko.orders.UnreadableOrder;
import okienko.shops.ChannelSettings;
import okienko.shops.OrderFormat;
import okienko.shops.Piece;
import tools.jackson.databind.JsonNode;

/** Cuts what a platform answers into orders. */
public final class Payloads {

    /** The orders of a list, each byte for byte. */
    public static List<byte[]> cut(OrderFormat format, byte[] body) {
        List<byte[]> orders = new ArrayList<>();
        Iterator<Piece> pieces = format.cut(new ByteArrayInputStream(body), ChannelSettings.of(""));
        while (pieces.hasNext()) orders.add(pieces.next().raw());
        return orders;
    }

    /** JSON as bytes; numbers stay as they were written. */
    public static byte[] bytes(JsonNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A text or number in a JSON body, by its place ({@code /order/id}); empty where there is none. */
    public static String text(byte[] body, String place) {
        try {
            return CanonicalJson.parse(body).at(place).asString("");
        } catch (UnreadableOrder e) {
            return "";
        }
    }

    private Payloads() {}
}
