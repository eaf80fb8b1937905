package okienko.connections.allegro;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import okienko.connections.Access;
import okienko.connections.StockSource;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The seller's active offers (developer.allegro.pl, GET /sale/offers, read 2026-11-28): {@code external.id} is the SKU the
 * seller gave, {@code stock.available} what can still be bought, {@code sellingMode.price} gross. An offer that is sold out
 * ends and is active no more: the office then has none of it left, as is so. Several offers may have one SKU; Allegro counts
 * each by itself, so that of those none is taken.
 */
final class AllegroStock implements StockSource {

    private static final int PAGE = 200;

    /** An offer that ends meanwhile moves all behind it. */
    private static final int OVERLAP = 20;

    @Override
    public Page read(Access access, String cursor) {
        int offset = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
        JsonNode offers = new AllegroCalls(access)
                .get("/sale/offers?publication.status=ACTIVE&limit=" + PAGE + "&offset=" + offset)
                .json()
                .path("offers");
        List<Article> articles = new ArrayList<>();
        for (JsonNode offer : offers) {
            articles.add(new Article(
                    offer.path("id").asString(""),
                    offer.at("/external/id").asString(""),
                    offer.path("name").asString(""),
                    price(offer.at("/sellingMode/price")),
                    offer.at("/stock/available").asInt(0)));
        }
        return new Page(articles, Integer.toString(offset + PAGE - OVERLAP), offers.size() >= PAGE);
    }

    /** {@code {"amount": "49.00", "currency": "PLN"}}; nothing where it is no amount. */
    private static @Nullable Money price(JsonNode price) {
        String amount = price.path("amount").asString("");
        String currency = price.path("currency").asString("");
        return amount.matches("\\d{1,9}(\\.\\d{1,2})?") && currency.matches("[A-Z]{3}")
                ? Money.of(new BigDecimal(amount), currency)
                : null;
    }
}
