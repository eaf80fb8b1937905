/** Tax registers: what VIES and the Polish list of VAT payers say of a tax number, asked politely and kept. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"vocabulary", "ui", "access", "database"})
@org.jspecify.annotations.NullMarked
package okienko.taxregisters;
