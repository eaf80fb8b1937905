/** Database: the PostgreSQL the office keeps everything in, embedded unless the operator names another. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
@org.jspecify.annotations.NullMarked
package okienko.database;
