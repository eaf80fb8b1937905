/** Orders: what customers bought in which sales channel, every revision of it, and what has happened to it since. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"vocabulary", "ui", "access", "database"})
@org.jspecify.annotations.NullMarked
package okienko.orders;
