package okienko.ordercontrol.almanac;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Telephone numbers by libphonenumber's metadata; a number without a country code is one of the country given. */
public final class PhoneNumbers {

    private static final PhoneNumberUtil NUMBERS = PhoneNumberUtil.getInstance();

    /** libphonenumber's name for no country at all. */
    private static final String NOWHERE = "ZZ";

    /** An order names the same number two or three times, and every look at it asks again: reading one costs 50 µs. */
    private static final int MOST_KEPT = 10_000;

    private static final Map<Written, Quality> QUALITIES = new ConcurrentHashMap<>();

    private PhoneNumbers() {}

    /** What a number is good for. */
    public enum Quality {
        IMPOSSIBLE,
        LANDLINE,
        MOBILE
    }

    /** A number as somebody wrote it, and the country it is called from. */
    private record Written(String phone, String country) {}

    public static Quality quality(String phone, String country) {
        Written written = new Written(phone, country);
        Quality known = QUALITIES.get(written);
        if (known != null) return known;
        Quality found = examined(phone, country);
        if (QUALITIES.size() >= MOST_KEPT) QUALITIES.clear();
        QUALITIES.put(written, found);
        return found;
    }

    private static Quality examined(String phone, String country) {
        PhoneNumber number = parse(phone, country).orElse(null);
        if (number == null) return Quality.IMPOSSIBLE;
        return switch (NUMBERS.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER -> Quality.MOBILE;
            // what no operator was given is no number, however long it is
            case UNKNOWN -> Quality.IMPOSSIBLE;
            default -> Quality.LANDLINE;
        };
    }

    /** What a number in international form is good for. */
    public static Quality quality(String international) {
        return quality(international, NOWHERE);
    }

    /** The number in international form (E.164), if an operator could have given it. */
    public static Optional<String> international(String phone, String country) {
        return parse(phone, country)
                .filter(NUMBERS::isValidNumber)
                .map(number -> NUMBERS.format(number, PhoneNumberFormat.E164));
    }

    /** Numbers that may be meant, in international form, the likeliest first. */
    public static Stream<String> meant(String phone, String country) {
        String digits = phone.replace('O', '0').replace('o', '0').replaceAll("[^0-9+]", "");
        return Stream.of(
                        international(phone.split("[/,;]|\\blub\\b|\\bor\\b|\\bили\\b", 2)[0], country),
                        international(digits, country),
                        international(digits.replaceFirst("^\\+?0+", ""), country),
                        international(withoutRepeatedCode(digits, country), country),
                        international("+" + digits.replaceFirst("^\\+", ""), country))
                .flatMap(Optional::stream);
    }

    /** "+48 48 600 700 800" has been given its country's code twice, by a form and by a person. */
    private static String withoutRepeatedCode(String digits, String country) {
        // asked for the code of a country that is none, libphonenumber writes a warning into the log
        if (!NUMBERS.getSupportedRegions().contains(country)) return digits;
        int code = NUMBERS.getCountryCodeForRegion(country);
        return digits.replaceFirst("^(\\+|00)?(" + code + "){2}", "+" + code);
    }

    private static Optional<PhoneNumber> parse(String text, String country) {
        try {
            return Optional.of(NUMBERS.parse(text, country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
