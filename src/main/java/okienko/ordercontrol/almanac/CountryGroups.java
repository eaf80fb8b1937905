package okienko.ordercontrol.almanac;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Groups of countries a shop speaks of, by ISO 3166-1 codes. */
public final class CountryGroups {

    // https://european-union.europa.eu/principles-countries-history/eu-countries_en, as of 2026-11-25
    private static final Set<String> EU = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    // https://www.ecb.europa.eu/euro/intro/html/index.en.html: Bulgaria since 2026-01-01
    private static final Set<String> EURO = Set.of(
            "AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MT", "NL",
            "PT", "SI", "SK");

    private static final Set<String> EFTA = Set.of("CH", "IS", "LI", "NO");

    private static final Map<String, Set<String>> GROUPS = Map.of(
            "EU", EU,
            "EURO", EURO,
            "EEA", joined(EU, Set.of("IS", "LI", "NO")),
            "EFTA", EFTA,
            "V4", Set.of("CZ", "HU", "PL", "SK"),
            "BALTIC", Set.of("EE", "LT", "LV"),
            "NORDIC", Set.of("DK", "FI", "IS", "NO", "SE"),
            "BENELUX", Set.of("BE", "LU", "NL"),
            "DACH", Set.of("AT", "CH", "DE"));

    /** The groups' names, sorted. */
    public static final List<String> NAMES = GROUPS.keySet().stream().sorted().toList();

    private CountryGroups() {}

    /** Whether a country belongs to a group; nothing belongs to a group nobody knows. */
    public static boolean contains(String group, String country) {
        return GROUPS.getOrDefault(group, Set.of()).contains(country.toUpperCase(Locale.ROOT));
    }

    private static Set<String> joined(Set<String> one, Set<String> other) {
        return Stream.concat(one.stream(), other.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
