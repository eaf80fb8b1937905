/** Shops: reads orders from shops' and marketplaces' own formats, and brings whole files of them in. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"vocabulary", "ui", "access", "shipping", "orders", "work"})
@org.jspecify.annotations.NullMarked
package okienko.shops;
