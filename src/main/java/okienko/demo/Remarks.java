package okienko.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What customers write beside an order, and the lockers they choose. */
final class Remarks {

    private static final Map<String, List<String>> TEXTS = Catalogue.read("comments.csv", row -> row).stream()
            .collect(Collectors.groupingBy(
                    row -> row.getField("kind"), Collectors.mapping(row -> row.getField("text"), Collectors.toList())));

    private static final List<String> TOWNS = List.of("WAW", "KRA", "WRO", "POZ", "GDA", "LOD", "KAT", "LUB", "SZC");

    static String courtesy(RandomGenerator random) {
        return any("courtesy", random);
    }

    static String relevant(RandomGenerator random) {
        return any("relevant", random);
    }

    /** An InPost locker's code, e.g. {@code POZ08A}. */
    static String point(RandomGenerator random) {
        return String.format(
                Locale.ROOT,
                "%s%02d%s",
                TOWNS.get(random.nextInt(TOWNS.size())),
                1 + random.nextInt(98),
                List.of("A", "M", "N", "BAPP").get(random.nextInt(4)));
    }

    private static String any(String kind, RandomGenerator random) {
        List<String> texts = TEXTS.getOrDefault(kind, List.of());
        return texts.get(random.nextInt(texts.size()));
    }

    private Remarks() {}
}
