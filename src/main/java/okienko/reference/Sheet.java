package okienko.reference;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a file, whatever it is: CSV with comma, semicolon, tab or bar in UTF-8, UTF-16 or a Windows code page, a
 * JSON array, or JSON lines. Reading never fails: what cannot be read is a {@link Problem}.
 */
public record Sheet(List<Row> rows, List<Problem> problems) {

    /** Largest file read. */
    public static final int MAX_BYTES = 64 * 1024 * 1024;

    /** Most rows of one file. */
    public static final int MAX_ROWS = 500_000;

    private static final char[] SEPARATORS = {';', ',', '\t', '|'};

    /** Reads a file. */
    public static Sheet read(byte[] file, List<Column> columns) {
        if (file.length > MAX_BYTES) return unusable("size", Integer.toString(MAX_BYTES / 1024 / 1024));
        Headings known = new Headings(columns);
        String text = Encoding.text(file, firstLine -> recognised(firstLine, known));
        String start = text.stripLeading();
        if (start.isEmpty()) return unusable("empty", example(columns));
        return start.charAt(0) == '[' || start.charAt(0) == '{'
                ? JsonSheet.read(start, columns, known)
                : csv(text, columns, known);
    }

    static Sheet unusable(String kind, String example) {
        return new Sheet(List.of(), List.of(new Problem(0, "", "", kind, example)));
    }

    private static Sheet csv(String text, List<Column> columns, Headings known) {
        List<Row> rows = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        @Nullable Heading heading = null;
        try (var lines = CsvReader.builder()
                .fieldSeparator(separator(text, known))
                .maxBufferSize(MAX_BYTES)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (var line : lines) {
                List<String> fields = line.getFields();
                if (fields.stream().allMatch(String::isBlank)) continue;
                if (heading == null) {
                    heading = Heading.of(fields, known);
                    List<Problem> missing = heading.missing(columns, String.join(" ", fields));
                    if (!missing.isEmpty()) return new Sheet(List.of(), missing);
                } else if (rows.size() == MAX_ROWS) {
                    problems.add(new Problem((int) line.getStartingLineNumber(), "", "", "rows", "" + MAX_ROWS));
                    break;
                } else {
                    rows.add(heading.row((int) line.getStartingLineNumber(), fields));
                }
            }
        } catch (CsvParseException e) {
            problems.add(new Problem(rows.isEmpty() ? 1 : rows.getLast().line() + 1, "", "", "csv", ""));
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sheet(rows, problems);
    }

    private static char separator(String text, Headings headings) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        char best = ',';
        int most = 0;
        for (char separator : SEPARATORS) {
            int known = Heading.of(List.of(first.split(java.util.regex.Pattern.quote("" + separator), -1)), headings)
                    .known();
            if (known > most) {
                most = known;
                best = separator;
            }
        }
        return best;
    }

    private static int recognised(String firstLine, Headings known) {
        return Heading.of(List.of(firstLine.split("[;,\t|]", -1)), known).known();
    }

    static String example(List<Column> columns) {
        return String.join(
                ", ",
                columns.stream().filter(Column::required).map(Column::name).toList());
    }

    /** Which column each position holds. */
    private record Heading(List<String> headings, List<@Nullable Column> columns) {

        static Heading of(List<String> headings, Headings known) {
            List<@Nullable Column> columns = new ArrayList<>();
            for (String heading : headings) {
                String bare = heading.strip().replaceAll("^\"|\"$", "");
                columns.add(known.column(bare)
                        .filter(column -> !columns.contains(column))
                        .orElse(null));
            }
            return new Heading(headings, columns);
        }

        int known() {
            return (int) columns.stream().filter(java.util.Objects::nonNull).count();
        }

        List<Problem> missing(List<Column> wanted, String line) {
            return wanted.stream()
                    .filter(column -> column.required() && !columns.contains(column))
                    .map(column -> new Problem(1, column.name(), line, "column", String.join(", ", column.headings())))
                    .toList();
        }

        Row row(int line, List<String> fields) {
            Map<String, String> named = new LinkedHashMap<>();
            Map<String, String> others = new LinkedHashMap<>();
            for (int i = 0; i < headings.size(); i++) {
                Column column = columns.get(i);
                String value = i < fields.size() ? fields.get(i) : "";
                if (column != null) named.put(column.name(), value);
                else others.put(headings.get(i).strip(), value);
            }
            return new Row(line, named, others);
        }
    }
}
