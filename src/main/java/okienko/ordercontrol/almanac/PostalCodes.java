package okienko.ordercontrol.almanac;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Postal codes of the EU countries, Great Britain, Switzerland, Norway, Ukraine and the United States, by their shapes:
 * {@code N} is a digit, {@code A} a letter, {@code X} either, everything else stands for itself. A space in a shape may
 * be left out. Source: Universal Postal Union, "Postal addressing systems in member countries"; formats also in
 * {@code postal-codes.csv}.
 */
public final class PostalCodes {

    private static final Map<String, List<String>> SHAPES = Resource.rows("postal-codes.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> row.getField("country"),
                    row -> List.of(row.getField("shapes").split("\\|"))));

    /** Irish addresses did without codes until 2015 and many still do. */
    private static final String IRELAND = "IE";

    private PostalCodes() {}

    /** Whether an address in that country needs one. */
    public static boolean needed(String country) {
        return SHAPES.containsKey(country) && !country.equals(IRELAND);
    }

    /** Whether a code fits its country; every text fits a country whose format we don't know. */
    public static boolean fits(String code, String country) {
        List<String> shapes = SHAPES.get(country);
        if (shapes == null) return true;
        String text = code.strip().toUpperCase(Locale.ROOT);
        if (onlyZeros(text)) return false;
        for (String shape : shapes) {
            if (hasShape(text, shape)) return true;
        }
        return false;
    }

    /** The format as a person would write it: {@code NN-NNN}. */
    public static String format(String country) {
        return SHAPES.getOrDefault(country, List.of("")).getFirst();
    }

    /** What was meant by a code that does not fit, where that is beyond doubt: {@code 00001} is {@code 00-001}. */
    public static Optional<String> repair(String code, String country) {
        String characters = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        for (String shape : SHAPES.getOrDefault(country, List.of())) {
            Optional<String> filled = fill(shape, characters)
                    .or(() -> fill(shape, characters.replaceFirst("^" + country, "")))
                    .or(() -> fill(shape, characters.replaceFirst("^[A-Z]", "")));
            if (filled.isPresent() && fits(filled.get(), country)) return filled;
        }
        return Optional.empty();
    }

    private static boolean hasShape(String text, String shape) {
        int at = 0;
        for (int i = 0; i < shape.length(); i++) {
            char wanted = shape.charAt(i);
            boolean there = at < text.length() && fits(text.charAt(at), wanted);
            if (there) at++;
            else if (wanted != ' ') return false;
        }
        return at == text.length();
    }

    private static boolean fits(char given, char wanted) {
        return switch (wanted) {
            case 'N' -> given >= '0' && given <= '9';
            case 'A' -> given >= 'A' && given <= 'Z';
            case 'X' -> fits(given, 'N') || fits(given, 'A');
            default -> given == wanted;
        };
    }

    /** Letters and digits put into a shape, an O for a zero and an I or L for a one where a digit must stand. */
    private static Optional<String> fill(String shape, String characters) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int i = 0; i < shape.length(); i++) {
            char wanted = shape.charAt(i);
            if (wanted != 'N' && wanted != 'A' && wanted != 'X') {
                filled.append(wanted);
                if (at < characters.length() && characters.charAt(at) == wanted) at++;
                continue;
            }
            if (at == characters.length()) return Optional.empty();
            char given = wanted == 'N' ? digit(characters.charAt(at)) : characters.charAt(at);
            if (!fits(given, wanted)) return Optional.empty();
            filled.append(given);
            at++;
        }
        return at == characters.length() ? Optional.of(filled.toString()) : Optional.empty();
    }

    private static char digit(char given) {
        return switch (given) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> given;
        };
    }

    private static boolean onlyZeros(String text) {
        return text.chars().noneMatch(c -> (c >= '1' && c <= '9') || Character.isLetter(c));
    }
}
