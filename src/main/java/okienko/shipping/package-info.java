/** Shipping: delivery services, what they carry, and which forms of payment couriers take up to what amount. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"vocabulary", "ui", "access", "database", "reference"})
@org.jspecify.annotations.NullMarked
package okienko.shipping;
