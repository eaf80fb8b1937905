/** Payments: the money that came in for an order, and the rates to compare currencies by. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"vocabulary", "ui", "access", "database", "reference", "orders", "work"})
@org.jspecify.annotations.NullMarked
package okienko.payments;
