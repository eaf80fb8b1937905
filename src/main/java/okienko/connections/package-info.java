/** Connections: fetches orders and stock from shops and marketplaces by itself, and writes back what was decided. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ui",
            "database",
            "access",
            "stock",
            "shipping",
            "orders",
            "shops",
            "ordercontrol"
        })
@org.jspecify.annotations.NullMarked
package okienko.connections;
