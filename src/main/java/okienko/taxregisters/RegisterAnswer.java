package okienko.taxregisters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a register says of a number.
 *
 * @param number with its country, {@code PL5260250274}
 * @param day the day it speaks of; null while it has not answered
 * @param name whom the number belongs to, as the register has it; empty where it does not say
 * @param consultation the register's own number of the question: evidence for the tax office; empty where it gives none
 */
public record RegisterAnswer(
        Register register,
        String number,
        Standing standing,
        @Nullable LocalDate day,
        String name,
        String consultation) {

    /** How a number stands. An outage is no standing: it is {@link #UNKNOWN}. */
    public enum Standing {
        /** The register has not answered yet. */
        UNKNOWN,
        /** An active VAT payer. */
        REGISTERED,
        /** Registered, and exempt from VAT. */
        EXEMPT,
        /** The register does not have it, or has struck it off. */
        NOT_REGISTERED,
        /** The register says that it is no such number at all. */
        INVALID
    }

    static RegisterAnswer unknown(Register register, String number) {
        return new RegisterAnswer(register, number, Standing.UNKNOWN, null, "", "");
    }
}
