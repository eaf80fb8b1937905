package okienko.connections;

import java.util.List;
import java.util.Optional;
import okienko.connections.allegro.Allegro;
import okienko.connections.amazon.Amazon;
import okienko.connections.base.Base;
import okienko.connections.medusa.Medusa;
import okienko.connections.prestashop.PrestaShop;
import okienko.connections.shoper.Shoper;
import okienko.connections.shopify.Shopify;
import okienko.connections.vendure.Vendure;
import okienko.connections.woocommerce.WooCommerce;

/** All platforms the office can be connected with; needs neither Spring nor a database. */
public final class Platforms {

    /** In the order in which they are offered. */
    public static final List<Platform> ALL = List.of(
            new WooCommerce(),
            new Shopify(),
            new PrestaShop(),
            new Shoper(),
            new Allegro(),
            new Base(),
            new Vendure(),
            new Medusa(),
            new Amazon());

    /** The platform of that name. */
    public static Optional<Platform> named(String name) {
        return ALL.stream().filter(platform -> platform.name().equals(name)).findFirst();
    }

    private Platforms() {}
}
