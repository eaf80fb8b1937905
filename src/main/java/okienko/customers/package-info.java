/** Customers: who buys, what the office knows of them, and who may be the same person. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"vocabulary", "ui", "access", "database", "reference"})
@org.jspecify.annotations.NullMarked
package okienko.customers;
