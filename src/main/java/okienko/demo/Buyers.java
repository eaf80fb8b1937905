package okienko.demo;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The people who buy in the demo shop: the same number is always the same person, with a phone nobody else has. */
final class Buyers {

    /** Regulars below this number carry a flag or have refused parcels. */
    static final int FLAGGED = 40;

    /** So many regulars after those have phones that others order under as well. */
    static final int SHARING = 100;

    /** So many regulars after those simply order again. */
    static final int RETURNING = 260;

    /** All who ordered before the demo began. */
    static final int REGULARS = FLAGGED + SHARING + RETURNING;

    /** Phone numbers have six digits of the person's own number. */
    private static final int DIFFERENT = 1_000_000;

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
            "CZ", List.of("+420603", "+420724", "+420777"),
            "DE", List.of("+491511", "+491601", "+491701"),
            "BG", List.of("+359887", "+359878", "+359896"));

    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin; Latin-ASCII");

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

    /** Somebody who has refused parcels, owes money or is in dispute. */
    static Buyer flagged(RandomGenerator random) {
        return person(random.nextInt(FLAGGED), "PL", "PL");
    }

    /** Somebody whose phone another person uses as well, who is no relative to go by the name. */
    static Buyer sharing(RandomGenerator random, Buyer other) {
        while (true) {
            Buyer somebody = person(FLAGGED + random.nextInt(SHARING), "PL", "PL");
            List<String> names = List.of(somebody.name().split(" ", -1));
            if (Stream.of(other.name().split(" ", -1)).noneMatch(names::contains)) return somebody;
        }
    }

    /** Somebody who has ordered before and orders again. */
    static Buyer regular(int number) {
        return person(FLAGGED + SHARING + number, "PL", "PL");
    }

    /** Somebody who has never ordered, from one country and living in another, as many Ukrainians do in Poland. */
    static Buyer newcomer(long order, String origin, String country) {
        return person((int) (REGULARS + order % (DIFFERENT - REGULARS)), origin, country);
    }

    /** The person with that number. */
    static Buyer person(int number, String origin, String country) {
        RandomGenerator random = new SplittableRandom(number);
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

    private static String phone(int number, RandomGenerator random, String country) {
        List<String> prefixes = MOBILES.getOrDefault(country, List.of("+48501"));
        String prefix = prefixes.get(random.nextInt(prefixes.size()));
        return prefix + (country.equals("DE") ? "%07d" : "%06d").formatted(number % DIFFERENT);
    }

    /** Bulgarian and Czech surnames follow the bearer's sex. */
    private static String surname(String first, String last, String origin) {
        if (origin.equals("BG") && (first.endsWith("а") || first.endsWith("я"))) return last + "а";
        if (!origin.equals("CZ") || !first.endsWith("a")) return last;
        return last.endsWith("ý") ? last.replaceFirst("ý$", "á") : last.replaceFirst("a$", "") + "ová";
    }

    /** A name in plain Latin letters, as in an address of mail. */
    private static String ascii(String name) {
        String plain = LATIN.transliterate(name.replace('ł', 'l').replace('Ł', 'L'));
        return Normalizer.normalize(plain, Normalizer.Form.NFD)
                .replaceAll("[^A-Za-z]", "")
                .toLowerCase(Locale.ROOT);
    }

    /** A name in Latin letters, as a company's is in Poland; Polish ones keep theirs. */
    static String latin(String name) {
        return name.codePoints().anyMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.CYRILLIC)
                ? LATIN.transliterate(name)
                : name;
    }

    private static String pick(RandomGenerator random, String country, String part) {
        List<String> values = PARTS.getOrDefault(country, Map.of()).getOrDefault(part, List.of());
        return values.get(random.nextInt(values.size()));
    }

    private Buyers() {}
}
