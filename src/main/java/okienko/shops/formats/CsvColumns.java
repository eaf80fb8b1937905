package okienko.shops.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okienko.orders.UnreadableOrder;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.CsvField;
import okienko.shops.Sample;

/**
 * Which column of a CSV file holds what, told by its heading.
 *
 * @param headings as they stand in the file
 * @param places of the fields that have a column, counted from 0
 */
public record CsvColumns(List<String> headings, Map<CsvField, Integer> places) {

    private static final Map<String, CsvField> KNOWN = known();

    public CsvColumns {
        headings = List.copyOf(headings);
        places = Map.copyOf(places);
    }

    /** By the channel's own headings first, then by those in use in six languages; the first of two alike counts. */
    public static CsvColumns of(List<String> headings, Map<String, CsvField> own) {
        Map<String, CsvField> ownPlain = new HashMap<>();
        own.forEach((heading, field) -> ownPlain.put(PaymentForms.plain(heading), field));
        Map<CsvField, Integer> places = new EnumMap<>(CsvField.class);
        for (boolean general : new boolean[] {false, true}) {
            Map<String, CsvField> names = general ? KNOWN : ownPlain;
            for (int place = 0; place < headings.size(); place++) {
                CsvField field = names.get(PaymentForms.plain(headings.get(place)));
                if (field != null && !places.containsValue(place)) {
                    places.putIfAbsent(field, place);
                }
            }
        }
        // a file with one number column has the order's id in it, whatever it is called
        if (!places.containsKey(CsvField.ORDER_ID) && places.containsKey(CsvField.NUMBER)) {
            places.put(CsvField.ORDER_ID, Objects.requireNonNull(places.get(CsvField.NUMBER)));
        }
        return new CsvColumns(headings, places);
    }

    /** As {@link #of(List, Map)}, of a file that begins like this. */
    public static CsvColumns of(Sample sample, Map<String, CsvField> own) {
        List<List<String>> first = rows(sample, 0);
        return of(first.isEmpty() ? List.of() : first.getFirst(), own);
    }

    /** The heading and so many rows more, as far as they can be read. */
    public static List<List<String>> rows(Sample sample, int most) {
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvPieces.reader(sample.head())) {
            Iterator<CsvRecord> records = reader.iterator();
            while (rows.size() <= most && records.hasNext()) {
                rows.add(records.next().getFields());
            }
        } catch (CsvParseException _) {
            return rows; // what can be read up to there
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** The fields without which nothing can be read and which have no column. */
    public List<CsvField> missing() {
        return Arrays.stream(CsvField.values())
                .filter(field -> field.required() && !places.containsKey(field))
                .toList();
    }

    void check() {
        List<CsvField> missing = missing();
        if (!missing.isEmpty()) {
            throw new UnreadableOrder(
                    Problem.UNKNOWN_COLUMNS, "headings", missing.getFirst().name());
        }
    }

    private static Map<String, CsvField> known() {
        Map<String, CsvField> known = new HashMap<>();
        try (InputStream table = Objects.requireNonNull(CsvColumns.class.getResourceAsStream("csv_headings.csv"));
                CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(table, StandardCharsets.UTF_8)) {
            for (CsvRecord row : rows) {
                CsvField field = CsvField.valueOf(row.getField(0));
                known.put(PaymentForms.plain(field.name()), field);
                for (String name : row.getField(1).split("\\|", -1)) {
                    known.putIfAbsent(PaymentForms.plain(name), field);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }
}
