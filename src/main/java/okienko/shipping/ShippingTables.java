package okienko.shipping;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * The delivery services and the courier table Okienko ships with, as the CSV files beside this class tell them. Every
 * figure names where and when it was seen; carriers contradict one another and change, so a shop checks them against
 * its contract and edits them.
 */
public final class ShippingTables {

    private ShippingTables() {}

    /** The delivery services shipped, more special names before general ones. */
    public static List<DeliveryService> services() {
        return read("services.csv", ShippingTables::service);
    }

    /** The courier table shipped. */
    public static List<CourierTerm> terms() {
        return read("terms.csv", ShippingTables::term);
    }

    private static DeliveryService service(NamedCsvRecord row) {
        return new DeliveryService(
                row.getField("code"),
                row.getField("carrier"),
                row.getField("name"),
                DeliveryService.Kind.valueOf(row.getField("kind")),
                row.getField("pointPattern"),
                Boolean.parseBoolean(row.getField("mobileRequired")),
                given(row, "maxWeightGrams", Integer::valueOf),
                numbers(row.getField("maxSizeMillimetres")),
                List.of(row.getField("names").split("\\|")));
    }

    private static CourierTerm term(NamedCsvRecord row) {
        return new CourierTerm(
                row.getField("carrier"),
                row.getField("service"),
                row.getField("country"),
                row.getField("form"),
                Boolean.parseBoolean(row.getField("accepted")),
                given(row, "limit", amount -> Money.of(amount, row.getField("currency"))),
                given(row, "validFrom", LocalDate::parse),
                given(row, "validTo", LocalDate::parse),
                row.getField("source"));
    }

    private static <T> @Nullable T given(NamedCsvRecord row, String field, Function<String, T> read) {
        String text = row.getField(field);
        return text.isBlank() ? null : read.apply(text);
    }

    private static List<Integer> numbers(String sides) {
        if (sides.isBlank()) return List.of();
        return Arrays.stream(sides.split("x")).map(Integer::valueOf).toList();
    }

    private static <T> List<T> read(String resource, Function<NamedCsvRecord, T> row) {
        try (InputStream bytes = ShippingTables.class.getResourceAsStream(resource)) {
            if (bytes == null) throw new IllegalStateException("the build left out " + resource);
            InputStreamReader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
            try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(text)) {
                return csv.stream().map(row).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
