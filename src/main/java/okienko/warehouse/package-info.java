/** Warehouse: hands released orders over, exactly once by key, however often it or we go down meanwhile. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"vocabulary", "ui", "access", "orders", "ordercontrol"})
@org.jspecify.annotations.NullMarked
package okienko.warehouse;
