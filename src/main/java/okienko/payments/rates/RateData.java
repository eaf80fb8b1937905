package okienko.payments.rates;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.payments.ExchangeRates;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.reference.Row;
import okienko.reference.Sheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exchange rates as a data set: NBP's table A as <a href="https://api.nbp.pl/en.html">its API</a> gives it in JSON or XML,
 * as its site offers it in XML, its yearly archive in CSV (a column a currency, {@code 100HUF} for a hundred), or one rate
 * a line.
 */
@Component
class RateData implements DataSet<RateData.Rate> {

    /** One rate of one table. */
    record Rate(String table, LocalDate effectiveOn, String code, BigDecimal mid) {}

    private static final List<Column> COLUMNS = List.of(
            Column.optional(
                    "table", "no", "table number", "numer tabeli", "pełny numer tabeli", "nr", "tabelle", "таблица"),
            Column.required("effectiveOn", "effectiveDate", "date", "data", "effective on", "datum", "дата"),
            Column.optional("code", "currency", "waluta", "kod", "kod waluty", "währung", "валюта"),
            Column.optional("mid", "rate", "kurs", "kurs średni", "курс"));
    private static final Pattern WIDE = Pattern.compile("(\\d{1,5})([A-Z]{3})");
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final int TABLES = 1_000;

    /** Tables B and C have other currencies and other rates; a day's table A is the one that is converted by. */
    private static final Pattern OTHER_TABLE = Pattern.compile("\\d+/[BCH]/NBP/\\d{4}");

    private final RateTables tables;

    RateData(RateTables tables) {
        this.tables = tables;
    }

    @Override
    public String name() {
        return "exchange-rates";
    }

    @Override
    public String page() {
        return "/rates";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public Sheet sheet(byte[] file) {
        if (NbpXml.recognises(file)) return NbpXml.read(file);
        Sheet sheet = Sheet.read(file, COLUMNS);
        List<Row> rows = new ArrayList<>();
        for (Row row : sheet.rows()) {
            if (row.has("mid")) rows.add(row);
            else rows.addAll(wide(row));
        }
        return new Sheet(rows, sheet.problems());
    }

    /** A line of the archive holds a day; its lines of names and codes have none. */
    private static List<Row> wide(Row row) {
        String day = row.text("effectiveOn");
        if (day.isEmpty() || !Character.isDigit(day.charAt(0))) return List.of();
        List<Row> rows = new ArrayList<>();
        row.others().forEach((heading, value) -> {
            Matcher many = WIDE.matcher(heading.strip());
            if (many.matches() && !value.isBlank()) {
                var fields = new HashMap<>(
                        Map.of("table", row.text("table"), "effectiveOn", day, "code", many.group(2), "mid", value));
                fields.put("units", many.group(1));
                rows.add(new Row(row.line(), fields, Map.of()));
            }
        });
        return rows;
    }

    @Override
    public String key(Row row) {
        return table(row) + '|' + row.text("code").toUpperCase(Locale.ROOT);
    }

    @Override
    public String key(Rate rate) {
        return rate.table() + '|' + rate.code();
    }

    @Override
    public Map<String, Rate> present(Collection<String> keys) {
        List<String> numbers = keys.stream()
                .map(key -> key.substring(0, key.indexOf('|')))
                .distinct()
                .toList();
        Map<String, Rate> present = new HashMap<>();
        tables.numbered(numbers).forEach(table -> rates(table).forEach(rate -> present.put(key(rate), rate)));
        present.keySet().retainAll(java.util.Set.copyOf(keys));
        return present;
    }

    @Override
    public int size() {
        return page(null, TABLES).size();
    }

    @Override
    public @Nullable Rate read(Row row, @Nullable Rate known, Mode mode) {
        LocalDate day = row.date("effectiveOn");
        String code = row.required("code", "EUR").toUpperCase(Locale.ROOT);
        BigDecimal mid = row.decimal("mid", "4.2512");
        if (OTHER_TABLE.matcher(table(row)).matches()) row.refuse("table", "choice", "226/A/NBP/2026");
        if (!CODE.matcher(code).matches()) row.refuse("code", "currency", "EUR");
        if (mid == null || mid.signum() <= 0) row.refuse("mid", "number", "4.2512");
        if (day == null || mid == null || row.refused()) return null;
        String units = row.text("units");
        BigDecimal one = units.isEmpty() ? mid : mid.divide(new BigDecimal(units), 10, java.math.RoundingMode.HALF_UP);
        return new Rate(table(row), day, code, one.stripTrailingZeros());
    }

    private static String table(Row row) {
        String table = row.text("table");
        return table.isEmpty() ? row.text("effectiveOn") : table;
    }

    @Override
    public Map<String, Object> fields(Rate rate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("table", rate.table());
        fields.put("effectiveOn", rate.effectiveOn().toString());
        fields.put("code", rate.code());
        fields.put("mid", rate.mid().toPlainString());
        return fields;
    }

    @Override
    @Transactional
    public void apply(List<Rate> rates, Mode mode, String actor) {
        Map<String, List<Rate>> byTable = new LinkedHashMap<>();
        rates.forEach(rate ->
                byTable.computeIfAbsent(rate.table(), _ -> new ArrayList<>()).add(rate));
        byTable.forEach((number, changed) -> {
            Map<String, BigDecimal> all = new HashMap<>(tables.numbered(number).rates());
            changed.forEach(rate -> all.put(rate.code(), rate.mid()));
            tables.takeUp(new ExchangeRates(number, changed.getFirst().effectiveOn(), all));
        });
    }

    @Override
    public List<Rate> page(@Nullable String after, int limit) {
        return tables.byNumber(TABLES).stream()
                .flatMap(table -> rates(table).stream())
                .filter(rate -> after == null || key(rate).compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private static List<Rate> rates(ExchangeRates table) {
        return table.rates().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(rate -> new Rate(table.table(), table.effectiveOn(), rate.getKey(), rate.getValue()))
                .toList();
    }
}
