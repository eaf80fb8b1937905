package okienko.demo;

import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** The people who buy in the demo shop: the same number is always the same person, with a phone nobody else has. */
final class Buyers {

    private static final Map<String, Map<String, List<String>>> PARTS =
            Catalogue.read("people.csv", row -> row).stream()
                    .collect(Collectors.groupingBy(
                            row -> row.getField("country"),
                            Collectors.groupingBy(
                                    row -> row.getField("part"),
                                    Collectors.mapping(row -> row.getField("value"), Collectors.toList()))));

    /** First digits of mobile numbers, to which six or seven digits of the person's own number are added. */
    private static final Map<String, List<String>> MOBILES = Map.of(
            "PL", List.of("+48501", "+48512", "+48603", "+48662", "+48694", "+48511", "+48791", "+48883"),
            "UA", List.of("+380501", "+380671", "+380931"),
            "CZ", List.of("+420603", "+420724", "+420777"),
            "DE", List.of("+491511", "+491601", "+491701"),
            "BG", List.of("+359887", "+359878", "+359896"));

    private final Transliterator latin = Transliterator.getInstance("Any-Latin; Latin-ASCII");
    private final long seed;

    Buyers(long seed) {
        this.seed = seed;
    }

    /** @param origin where the person comes from; {@code country} is where the parcel goes */
    record Buyer(
            int number,
            String origin,
            String name,
            String email,
            String phone,
            String street,
            String postalCode,
            String city,
            String country) {}

    /** A person living in their own country. */
    Buyer person(int number, String country) {
        return person(number, country, country);
    }

    /** A person from one country living in another, as many Ukrainians do in Poland. */
    Buyer person(int number, String origin, String country) {
        Random random = new Random(seed * 31 + number);
        String first = pick(random, origin, "first");
        String last = surname(first, pick(random, origin, "last"), origin);
        String town = pick(random, country, "city");
        int split = country.equals("CZ") ? 6 : town.indexOf(' ');
        String house = " " + (1 + random.nextInt(120)) + (random.nextInt(3) == 0 ? "/" + (1 + random.nextInt(60)) : "");
        return new Buyer(
                number,
                origin,
                first + " " + last,
                ascii(first) + "." + ascii(last) + number + "@" + pick(random, origin, "mail"),
                phone(number, random, country),
                pick(random, country, "street") + house,
                town.substring(0, split),
                town.substring(split + 1),
                country);
    }

    private static String phone(int number, Random random, String country) {
        List<String> prefixes = MOBILES.getOrDefault(country, List.of("+48501"));
        String prefix = prefixes.get(random.nextInt(prefixes.size()));
        return prefix + (country.equals("DE") ? "%07d" : "%06d").formatted(number % 1_000_000);
    }

    /** Bulgarian surnames follow the bearer's sex. */
    private static String surname(String first, String last, String origin) {
        boolean female = first.endsWith("а") || first.endsWith("я");
        return origin.equals("BG") && female ? last + "а" : last;
    }

    private String ascii(String name) {
        String plain = latin.transliterate(name.replace('ł', 'l').replace('Ł', 'L'));
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    private static String pick(Random random, String country, String part) {
        List<String> values = PARTS.getOrDefault(country, Map.of()).getOrDefault(part, List.of());
        return values.get(random.nextInt(values.size()));
    }
}
