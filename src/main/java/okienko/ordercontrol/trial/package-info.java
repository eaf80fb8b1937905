/** A trial of order control on exported files: no server, no database, one verdict a line. */
@org.springframework.modulith.NamedInterface("trial")
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.trial;
