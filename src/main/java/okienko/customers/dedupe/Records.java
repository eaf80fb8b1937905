package okienko.customers.dedupe;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import okienko.customers.matching.Field;
import okienko.customers.matching.Matching;

/** Reads a file's records into the matching, one at a time. */
final class Records {

    private final List<String> ids = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /** By record, the id it has in the file. */
    String id(int record) {
        return ids.get(record);
    }

    int size() {
        return ids.size();
    }

    void read(Path file, Map<String, String> map, Matching matching, IntConsumer progress)
            throws IOException, Unusable {
        char separator = separator(file);
        Headings headings = null;
        String[] values = new String[Field.values().length];
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(file)) {
            for (CsvRecord row : rows) {
                if (headings == null) {
                    headings = Headings.of(row.getFields(), map);
                } else {
                    add(row, headings, values, matching);
                    progress.accept(ids.size());
                }
            }
        } catch (CsvParseException e) {
            throw new Unusable("file '" + file + "' is not CSV: " + e.getMessage() + ": mend the line and start again");
        }
        seen.clear();
    }

    private void add(CsvRecord row, Headings headings, String[] values, Matching matching) throws Unusable {
        if (row.getFieldCount() > headings.columns()) {
            throw new Unusable(
                    "line " + row.getStartingLineNumber() + " has " + row.getFieldCount() + " cells, but there are "
                            + headings.columns() + " headings: put quotes around cells with a separator in them");
        }
        Arrays.fill(values, null);
        for (int i = 0; i < row.getFieldCount(); i++) {
            Field field = headings.field(i);
            if (field != null) values[field.ordinal()] = row.getField(i);
        }
        ids.add(id(row, headings.recordId()));
        matching.add(values);
    }

    private String id(CsvRecord row, int column) throws Unusable {
        if (column < 0) return String.valueOf(ids.size() + 1);
        String id = column < row.getFieldCount() ? row.getField(column).strip() : "";
        if (id.isEmpty()) {
            throw new Unusable("line " + row.getStartingLineNumber() + ": record_id is empty: give every record an id, "
                    + "or leave the column out with --map COLUMN=- and lines are counted");
        }
        if (!seen.add(id)) {
            throw new Unusable(
                    "line " + row.getStartingLineNumber() + ": record_id is '" + id + "', as in a line before: "
                            + "give every record its own, or leave the column out with --map COLUMN=-");
        }
        return id;
    }

    /** The one of comma, semicolon and tab that the heading line has most of. */
    private static char separator(Path file) throws IOException, Unusable {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String heading = reader.readLine();
            if (heading == null) throw new Unusable("file '" + file + "' is empty: give one with a line of headings");
            char best = ',';
            for (char each : new char[] {';', '\t'}) if (count(heading, each) > count(heading, best)) best = each;
            return best;
        } catch (MalformedInputException e) {
            throw new Unusable("file '" + file + "' is not in UTF-8: save it as \"CSV UTF-8\" and start again");
        }
    }

    private static long count(String text, char letter) {
        return text.chars().filter(each -> each == letter).count();
    }
}
