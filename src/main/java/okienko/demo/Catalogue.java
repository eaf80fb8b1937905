package okienko.demo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** What the demo shop sells. */
final class Catalogue {

    static final String SKU_PREFIX = "DEMO-";

    /** In grosze: articles that cost as much belong to faults about large amounts. */
    private static final long DEAR = 100_000;

    private static final List<Entry> ENTRIES = read("articles.csv", Entry::of);

    /**
     * One article.
     *
     * @param price gross, in grosze
     */
    record Entry(
            String sku, String name, long price, int usualQuantity, int weight, int length, int width, int height) {

        private static Entry of(NamedCsvRecord row) {
            return new Entry(
                    row.getField("sku"),
                    row.getField("name"),
                    new BigDecimal(row.getField("price")).movePointRight(2).longValueExact(),
                    Integer.parseInt(row.getField("usual_quantity")),
                    Integer.parseInt(row.getField("weight_g")),
                    Integer.parseInt(row.getField("length_mm")),
                    Integer.parseInt(row.getField("width_mm")),
                    Integer.parseInt(row.getField("height_mm")));
        }

        /** Whether any order may contain it: the 2000 numbers are out of stock or too big, others dear. */
        boolean ordinary() {
            return sku.startsWith(SKU_PREFIX + "1") && price < DEAR;
        }
    }

    static List<Entry> all() {
        return ENTRIES;
    }

    static Entry article(String sku) {
        return ENTRIES.stream()
                .filter(entry -> entry.sku().equals(sku))
                .findFirst()
                .orElseThrow();
    }

    /** An article that any order may contain. */
    static Entry ordinary(RandomGenerator random) {
        while (true) {
            Entry entry = ENTRIES.get(random.nextInt(ENTRIES.size()));
            if (entry.ordinary()) return entry;
        }
    }

    /** Reads a CSV file beside the code, one value a row. */
    static <T> List<T> read(String file, Function<NamedCsvRecord, T> row) {
        InputStream resource = Objects.requireNonNull(Catalogue.class.getResourceAsStream(file), file);
        try (CsvReader<NamedCsvRecord> rows =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return rows.stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Catalogue() {}
}
