package okienko.connections.medusa;

import java.util.ArrayList;
import java.util.List;
import okienko.connections.Access;
import okienko.connections.Reply;
import okienko.connections.StockSource;
import tools.jackson.databind.JsonNode;

/**
 * Medusa's inventory items (docs.medusajs.com/resources/commerce-modules/inventory/concepts, read 2026-11-28): {@code
 * stocked_quantity} is what is there, {@code reserved_quantity} what of it orders wait for, summed over the locations. A
 * variant whose inventory is not managed has no item: it is not in the list, and nobody counts it.
 */
final class MedusaStock implements StockSource {

    private static final int PAGE = 100;

    /** An item deleted meanwhile moves all behind it. */
    private static final int OVERLAP = 5;

    @Override
    public Page read(Access access, String cursor) {
        int offset = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        Reply reply = access.send(Medusa.get(
                access,
                "/admin/inventory-items?limit=" + PAGE + "&offset=" + offset
                        + "&order=id&fields=id,sku,title,%2Alocation_levels"));
        JsonNode items = reply.json().path("inventory_items");
        if (!items.isArray()) throw reply.odd();
        List<Article> articles = new ArrayList<>();
        for (JsonNode item : items) {
            int free = 0;
            for (JsonNode level : item.path("location_levels")) {
                free += level.path("stocked_quantity").asInt(0)
                        - level.path("reserved_quantity").asInt(0);
            }
            articles.add(new Article(
                    item.path("id").asString(""),
                    item.path("sku").asString(""),
                    item.path("title").asString(""),
                    null,
                    free));
        }
        return new Page(articles, Integer.toString(offset + PAGE - OVERLAP), items.size() >= PAGE);
    }
}
