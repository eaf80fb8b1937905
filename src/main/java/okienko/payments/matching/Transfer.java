package okienko.payments.matching;

import java.time.LocalDate;
import okienko.vocabulary.Money;

/**
 * Money a bank says came in, as far as matching looks at it. Text that was not given is the empty string.
 *
 * @param on the day it was booked
 * @param title what the payer wrote
 * @param payer the payer's name, usually with an address behind it, as the bank gives it
 * @param account the payer's account, digits and country only
 * @param collectId the virtual account or payer's id a collecting account adds
 */
public record Transfer(Money amount, LocalDate on, String title, String payer, String account, String collectId) {}
