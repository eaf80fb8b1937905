package okienko.orders;

import java.util.Locale;

/** Says why a payload is not an order: which field, what stands there, what is wrong with it and what to do. */
public final class UnreadableOrder extends RuntimeException {

    private static final int SHOWN_CHARACTERS = 200;

    private final Problem problem;
    private final String message;
    private final String field;
    private final String value;

    /**
     * Refuses a payload.
     *
     * @param field path of the field as the sender calls it, e.g. {@code lines[2].unitPrice}
     * @param value what stands there; cut to a length fit for reading
     */
    public UnreadableOrder(Problem problem, String field, String value) {
        super(null, null, false, false);
        this.message = problem.sentence.formatted(field, shown(value)) + ": " + problem.remedy;
        this.problem = problem;
        this.field = field;
        this.value = shown(value);
    }

    /** What is wrong and what to do, in English, for programs and logs. */
    @Override
    public String getMessage() {
        return message;
    }

    public Problem problem() {
        return problem;
    }

    public String field() {
        return field;
    }

    public String value() {
        return value;
    }

    private static String shown(String value) {
        if (value.length() <= SHOWN_CHARACTERS) {
            return value;
        }
        int end =
                Character.isHighSurrogate(value.charAt(SHOWN_CHARACTERS - 1)) ? SHOWN_CHARACTERS - 1 : SHOWN_CHARACTERS;
        return value.substring(0, end) + "…";
    }

    /** What can be wrong with a field. The words key is {@code unreadable.<problem>} and {@code ….remedy}. */
    public enum Problem {
        NOT_JSON("the text is not JSON at %s: %s", "check the quotes, commas and brackets there"),
        NOT_CSV("the table cannot be read at %s: %s", "check the quotes there"),
        ROWS_APART("rows with %s '%s' stand apart", "put all rows of one order after each other"),
        NOT_AN_OBJECT("%s is '%s'", "it must be an object, { … }"),
        NOT_A_LIST("%s is '%s'", "it must be a list, [ … ]"),
        NOT_TEXT("%s is '%s'", "it must be text or a number"),
        MISSING("%s is missing", "add it"),
        NO_LINES("%s has no line", "add at least one line with name, quantity and price"),
        NOT_AN_AMOUNT("%s is '%s', which is not an amount", "write it like 1234.50"),
        TOO_PRECISE("%s is '%s', finer than its currency", "leave out the digits beyond the currency's smallest coin"),
        TOO_LARGE("%s is '%s', beyond what an amount may be", "check the figure"),
        NEGATIVE("%s is '%s'", "it must not be below zero"),
        NOT_A_CURRENCY("%s is '%s'", "write the three letters of ISO 4217, like PLN"),
        OTHER_CURRENCY("%s is '%s', not in the order's currency", "give it in the order's currency"),
        NOT_A_COUNTRY("%s is '%s'", "write the two letters of ISO 3166, like PL"),
        NOT_A_TIME("%s is '%s', which is not a date and time", "write it like 2026-11-23T10:00:00+01:00"),
        NOT_A_QUANTITY("%s is '%s'", "it must be a whole number from 1 to 100000"),
        NOT_YES_OR_NO("%s is '%s'", "write true or false"),
        NOT_A_CHOICE("%s is '%s', which is none of the known words", "see the description of the format"),
        TOO_LONG("%s is too long", "shorten it or split the file"),
        CUT_OFF("%s ends too early", "send the whole file again"),
        UNKNOWN_FORMAT("%s is in none of the known formats", "choose the format, or name the columns"),
        UNKNOWN_COLUMNS("%s: no column for '%s'", "say which column holds it");

        private final String sentence;
        private final String remedy;

        Problem(String sentence, String remedy) {
            this.sentence = sentence;
            this.remedy = remedy;
        }

        /** What the sender should do, in English, for programs and logs; pages use the words of the reader. */
        public String remedy() {
            return remedy;
        }

        /** The words key of its sentence: arguments {@code field} and {@code value}. */
        public String words() {
            return "unreadable." + name().toLowerCase(Locale.ROOT);
        }
    }
}
