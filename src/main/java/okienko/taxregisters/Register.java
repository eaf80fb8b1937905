package okienko.taxregisters;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A register of taxable persons. */
public enum Register {
    /** The Polish list of VAT payers (wykaz podatników VAT, "biała lista") of the Ministry of Finance. */
    WHITE_LIST,
    /** VIES, the European Commission's way to ask the member states' registers for trade within the Union. */
    VIES;

    private static final String POLAND = "PL";

    /**
     * VAT numbers as VIES takes them, without the country's letters (European Commission, VIES, FAQ question 11). What
     * firms also give, such as a Steuernummer, a SIREN or a codice fiscale, is no VAT number and is not asked about: the
     * answer would be no, and mean nothing.
     */
    private static final Map<String, Pattern> VAT_NUMBERS = Map.ofEntries(
            number("AT", "U\\d{8}"),
            number("BE", "[01]\\d{9}"),
            number("BG", "\\d{9,10}"),
            number("CY", "\\d{8}[A-Z]"),
            number("CZ", "\\d{8,10}"),
            number("DE", "\\d{9}"),
            number("DK", "\\d{8}"),
            number("EE", "\\d{9}"),
            number("EL", "\\d{9}"),
            number("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
            number("FI", "\\d{8}"),
            number("FR", "[0-9A-HJ-NP-Z]{2}\\d{9}"),
            number("HR", "\\d{11}"),
            number("HU", "\\d{8}"),
            number("IE", "\\d[0-9A-Z+*]\\d{5}[A-Z]{1,2}"),
            number("IT", "\\d{11}"),
            number("LT", "\\d{9}|\\d{12}"),
            number("LU", "\\d{8}"),
            number("LV", "\\d{11}"),
            number("MT", "\\d{8}"),
            number("NL", "\\d{9}B\\d{2}"),
            number("PL", "\\d{10}"),
            number("PT", "\\d{9}"),
            number("RO", "\\d{2,10}"),
            number("SE", "\\d{12}"),
            number("SI", "\\d{8}"),
            number("SK", "\\d{10}"),
            number("XI", "\\d{9}|\\d{12}"));

    private static Map.Entry<String, Pattern> number(String country, String shape) {
        return Map.entry(country, Pattern.compile(shape));
    }

    /** Whether it knows of numbers like this one, {@code PL5260250274}. */
    boolean covers(String number) {
        if (number.length() < 4) return false;
        String country = number.substring(0, 2);
        Pattern shape = VAT_NUMBERS.get(country);
        boolean formed = shape != null && shape.matcher(number.substring(2)).matches();
        return switch (this) {
            case WHITE_LIST -> formed && country.equals(POLAND);
            case VIES -> formed;
        };
    }

    /** Which of these registers is asked about a number: of a Polish one rather the Polish list. */
    static Optional<Register> inCharge(String number, Set<Register> active) {
        for (Register register : values()) {
            if (active.contains(register) && register.covers(number)) return Optional.of(register);
        }
        return Optional.empty();
    }
}
