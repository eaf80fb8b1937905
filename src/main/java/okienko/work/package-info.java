/** Work: what a person has to do, whatever department it comes from, in which queue it waits and who has it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"vocabulary", "ui", "access"})
@org.jspecify.annotations.NullMarked
package okienko.work;
