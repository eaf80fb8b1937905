package okienko.customers.dedupe;

import com.sun.management.OperatingSystemMXBean;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import okienko.customers.population.WriteCustomers;

/**
 * Measures {@code okienko customers dedupe} on sets whose truth is known: {@code DedupeBench FOLDER} for the public sets
 * below it (those that are there), {@code DedupeBench made RECORDS SEED main|hard} for the generator's.
 */
final class DedupeBench {

    /** A public set: its files below the folder, the column of the truth, and the one mapping of its columns. */
    private record PublicSet(String name, List<String> files, String truth, String map) {}

    private static final String FEBRL = "street_number=house_number,address_1=street,soc_sec_id=national_id";
    private static final List<PublicSet> PUBLIC = List.of(
            new PublicSet("FEBRL 1", List.of("febrl/dataset1.csv"), "rec_id", FEBRL),
            new PublicSet("FEBRL 2", List.of("febrl/dataset2.csv"), "rec_id", FEBRL),
            new PublicSet("FEBRL 3", List.of("febrl/dataset3.csv"), "rec_id", FEBRL),
            new PublicSet("FEBRL 4", List.of("febrl/dataset4a.csv", "febrl/dataset4b.csv"), "rec_id", FEBRL),
            new PublicSet("fake_1000", List.of("splink/fake_1000.csv"), "cluster", "dob=birth_date"),
            new PublicSet("fake_20000", List.of("splink/fake_20000.csv"), "group", "unique_id=-,dob=birth_date"),
            new PublicSet(
                    "RLdata10000",
                    List.of("rldata/RLdata10000.csv"),
                    "identity",
                    "fname_c1=first_name,lname_c1=last_name,by=birth_year,bm=birth_month,bd=birth_day"),
            new PublicSet(
                    "historical_50k",
                    List.of("splink/historical_50k.csv"),
                    "cluster",
                    "dob=birth_date,birth_place=city,postcode_fake=postal_code"),
            new PublicSet(
                    "restaurants",
                    List.of("dedupe/restaurant-nophone-training.csv"),
                    "unique_id",
                    "unique_id=-,name=company,address=street"));

    public static void main(String... words) throws IOException {
        Path folder = Files.createTempDirectory("dedupe");
        if (words[0].equals("made")) {
            Path file = folder.resolve("made.csv");
            Path truth = folder.resolve("truth.csv");
            WriteCustomers.write(
                    Integer.parseInt(words[1]), Long.parseLong(words[2]), words[3].equals("hard"), file, truth);
            Map<String, String> who = read(truth, "record_id", "cluster_id", id -> id);
            Traps.tell(
                    read(truth, "record_id", "trap", id -> id),
                    read(truth, "record_id", "group", id -> id),
                    who,
                    measure(words[1] + " " + words[3], file, "", who, folder));
        } else {
            for (PublicSet set : PUBLIC) {
                if (Files.exists(Path.of(words[0], set.files.getFirst()))) measure(set, Path.of(words[0]), folder);
            }
        }
    }

    private static void measure(PublicSet set, Path from, Path folder) throws IOException {
        Path file = folder.resolve("set.csv");
        Files.deleteIfExists(file);
        boolean first = true;
        for (String part : set.files) {
            List<String> lines = Files.readAllLines(from.resolve(part));
            Files.write(
                    file,
                    first ? lines : lines.subList(1, lines.size()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            first = false;
        }
        boolean counted = set.map.contains("unique_id=-");
        String id = counted
                ? ""
                : set.truth.equals("rec_id") ? "rec_id" : set.name.startsWith("RL") ? "rec_id" : "unique_id";
        UnaryOperator<String> entity =
                set.truth.equals("rec_id") ? text -> text.replaceAll("rec-(\\d+)-.*", "$1") : text -> text;
        measure(set.name, file, set.map, read(file, id, set.truth, entity), folder);
    }

    /** By record id (the line's number where there is none), what another column says. */
    private static Map<String, String> read(Path file, String id, String column, UnaryOperator<String> entity)
            throws IOException {
        Map<String, String> by = new HashMap<>();
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().allowMissingFields(true).ofNamedCsvRecord(file)) {
            for (NamedCsvRecord row : rows) {
                Map<String, String> cells = new HashMap<>();
                row.getFieldsAsMap().forEach((heading, cell) -> cells.put(heading.strip(), cell.strip()));
                String key = id.isEmpty() ? String.valueOf(by.size() + 1) : cells.getOrDefault(id, "");
                by.put(key, entity.apply(cells.getOrDefault(column, "")));
            }
        }
        return by;
    }

    private static Map<String, String> measure(
            String name, Path file, String map, Map<String, String> truth, Path folder) throws IOException {
        Path out = folder.resolve("clusters.csv");
        var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long cpu = machine.getProcessCpuTime();
        long wall = System.nanoTime();
        var command = new DedupeCommand(
                OutputStream.nullOutputStream(), new PrintStream(OutputStream.nullOutputStream()), false);
        String[] words = map.isEmpty()
                ? new String[] {"dedupe", file.toString(), "--out", out.toString()}
                : new String[] {"dedupe", file.toString(), "--out", out.toString(), "--map", map};
        if (command.run(words) != DedupeCommand.DONE) throw new IllegalStateException(name + " could not be read");
        double cpuSeconds = (machine.getProcessCpuTime() - cpu) / 1e9;
        double seconds = (System.nanoTime() - wall) / 1e9;
        Map<String, String> found = read(out, "record_id", "cluster_id", id -> id);
        Map<String, Long> both = new HashMap<>();
        found.forEach((record, cluster) -> both.merge(cluster + '|' + truth.get(record), 1L, Long::sum));
        double right = pairs(both);
        double precision = right / pairs(counts(found));
        double recall = right / pairs(counts(truth));
        System.out.printf(
                Locale.ROOT,
                "%-16s %,9d records  P %.4f  R %.4f  F1 %.4f  %.1f CPU s, %.1f s, peak heap %,d MB%n",
                name,
                found.size(),
                precision,
                recall,
                2 * precision * recall / (precision + recall),
                cpuSeconds,
                seconds,
                peak());
        return found;
    }

    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .mapToLong(pool -> pool.getPeakUsage().getUsed())
                        .sum()
                >> 20;
    }

    private static Map<String, Long> counts(Map<String, String> groups) {
        Map<String, Long> counts = new HashMap<>();
        for (String group : groups.values()) counts.merge(group, 1L, Long::sum);
        return counts;
    }

    private static double pairs(Map<String, Long> counts) {
        double pairs = 0;
        for (long count : counts.values()) pairs += count * (count - 1) / 2.0;
        return pairs;
    }

    private DedupeBench() {}
}
