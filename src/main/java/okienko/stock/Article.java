package okienko.stock;

import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the shop sells, as its catalogue describes it.
 *
 * @param price the usual gross price of one piece; null when the catalogue has none
 * @param usualQuantity pieces usually ordered at once; null when not known
 * @param weightGrams weight of one packed piece; null when not known
 * @param size the packed piece; null when not known
 * @param alternatives SKUs to offer instead
 */
public record Article(
        String sku,
        String name,
        @Nullable Money price,
        @Nullable Integer usualQuantity,
        @Nullable Integer weightGrams,
        @Nullable Size size,
        java.util.List<String> alternatives) {

    /** Outer measures of a packed piece, in millimetres. */
    public record Size(int length, int width, int height) {}
}
