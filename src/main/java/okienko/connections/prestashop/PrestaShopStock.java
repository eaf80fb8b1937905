package okienko.connections.prestashop;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.StockSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * PrestaShop's stock_availables, by their numbers, with the products and combinations they count
 * (https://devdocs.prestashop-project.org/9/webservice/resources/stock_availables and /9/faq/stock, read 2026-11-28).
 * {@code quantity} is "the remaining available quantity", what the shop has promised being off it; the physical one is not in
 * the webservice. A product with combinations has a row of its own, their sum, which is left out. Prices are net: none is
 * taken.
 */
final class PrestaShopStock implements StockSource {

    private static final int PAGE = 100;
    private static final String END = "999999999";

    @Override
    public Page read(Access access, String cursor) {
        long after = cursor.isEmpty() ? 0 : Long.parseLong(cursor);
        List<JsonNode> rows = PrestaShop.list(
                access,
                "stock_availables",
                "display=[id,id_product,id_product_attribute,quantity]&sort=[id_ASC]&filter[id]=[" + (after + 1) + ","
                        + END + "]&limit=" + PAGE);
        Map<String, JsonNode> products =
                byId(PrestaShop.among(access, "products", "id", PrestaShop.ids(rows, "id_product")));
        Map<String, JsonNode> combinations =
                byId(PrestaShop.among(access, "combinations", "id", PrestaShop.ids(rows, "id_product_attribute")));
        List<Article> articles = new ArrayList<>();
        for (JsonNode row : rows) {
            after = Math.max(after, row.path("id").asLong(0));
            JsonNode product = products.get(row.path("id_product").asString(""));
            if (product == null) continue; // deleted, its count is not
            String variant = row.path("id_product_attribute").asString("0");
            boolean sum = variant.equals("0")
                    && !product.path("id_default_combination").asString("0").matches("0?");
            JsonNode combination = combinations.getOrDefault(variant, MissingNode.getInstance());
            if (sum || (!variant.equals("0") && combination.isMissingNode())) continue;
            articles.add(article(row, product, combination));
        }
        return new Page(articles, Long.toString(after), rows.size() >= PAGE);
    }

    /** An order names a combination by its own reference, or where it has none by the product's. */
    private static Article article(JsonNode row, JsonNode product, JsonNode combination) {
        String own = combination.path("reference").asString("");
        return new Article(
                row.path("id").asString(""),
                own.isEmpty() ? product.path("reference").asString("") : own,
                Envelope.inFirstLanguage(product.path("name")),
                null,
                row.path("quantity").asInt(0));
    }

    private static Map<String, JsonNode> byId(List<JsonNode> nodes) {
        Map<String, JsonNode> byId = new HashMap<>();
        for (JsonNode node : nodes) byId.put(node.path("id").asString(""), node);
        return byId;
    }
}
