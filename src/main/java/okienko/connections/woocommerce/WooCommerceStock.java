package okienko.connections.woocommerce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okienko.connections.Access;
import okienko.connections.Reply;
import okienko.connections.StockSource;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * WooCommerce's products and their variations (https://woocommerce.github.io/woocommerce-rest-api-docs/#products and
 * #product-variations). {@code stock_quantity} is what can still be sold: WooCommerce takes an order's pieces off when the
 * order becomes on-hold, processing or completed (wc_maybe_reduce_stock_levels in wc-stock-functions.php, read 2026-11-28),
 * so one paid on the shop's page is taken off when it is paid. Where {@code manage_stock} is false nothing is counted, unless
 * the article is set to "out of stock"; a variation may be counted with its parent. Prices may be net: none is taken.
 */
final class WooCommerceStock implements StockSource {

    private static final String PRODUCTS = "/wp-json/wc/v3/products";
    private static final String FIELDS = "_fields=id,sku,name,type,manage_stock,stock_quantity,stock_status,attributes";
    private static final int PAGE = 100;

    /** A page is read this much before its place: a product deleted meanwhile moves all behind it. */
    private static final int OVERLAP = 5;

    /** Products whose variations are read in a go: each is a request or more of its own. */
    private static final int VARIABLE_AT_ONCE = 10;

    private static final int MOST_VARIATION_PAGES = 20;

    /**
     * How far the round is.
     *
     * @param offset of the page of products
     * @param done products of the page whose variations have been read
     */
    private record Place(int offset, int done) {
        static Place read(String cursor) {
            if (cursor.isEmpty()) return new Place(0, 0);
            int bar = cursor.indexOf('|');
            return new Place(Integer.parseInt(cursor.substring(0, bar)), Integer.parseInt(cursor.substring(bar + 1)));
        }

        String text() {
            return offset + "|" + done;
        }
    }

    @Override
    public Page read(Access access, String cursor) {
        Place place = Place.read(cursor);
        JsonNode products = list(
                access,
                PRODUCTS + "?orderby=id&order=asc&per_page=" + PAGE + "&offset=" + Math.max(0, place.offset() - OVERLAP)
                        + "&" + FIELDS);
        List<Article> articles = new ArrayList<>();
        List<JsonNode> variable = new ArrayList<>();
        for (JsonNode product : products) {
            switch (product.path("type").asString("")) {
                case "variable" -> variable.add(product);
                case "grouped", "external" -> {} // only names others, or is sold elsewhere
                default -> {
                    if (place.done() == 0)
                        articles.add(article(product, product.path("name").asString("")));
                }
            }
        }
        int until = Math.min(variable.size(), place.done() + VARIABLE_AT_ONCE);
        for (JsonNode product : variable.subList(Math.min(place.done(), until), until)) {
            articles.addAll(variations(access, product));
        }
        boolean rest = until < variable.size();
        boolean full = products.size() >= PAGE;
        int from = Math.max(0, place.offset() - OVERLAP);
        Place next = rest ? new Place(place.offset(), until) : new Place(from + PAGE, 0);
        return new Page(articles, next.text(), rest || full);
    }

    private static List<Article> variations(Access access, JsonNode product) {
        List<Article> articles = new ArrayList<>();
        String path = PRODUCTS + "/" + product.path("id").asString("") + "/variations?orderby=id&order=asc&per_page="
                + PAGE + "&" + FIELDS + "&page=";
        for (int page = 1; page <= MOST_VARIATION_PAGES; page++) {
            JsonNode variations = list(access, path + page);
            for (JsonNode variation : variations) {
                StringBuilder name = new StringBuilder(product.path("name").asString(""));
                for (JsonNode attribute : variation.path("attributes")) {
                    name.append(", ").append(attribute.path("option").asString(""));
                }
                articles.add(article(variation, name.toString()));
            }
            if (variations.size() < PAGE) break;
        }
        return articles;
    }

    private static Article article(JsonNode node, String name) {
        return new Article(node.path("id").asString(""), node.path("sku").asString(""), name, null, free(node));
    }

    private static @Nullable Integer free(JsonNode node) {
        JsonNode managed = node.path("manage_stock"); // true, false or "parent"
        JsonNode quantity = node.path("stock_quantity");
        if (!managed.asString("").equals("false") && quantity.isNumber()) return quantity.asInt();
        return node.path("stock_status").asString("").equals("outofstock") ? 0 : null;
    }

    @Override
    public Instant takenOff(Order order) {
        Instant paid = order.payment().paidAt();
        boolean online = order.payment().form() == PaymentForm.ONLINE;
        return online && paid != null && paid.isAfter(order.placedAt()) ? paid : order.placedAt();
    }

    private static JsonNode list(Access access, String path) {
        Reply reply = access.send(WooCommerce.get(access, path));
        JsonNode list = reply.json();
        if (!list.isArray()) throw reply.odd();
        return list;
    }
}
