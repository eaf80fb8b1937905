package okienko.ordercontrol.comments;

/**
 * Something of use a comment says.
 *
 * @param value it in plain writing: a telephone number's digits, a postal code with its dash
 * @param text it as the buyer wrote it
 */
public record Fact(Kind kind, String value, String text) {

    /** What is recognised. */
    public enum Kind {
        EMAIL,
        PHONE,
        TAX_ID,
        VIN,
        PICKUP_POINT,
        POSTAL_CODE,
        STREET,
        DATE,
        HOUR,
        QUANTITY,
        SIZE,
        COLOUR,
        CODE,
        /** Any other number of several digits. */
        NUMBER
    }
}
