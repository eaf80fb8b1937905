/** Order control: decides which orders may go to the warehouse at once and which a person must look at, and why. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ui",
            "access",
            "database",
            "reference",
            "customers",
            "stock",
            "orders",
            "work",
            "payments",
            "shipping",
            "shops",
            "taxregisters"
        })
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol;
