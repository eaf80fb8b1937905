/** Matching: which records are of one and the same customer, how sure that is, and why; without server and database. */
@org.springframework.modulith.NamedInterface("matching")
@org.jspecify.annotations.NullMarked
package okienko.customers.matching;
