package okienko.ordercontrol.almanac;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tables and lists that lie beside this class. */
final class Resource {

    private Resource() {}

    /** The rows of a CSV file with headings. */
    static List<NamedCsvRecord> rows(String name) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(open(name))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines of a text file without empty ones and {@code #} comments. */
    static List<String> lines(String name) {
        try (BufferedReader text = new BufferedReader(open(name))) {
            return text.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStreamReader open(String name) {
        InputStream bytes = Resource.class.getResourceAsStream(name);
        if (bytes == null) throw new IllegalStateException("the build left out " + name);
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }
}
