package okienko.connections.shoper;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.connections.Access;
import okienko.connections.StockSource;
import tools.jackson.databind.JsonNode;

/**
 * Shoper's product-stocks, one for each variant, by their numbers, with the names of their products
 * (https://developers.shoper.pl/developers/api/resources/product-stocks; that the shop takes an order's pieces off as soon as
 * the order is made, and keeps no reservations, from the notes of OpenLinker's adapter, which was tried on a live shop; both
 * read 2026-11-28). A shop with the module for several warehouses counts all of them in one.
 */
final class ShoperStock implements StockSource {

    private static final int PAGE = 50;

    @Override
    public Page read(Access access, String cursor) {
        long after = cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        JsonNode rows = Shoper.list(
                access,
                "product-stocks?limit=" + PAGE + "&order=" + Shoper.encoded("stock_id asc") + "&filters="
                        + Shoper.encoded("{\"stock_id\":{\">\":\"" + after + "\"}}"));
        Map<String, String> names = names(access, rows);
        List<Article> articles = new ArrayList<>();
        for (JsonNode row : rows) {
            after = Math.max(after, row.path("stock_id").asLong(0));
            articles.add(new Article(
                    row.path("stock_id").asString(""),
                    row.path("code").asString(""),
                    names.getOrDefault(row.path("product_id").asString(""), ""),
                    null,
                    (int) Math.floor(row.path("stock").asDouble(0)))); // "12.0000", and of cloth a part of a piece
        }
        return new Page(articles, Long.toString(after), rows.size() >= PAGE);
    }

    private static Map<String, String> names(Access access, JsonNode rows) {
        Set<String> ids = new LinkedHashSet<>();
        for (JsonNode row : rows) ids.add(row.path("product_id").asString(""));
        ids.remove("");
        Map<String, String> names = new HashMap<>();
        if (ids.isEmpty()) return names;
        String filter = "{\"product_id\":{\"IN\":[" + String.join(",", ids) + "]}}";
        for (JsonNode product : Shoper.list(access, "products?limit=" + PAGE + "&filters=" + Shoper.encoded(filter))) {
            names.put(product.path("product_id").asString(""), Meanings.translated(product, "name"));
        }
        return names;
    }
}
