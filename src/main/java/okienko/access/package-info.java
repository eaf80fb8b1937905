/** Access: who may enter the office, with which role, by which key, and the record of what they did. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"vocabulary", "ui"})
@org.jspecify.annotations.NullMarked
package okienko.access;
