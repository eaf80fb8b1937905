/** Stock: the catalogue and how much of each article can be promised. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"vocabulary", "ui", "access", "database", "reference"})
@org.jspecify.annotations.NullMarked
package okienko.stock;
