/** Reference data: reading tables of a shop from files, showing what they would change, and keeping what was uploaded. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"vocabulary", "ui", "access", "database"})
@org.jspecify.annotations.NullMarked
package okienko.reference;
