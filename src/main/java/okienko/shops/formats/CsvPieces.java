package okienko.shops.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import okienko.orders.UnreadableOrder;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ChannelSettings;
import okienko.shops.CsvField;
import okienko.shops.Piece;
import okienko.shops.Sample;
import org.jspecify.annotations.Nullable;

/** Cuts a CSV file into its orders: rows that follow each other with the same order id, each with the heading on top. */
final class CsvPieces implements Iterator<Piece> {

    private static final int MAX_ROWS = 2_000;
    private static final int MAX_FIELD_CHARACTERS = 4 * 1024 * 1024;

    /** Orders whose rows stand apart are told as long as no more than so many others stand between. */
    private static final int MAX_REMEMBERED = 100_000;

    private final @Nullable Iterator<CsvRecord> rows;
    private final int idPlace;
    private final List<String> headings;
    private final Map<String, Boolean> earlier = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    private @Nullable CsvRecord waiting;
    private @Nullable Piece broken;
    private long line = 1;

    CsvPieces(InputStream file, ChannelSettings settings) {
        CsvReader<CsvRecord> reader = reader(file);
        rows = reader.iterator();
        waiting = row();
        headings = waiting == null ? List.of() : waiting.getFields();
        idPlace = CsvColumns.of(headings, settings.columns()).places().getOrDefault(CsvField.ORDER_ID, -1);
        waiting = waiting == null ? null : row();
    }

    /** The rows of a CSV file in whatever dialect. */
    static CsvReader<CsvRecord> reader(InputStream file) {
        try {
            BufferedInputStream sampled = Sample.sampled(file);
            CsvDialect dialect = CsvDialect.of(Sample.of(sampled).head());
            sampled.skipNBytes(dialect.skip());
            return rows(dialect).ofCsvRecord(new InputStreamReader(sampled, dialect.charset()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a piece, or of a file that is in memory. */
    static CsvReader<CsvRecord> reader(byte[] file) {
        CsvDialect dialect = CsvDialect.of(Sample.of(file).head());
        return rows(dialect)
                .ofCsvRecord(new String(file, dialect.skip(), file.length - dialect.skip(), dialect.charset()));
    }

    private static CsvReader.CsvReaderBuilder rows(CsvDialect dialect) {
        return CsvReader.builder()
                .fieldSeparator(dialect.separator())
                .maxBufferSize(MAX_FIELD_CHARACTERS)
                .skipEmptyLines(true)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true);
    }

    @Override
    public boolean hasNext() {
        return waiting != null || broken != null;
    }

    @Override
    public Piece next() {
        CsvRecord first = waiting;
        if (first == null) {
            Piece last = broken;
            if (last == null) {
                throw new NoSuchElementException();
            }
            broken = null;
            return last;
        }
        String id = id(first);
        List<CsvRecord> together = new ArrayList<>(4);
        while (waiting != null
                && together.size() < MAX_ROWS
                && (together.isEmpty() || (!id.isEmpty() && id.equals(id(waiting))))) {
            together.add(waiting);
            waiting = row();
        }
        byte[] raw = text(together).getBytes(StandardCharsets.UTF_8);
        boolean apart = !id.isEmpty() && earlier.put(id, true) != null;
        return new Piece(
                first.getStartingLineNumber(),
                raw,
                apart ? new UnreadableOrder(Problem.ROWS_APART, heading(), id) : null);
    }

    private String heading() {
        return headings.get(idPlace);
    }

    private String id(CsvRecord row) {
        return idPlace >= 0 && idPlace < row.getFieldCount()
                ? row.getField(idPlace).strip()
                : "";
    }

    private String text(List<CsvRecord> together) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(headings);
            together.forEach(row -> csv.writeRecord(row.getFields()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private @Nullable CsvRecord row() {
        try {
            if (rows == null || !rows.hasNext()) {
                return null;
            }
            CsvRecord row = rows.next();
            line = row.getStartingLineNumber();
            return row;
        } catch (CsvParseException e) {
            String reason = Objects.requireNonNullElse(e.getMessage(), "");
            broken = new Piece(line, new byte[0], new UnreadableOrder(Problem.NOT_CSV, "line " + line, reason));
            return null;
        }
    }
}
