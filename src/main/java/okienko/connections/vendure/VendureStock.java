package okienko.connections.vendure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.StockSource;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Vendure's variants (docs.vendure.io/current/core/core-concepts/stock-control, read 2026-11-28): when an order is placed its
 * pieces are allocated, and leave {@code stockOnHand} when they are fulfilled, so {@code stockOnHand} less {@code
 * stockAllocated} is what can still be sold, over all stock locations. Prices are in minor units, with tax.
 */
final class VendureStock implements StockSource {

    private static final int PAGE = 100;

    /** A variant deleted meanwhile moves all behind it. */
    private static final int OVERLAP = 5;

    private static final String QUERY = "query($o:ProductVariantListOptions){globalSettings{trackInventory}"
            + "productVariants(options:$o){items{id sku name trackInventory priceWithTax currencyCode"
            + " stockLevels{stockOnHand stockAllocated}}}}";

    @Override
    public Page read(Access access, String cursor) {
        int skip = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        options.put("take", PAGE).put("skip", skip);
        options.putObject("sort").put("id", "ASC");
        JsonNode answer = new VendureQueries(access).ask(QUERY, Map.of("o", options));
        boolean counted = answer.at("/globalSettings/trackInventory").asBoolean(true);
        JsonNode variants = answer.at("/productVariants/items");
        List<Article> articles = new ArrayList<>();
        for (JsonNode variant : variants) {
            articles.add(new Article(
                    variant.path("id").asString(""),
                    variant.path("sku").asString(""),
                    variant.path("name").asString(""),
                    price(variant),
                    free(variant, counted)));
        }
        return new Page(articles, Integer.toString(skip + PAGE - OVERLAP), variants.size() >= PAGE);
    }

    private static @Nullable Integer free(JsonNode variant, boolean inherited) {
        boolean counted = switch (variant.path("trackInventory").asString("")) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> inherited;
        };
        if (!counted) return null;
        int free = 0;
        for (JsonNode level : variant.path("stockLevels")) {
            free += level.path("stockOnHand").asInt(0)
                    - level.path("stockAllocated").asInt(0);
        }
        return free;
    }

    private static @Nullable Money price(JsonNode variant) {
        String currency = variant.path("currencyCode").asString("");
        return currency.matches("[A-Z]{3}")
                ? new Money(variant.path("priceWithTax").asLong(0), currency)
                : null;
    }
}
