package okienko.ordercontrol.almanac;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The larger Polish towns and the first two digits of their postal codes. Compiled from the postal regions of Poczta
 * Polska (digit one: district, digit two: region); small places share names with them, hence the check is a shadow.
 */
public final class PolishTowns {

    private static final Map<String, List<String>> PREFIXES = Resource.rows("polish-towns.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> Folded.of(row.getField("town")),
                    row -> List.of(row.getField("prefixes").split(" "))));

    /** Cities people name with a district: "Warszawa Wola". Elsewhere a second word makes another place: Chełm Śląski. */
    private static final Set<String> WITH_DISTRICTS = Set.of(
            "warszawa",
            "krakow",
            "lodz",
            "wroclaw",
            "poznan",
            "gdansk",
            "szczecin",
            "bydgoszcz",
            "lublin",
            "katowice",
            "gdynia");

    private PolishTowns() {}

    /** The prefixes a town's codes may have; empty for a town not listed. "Warszawa-Wola" and "Gdańsk Oliwa" count. */
    public static List<String> prefixes(String city) {
        String name = Folded.of(city);
        List<String> whole = PREFIXES.get(name);
        if (whole != null) return whole;
        int end = name.indexOf(' ');
        boolean district = end > 0 && WITH_DISTRICTS.contains(name.substring(0, end));
        return district ? PREFIXES.getOrDefault(name.substring(0, end), List.of()) : List.of();
    }
}
