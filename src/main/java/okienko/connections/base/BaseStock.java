package okienko.connections.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.PlatformTrouble;
import okienko.connections.StockSource;
import tools.jackson.databind.JsonNode;

/**
 * The articles of Base's default catalogue: getInventories, getInventoryProductsList a thousand at a time, and for those
 * getInventoryProductsData with variants, names and the stock of every warehouse, which is added up
 * (https://api.baselinker.com, from a copy of 2026, read 2026-11-28). The stock has Base's own orders off it; in catalogues
 * with reservations on, a public integration's code reads it the same way and adds {@code reservations} for what lies on the
 * shelf.
 */
final class BaseStock implements StockSource {

    private static final int PAGE = 1_000;

    /** Descriptions come along, whether wanted or not. */
    private static final int DATA_AT_ONCE = 200;

    @Override
    public Page read(Access access, String cursor) {
        int page = cursor.isEmpty() ? 1 : Integer.parseInt(cursor);
        long catalogue = catalogue(access);
        JsonNode products = Base.ask(
                        access,
                        "getInventoryProductsList",
                        Map.of("inventory_id", catalogue, "page", page, "filter_sort", "id ASC"))
                .path("products");
        List<Long> ids = new ArrayList<>();
        for (var product : products.properties()) ids.add(Long.parseLong(product.getKey()));
        List<Article> articles = new ArrayList<>();
        for (int from = 0; from < ids.size(); from += DATA_AT_ONCE) {
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + DATA_AT_ONCE));
            JsonNode data = Base.ask(
                            access, "getInventoryProductsData", Map.of("inventory_id", catalogue, "products", some))
                    .path("products");
            for (var product : data.properties()) add(articles, product.getKey(), product.getValue());
        }
        return new Page(articles, Integer.toString(page + 1), ids.size() >= PAGE);
    }

    private static long catalogue(Access access) {
        JsonNode catalogues = Base.ask(access, "getInventories", Map.of()).path("inventories");
        for (JsonNode catalogue : catalogues) {
            if (catalogue.path("is_default").asBoolean(false))
                return catalogue.path("inventory_id").asLong();
        }
        if (catalogues.isEmpty()) throw PlatformTrouble.odd("getInventories: the account has no catalogue");
        return catalogues.path(0).path("inventory_id").asLong();
    }

    /** Of a product with variants these are sold, not the product. */
    private static void add(List<Article> articles, String id, JsonNode product) {
        String name = product.at("/text_fields/name").asString("");
        JsonNode variants = product.path("variants");
        if (variants.isEmpty()) {
            articles.add(new Article(id, product.path("sku").asString(""), name, null, sum(product.path("stock"))));
        }
        for (var entry : variants.properties()) {
            JsonNode variant = entry.getValue();
            articles.add(new Article(
                    entry.getKey(),
                    variant.path("sku").asString(""),
                    name + ", " + variant.path("name").asString(""),
                    null,
                    sum(variant.path("stock"))));
        }
    }

    private static int sum(JsonNode warehouses) {
        int sum = 0;
        for (JsonNode pieces : warehouses) sum += pieces.asInt(0);
        return sum;
    }
}
