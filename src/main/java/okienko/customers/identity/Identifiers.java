package okienko.customers.identity;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a buyer can be recognised by, in one spelling each; a part that is missing, malformed or not theirs alone is the
 * empty string.
 *
 * @param email lower case, without {@code +tag}, Gmail's dots dropped; empty for marketplace relay addresses, which
 *     belong to an order and not to a person
 * @param phone E.164
 * @param taxId country and number, {@code PL5250001009}
 */
public record Identifiers(String email, String phone, String taxId) {

    private static final Set<String> GMAIL = Set.of("gmail.com", "googlemail.com");

    /** Addresses marketplaces make up per order or per shop; Allegro: {@code x+y@allegromail.pl}. */
    private static final Pattern RELAY = Pattern.compile(
            "(.*\\.)?(allegromail\\.(pl|cz|sk|hu)|marketplace\\.amazon\\.[a-z.]+|members\\.ebay\\.[a-z.]+|ebay\\.com|"
                    + "user\\.allegrogroup\\.pl|marketplace\\.emag\\.[a-z]+|emag-marketplace\\.[a-z]+|erli\\.pl|"
                    + "mail\\.aliexpress\\.com|relay\\.kaufland\\.[a-z]+|kaufland-marktplatz\\.de)");

    /** Mailboxes of an office, not of a person. */
    private static final Set<String> ROLES = Set.of(
            "biuro",
            "info",
            "kontakt",
            "office",
            "sklep",
            "zamowienia",
            "sekretariat",
            "faktury",
            "ksiegowosc",
            "zakupy",
            "contact",
            "sales",
            "orders",
            "shop",
            "admin",
            "kancelaria",
            "poczta",
            "buchhaltung",
            "einkauf");

    private static final Pattern NOT_ALNUM = Pattern.compile("[^A-Z0-9]+");
    private static final Pattern ONE_DIGIT = Pattern.compile("(\\d)\\1*");
    private static final Set<String> PLACEHOLDERS = Set.of("123456789", "987654321", "500600700", "600700800900");
    private static final Set<String> VAT_COUNTRIES = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "GB", "HR", "HU", "IE", "IT", "LT",
            "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK", "XI", "CH", "NO", "UA");
    private static final int SHORTEST_TAX_ID = 7;
    private static final int LONGEST_TAX_ID = 16;
    private static final int LONGEST_EMAIL = 254; // RFC 5321
    private static final int LONGEST_PHONE = 40;
    private static final int NATIONAL = 9; // digits of a Polish number
    private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

    /** The identifiers in what a buyer typed; the country is the one a bare phone number or tax id is of. */
    public static Identifiers of(String email, String phone, String taxId, String country) {
        String home = country.isBlank() ? "PL" : country.toUpperCase(Locale.ROOT);
        return new Identifiers(email(email), phone(phone, home), taxId(taxId, home));
    }

    /** As stored and looked up: the kind in front keeps a phone number from meeting a tax id. */
    public Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        if (!taxId.isEmpty()) keys.add("T:" + taxId);
        if (!email.isEmpty()) keys.add("E:" + email);
        if (!phone.isEmpty()) keys.add("P:" + phone);
        return keys;
    }

    /** Whether the address is an office's rather than a person's. */
    public static boolean role(String email) {
        int at = email.indexOf('@');
        return at > 0 && ROLES.contains(email.substring(0, at));
    }

    static String email(String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        if (at < 1 || at == lower.length() - 1 || lower.length() > LONGEST_EMAIL) return "";
        String domain = lower.substring(at + 1);
        if (RELAY.matcher(domain).matches()) return "";
        String local = lower.substring(0, at);
        int tag = local.indexOf('+');
        if (tag > 0) local = local.substring(0, tag);
        if (GMAIL.contains(domain)) {
            local = local.replace(".", "");
            domain = "gmail.com";
        }
        return local.isEmpty() ? "" : local + "@" + domain;
    }

    static String phone(String typed, String country) {
        if (typed.isBlank() || typed.length() > LONGEST_PHONE) return "";
        String polish = polish(typed, country);
        if (polish != null) return polish;
        try {
            var number = PHONES.parse(typed.strip(), country);
            String national = Long.toString(number.getNationalNumber());
            boolean placeholder = ONE_DIGIT.matcher(national).matches() || PLACEHOLDERS.contains(national);
            return placeholder || !PHONES.isPossibleNumber(number) ? "" : PHONES.format(number, PhoneNumberFormat.E164);
        } catch (NumberParseException e) {
            return ""; // not a number: nothing to recognise anybody by, and PHONE_INVALID is another check's business
        }
    }

    /** What libphonenumber says of nine digits, ten times as fast; null where it must be asked. */
    private static @Nullable String polish(String typed, String country) {
        if (!country.equals("PL")) return null;
        StringBuilder digits = new StringBuilder(LONGEST_PHONE);
        for (int i = 0; i < typed.length(); i++) {
            char letter = typed.charAt(i);
            if ((letter >= '0' && letter <= '9') || (letter == '+' && digits.isEmpty())) digits.append(letter);
            else if (letter != ' ' && letter != '-') return null;
        }
        int prefix = digits.indexOf("+48") == 0 ? 3 : digits.indexOf("0048") == 0 ? 4 : 0;
        String national = digits.substring(prefix);
        if (national.length() != NATIONAL || national.charAt(0) < '2') return null;
        boolean placeholder = ONE_DIGIT.matcher(national).matches() || PLACEHOLDERS.contains(national);
        return placeholder ? "" : "+48" + national;
    }

    static String taxId(String typed, String country) {
        String plain = NOT_ALNUM.matcher(typed.toUpperCase(Locale.ROOT)).replaceAll("");
        if (plain.length() < SHORTEST_TAX_ID || plain.length() > LONGEST_TAX_ID) return "";
        String prefix = plain.substring(0, 2);
        boolean prefixed = VAT_COUNTRIES.contains(prefix) && plain.length() >= SHORTEST_TAX_ID + 2;
        String number = prefixed ? plain.substring(2) : plain;
        if (ONE_DIGIT.matcher(number).matches() || number.chars().noneMatch(Character::isDigit)) return "";
        String state = prefixed ? prefix : country;
        return (state.equals("GR") ? "EL" : state) + number;
    }
}
