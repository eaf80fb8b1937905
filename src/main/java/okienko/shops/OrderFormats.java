package okienko.shops;

import java.util.List;
import java.util.Optional;
import okienko.shops.formats.AllegroFormat;
import okienko.shops.formats.AmazonFormat;
import okienko.shops.formats.BaseFormat;
import okienko.shops.formats.CanonicalFormat;
import okienko.shops.formats.CsvFormat;
import okienko.shops.formats.MedusaFormat;
import okienko.shops.formats.PrestaShopFormat;
import okienko.shops.formats.ShoperFormat;
import okienko.shops.formats.ShopifyFormat;
import okienko.shops.formats.VendureFormat;
import okienko.shops.formats.WooCommerceFormat;

/** All formats the office reads; needs neither Spring nor a database. */
public final class OrderFormats {

    /** Every format; the first that recognises a file has it. */
    public static final List<OrderFormat> ALL = List.of(
            new CanonicalFormat(),
            new WooCommerceFormat(),
            new AllegroFormat(),
            new ShopifyFormat(),
            new BaseFormat(),
            new ShoperFormat(),
            new PrestaShopFormat(),
            new VendureFormat(),
            new MedusaFormat(),
            new AmazonFormat(),
            new CsvFormat());

    /** The format of that name. */
    public static Optional<OrderFormat> named(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }

    /** The format of a file that begins like this. */
    public static Optional<OrderFormat> recognise(Sample sample) {
        return ALL.stream().filter(format -> format.recognises(sample)).findFirst();
    }

    private OrderFormats() {}
}
