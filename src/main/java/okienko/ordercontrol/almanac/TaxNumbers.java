package okienko.ordercontrol.almanac;

import static okienko.ordercontrol.almanac.CheckDigits.complement11;
import static okienko.ordercontrol.almanac.CheckDigits.digit;
import static okienko.ordercontrol.almanac.CheckDigits.last;
import static okienko.ordercontrol.almanac.CheckDigits.luhn;
import static okienko.ordercontrol.almanac.CheckDigits.mod11And10;
import static okienko.ordercontrol.almanac.CheckDigits.mod97;
import static okienko.ordercontrol.almanac.CheckDigits.sum;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tax numbers of businesses by country: the form, and the check digits where there are any. Forms: European Commission,
 * VIES, "VAT number formats" (FAQ 11); check digits as the national authorities publish them, compared number by number
 * with the open library python-stdnum. National numbers that firms give instead (IČO, SIREN, ЕИК 13, Steuernummer)
 * count too.
 */
public final class TaxNumbers {

    /** No check digit fits this mark, so it says "such a remainder does not occur". */
    private static final int NEVER = -1;

    private static final Map<String, Rule> RULES = new HashMap<>();

    /**
     * @param form as a person would write it
     * @param shape what it looks like without the country's letters, spaces, dots and dashes
     */
    public record Rule(String form, Pattern shape, Predicate<String> checksum) {}

    static {
        rule("AT", "ATU12345678", "U?\\d{8}", TaxNumbers::austria);
        rule("BE", "BE0123456789", "[01]?\\d{9}", TaxNumbers::belgium);
        rule("BG", "BG123456789", "\\d{9,10}|\\d{13}", TaxNumbers::bulgaria);
        rule(
                "CH",
                "CHE123456789",
                "E?\\d{9}(MWST|TVA|IVA)?",
                n -> complement11(digits(n), NEVER, 0, 5, 4, 3, 2, 7, 6, 5, 4));
        rule("CY", "CY12345678X", "\\d{8}[A-Z]", TaxNumbers::cyprus);
        rule("CZ", "CZ12345678", "\\d{8,10}", TaxNumbers::czechia);
        rule("DE", "DE123456789", "\\d{9,11}|\\d{13}", n -> n.length() != 9 || (n.charAt(0) != '0' && mod11And10(n)));
        rule("DK", "DK12345678", "[1-9]\\d{7}", n -> sum(n, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0);
        rule("EE", "EE123456789", "\\d{9}", n -> sum(n, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0);
        rule("EL", "EL123456789", "\\d{9}", n -> sum(n, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(n));
        rule("ES", "ESX12345678", "[A-Z0-9]\\d{7}[A-Z0-9]", TaxNumbers::spain);
        rule("FI", "FI12345678", "\\d{8}", n -> complement11(n, NEVER, 0, 7, 9, 10, 5, 8, 4, 2));
        rule("FR", "FR12345678901", "[0-9A-HJ-NP-Z]{2}\\d{9}|\\d{9}|\\d{14}", TaxNumbers::france);
        rule("GB", "GB123456789", "\\d{9}|\\d{12}|GD[0-4]\\d{2}|HA[5-9]\\d{2}", TaxNumbers::britain);
        rule("HR", "HR12345678901", "\\d{11}", CheckDigits::mod11And10);
        rule("HU", "HU12345678", "\\d{8}|\\d{11}", n -> sum(n, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0);
        rule("IE", "IE1234567XA", "\\d{7}[A-W][A-W]?|\\d[A-Z+*]\\d{5}[A-W]", TaxNumbers::ireland);
        rule("IT", "IT12345678901", "\\d{11}|[A-Z]{6}[0-9A-Z]{10}", n -> n.length() == 16 || luhn(n));
        rule("LT", "LT123456789", "\\d{9}|\\d{12}", TaxNumbers::lithuania);
        rule("LU", "LU12345678", "\\d{8}", n -> mod(n.substring(0, 6), 89) == mod(n.substring(6), 100));
        rule("LV", "LV12345678901", "\\d{11}", TaxNumbers::latvia);
        rule("MT", "MT12345678", "[1-9]\\d{7}", n -> sum(n, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0);
        rule("NL", "NL123456789B01", "\\d{9}B(?!00)\\d{2}", TaxNumbers::netherlands);
        rule("NO", "NO123456789MVA", "\\d{9}(MVA)?", n -> complement11(digits(n), NEVER, 0, 3, 2, 7, 6, 5, 4, 3, 2));
        rule("PL", "PL1234567890", "\\d{10}", TaxNumbers::nip);
        rule("PT", "PT123456789", "[1-9]\\d{8}", n -> complement11(n, 0, 0, 9, 8, 7, 6, 5, 4, 3, 2));
        rule("RO", "RO1234567890", "[1-9]\\d{1,9}|\\d{13}", TaxNumbers::romania);
        rule("SE", "SE123456789001", "\\d{10}(\\d{2})?", n -> luhn(n.substring(0, 10)));
        rule("SI", "SI12345678", "[1-9]\\d{7}", n -> complement11(n, 0, NEVER, 8, 7, 6, 5, 4, 3, 2));
        rule("SK", "SK1234567890", "\\d{10}|\\d{8}", TaxNumbers::slovakia);
        rule("UA", "1234567890", "\\d{8}|\\d{10}|\\d{12}", n -> true);
        rule("US", "12-3456789", "\\d{9}", n -> true);
        RULES.put("GR", RULES.get("EL"));
        RULES.put("XI", RULES.get("GB"));
        RULES.put("UK", RULES.get("GB"));
    }

    private TaxNumbers() {}

    /** The rule of a country; null for one whose numbers we don't know. */
    public static @Nullable Rule rule(String country) {
        return RULES.get(country);
    }

    public static Set<String> countries() {
        return RULES.keySet();
    }

    /**
     * The Polish NIP: weights 6 5 7 2 3 4 5 6 7, mod 11, ten does not occur (Ministry of Finance). A number of zeros
     * passes the arithmetic and belongs to nobody.
     */
    public static boolean nip(String number) {
        return !number.equals("0000000000") && sum(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(number);
    }

    /** The Polish PESEL (a person's number, often given by mistake): weights 1 3 7 9, mod 10, and a possible date. */
    public static boolean pesel(String number) {
        if (!number.matches("\\d{11}")) return false;
        int month = mod(number.substring(2, 4), 20);
        int day = mod(number.substring(4, 6), 100);
        return sum(number, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= 31;
    }

    /** The Polish REGON (a firm's statistical number): weights 8 9 2 3 4 5 6 7, mod 11 mod 10; 14 digits hold nine. */
    public static boolean regon(String number) {
        return number.matches("\\d{9}|\\d{14}") && sum(number, 8, 9, 2, 3, 4, 5, 6, 7) % 11 % 10 == digit(number, 8);
    }

    private static void rule(String country, String form, String shape, Predicate<String> checksum) {
        RULES.put(country, new Rule(form, Pattern.compile(shape), checksum));
    }

    private static boolean austria(String n) {
        String number = digits(n);
        int sum = 4;
        for (int i = 0; i < 7; i++) {
            int digit = digit(number, i) * (1 + i % 2);
            sum += digit / 10 + digit % 10;
        }
        return (10 - sum % 10) % 10 == last(number);
    }

    private static boolean belgium(String n) {
        String number = n.length() == 9 ? "0" + n : n;
        return (mod(number.substring(0, 8), 97) + mod(number.substring(8), 100)) % 97 == 0;
    }

    private static boolean bulgaria(String n) {
        if (n.length() == 10) return bulgarianPerson(n);
        String firm = n.substring(0, 9);
        int check = sum(firm, 1, 2, 3, 4, 5, 6, 7, 8) % 11;
        if (check == 10) check = sum(firm, 3, 4, 5, 6, 7, 8, 9, 10) % 11 % 10;
        return check == last(firm);
    }

    private static boolean bulgarianPerson(String n) {
        boolean citizen = sum(n, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10 == last(n);
        boolean foreigner = sum(n, 21, 19, 17, 13, 11, 9, 7, 3, 1) % 10 == last(n);
        return citizen || foreigner || complement11(n, NEVER, 0, 4, 3, 2, 7, 6, 5, 4, 3, 2);
    }

    private static boolean cyprus(String n) {
        int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
        int sum = 0;
        for (int i = 0; i < 8; i++) sum += i % 2 == 0 ? odd[digit(n, i)] : digit(n, i);
        return n.charAt(8) == 'A' + sum % 26 && !n.startsWith("12");
    }

    private static boolean czechia(String n) {
        if (n.length() == 8) return n.charAt(0) != '9' && complement11(n, 0, 1, 8, 7, 6, 5, 4, 3, 2);
        if (n.length() == 9 && n.charAt(0) == '6') {
            int check = sum(n.substring(1), 8, 7, 6, 5, 4, 3, 2) % 11;
            return last(n) == Math.floorMod(8 - (10 - check) % 11, 10);
        }
        // birth numbers: nine digits until 1953 have no check digit
        return n.length() == 9 || mod(n, 11) == 0 || (mod(n.substring(0, 9), 11) == 10 && last(n) == 0);
    }

    private static boolean spain(String n) {
        String letters = "TRWAGMYFPDXBNJZSQVHLCKE";
        char first = n.charAt(0);
        char check = n.charAt(8);
        if (Character.isDigit(first)) return check == letters.charAt(mod(n.substring(0, 8), 23));
        if ("XYZ".indexOf(first) >= 0) {
            return check == letters.charAt(mod("XYZ".indexOf(first) + n.substring(1, 8), 23));
        }
        if ("KLM".indexOf(first) >= 0 && check == letters.charAt(mod(n.substring(1, 8), 23))) return true;
        int sum = 0;
        for (int i = 1; i < 8; i++) {
            int digit = digit(n, i) * (1 + i % 2);
            sum += digit / 10 + digit % 10;
        }
        int control = (10 - sum % 10) % 10;
        return "ABCDEFGHJKLMNPQRSUVW".indexOf(first) >= 0
                && (check == '0' + control || check == "JABCDEFGHI".charAt(control));
    }

    private static boolean france(String n) {
        if (n.length() == 9 || n.length() == 14) return luhn(n);
        String siren = n.substring(2);
        boolean monaco = siren.startsWith("000");
        if (!monaco && !luhn(siren)) return false;
        String key = n.substring(0, 2);
        return !key.matches("\\d\\d") || mod(siren + "12", 97) == mod(key, 100);
    }

    private static boolean britain(String n) {
        if (n.length() == 5) return true;
        int sum = sum(n, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
        return sum == 0 || sum == 42;
    }

    private static boolean ireland(String n) {
        boolean old = !Character.isDigit(n.charAt(1));
        String number = old ? "0" + n.substring(2, 7) + n.charAt(0) : n.substring(0, 7);
        int second = n.length() == 9 && n.charAt(8) != 'W' ? n.charAt(8) - '@' : 0;
        int check = (sum(number, 8, 7, 6, 5, 4, 3, 2) + 9 * second) % 23;
        return n.charAt(7) == "WABCDEFGHIJKLMNOPQRSTUV".charAt(check);
    }

    private static boolean lithuania(String n) {
        if (n.charAt(n.length() - 2) != '1') return false;
        int first = 0;
        int second = 0;
        for (int i = 0; i < n.length() - 1; i++) {
            first += (1 + i % 9) * digit(n, i);
            second += (1 + (i + 2) % 9) * digit(n, i);
        }
        int check = first % 11 == 10 ? second % 11 % 10 : first % 11;
        return check == last(n);
    }

    private static boolean latvia(String n) {
        if (n.charAt(0) > '3') return sum(n, 9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1) % 11 == 3;
        return n.startsWith("32") || (1 + sum(n, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9)) % 11 % 10 == last(n);
    }

    private static boolean netherlands(String n) {
        boolean firm = (sum(n, 9, 8, 7, 6, 5, 4, 3, 2) - digit(n, 8)) % 11 == 0;
        // sole traders since 2020
        return firm || mod97("NL" + n) == 1;
    }

    private static boolean romania(String n) {
        if (n.length() == 13) return true;
        String number = "0".repeat(10 - n.length()) + n;
        return sum(number, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == last(number);
    }

    private static boolean slovakia(String n) {
        if (n.length() == 8) return complement11(n, 0, 1, 8, 7, 6, 5, 4, 3, 2);
        return mod(n, 11) == 0 || (mod(n.substring(0, 9), 11) == 10 && last(n) == 0);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static int mod(String number, int by) {
        return (int) (Long.parseLong(number) % by);
    }
}
