/** Demo: a made-up shop whose orders show what order control does; marked as demo and removed in one step. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "vocabulary",
            "ui",
            "database",
            "access",
            "reference",
            "customers",
            "stock",
            "shipping",
            "orders",
            "payments",
            "shops",
            "ordercontrol"
        })
@org.jspecify.annotations.NullMarked
package okienko.demo;
