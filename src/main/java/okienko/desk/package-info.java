/** The desk: the screens a consultant works at; it shows what the other departments know and does what they allow. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ui",
            "access",
            "customers",
            "stock",
            "shipping",
            "orders",
            "work",
            "payments",
            "shops",
            "ordercontrol",
            "ordercontrol::checks",
            "ordercontrol::explanations",
            "ordercontrol::releases",
            "warehouse"
        })
@org.jspecify.annotations.NullMarked
package okienko.desk;
