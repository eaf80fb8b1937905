package okienko.customers.dedupe;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How many of those easily taken for one another were kept apart, by kind: household, father and son, shared mailbox... */
final class Traps {

    static Map<String, Double> apart(
            Map<String, String> traps,
            Map<String, String> groups,
            Map<String, String> truth,
            Map<String, String> found) {
        Map<String, List<String>> together = new TreeMap<>();
        traps.forEach((record, trap) -> {
            if (!trap.isEmpty()) {
                together.computeIfAbsent(trap + '/' + groups.get(record), _ -> new ArrayList<>())
                        .add(record);
            }
        });
        Map<String, long[]> counts = new TreeMap<>();
        together.forEach((group, records) -> {
            long[] count = counts.computeIfAbsent(group.substring(0, group.indexOf('/')), _ -> new long[2]);
            for (String one : records) {
                for (String two : records) {
                    if (truth.getOrDefault(one, "").equals(truth.get(two))) continue;
                    count[0]++;
                    if (!found.getOrDefault(one, "").equals(found.get(two))) count[1]++;
                }
            }
        });
        Map<String, Double> apart = new TreeMap<>();
        counts.forEach((trap, count) -> apart.put(trap, (double) count[1] / count[0]));
        return apart;
    }

    static void tell(
            Map<String, String> traps,
            Map<String, String> groups,
            Map<String, String> truth,
            Map<String, String> found) {
        apart(traps, groups, truth, found)
                .forEach((trap, share) -> System.out.printf(Locale.ROOT, "    %-14s %.3f apart%n", trap, share));
    }

    private Traps() {}
}
