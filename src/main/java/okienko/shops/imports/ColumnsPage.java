package okienko.shops.imports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okienko.shops.CsvField;
import okienko.shops.formats.CsvColumns;
import okienko.ui.Page;
import okienko.ui.Words;

/** What the columns of a file hold, with its first rows. */
record ColumnsPage(OrderImport file, CsvColumns columns, List<List<String>> rows, String currency) implements Page {

    static final int ROWS = 5;

    Map<String, String> fieldWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("", Words.t("csv.field.none"));
        Arrays.stream(CsvField.values())
                .forEach(field -> words.put(field.name(), Words.t(field.words()) + (field.required() ? " *" : "")));
        return words;
    }

    /** What the column is taken to hold so far. */
    String chosen(int place) {
        return columns.places().entrySet().stream()
                .filter(entry -> entry.getValue() == place)
                .map(entry -> entry.getKey().name())
                .findFirst()
                .orElse("");
    }

    String missing() {
        return columns.missing().stream().map(field -> Words.t(field.words())).collect(Collectors.joining(", "));
    }

    String cell(List<String> row, int place) {
        return place < row.size() ? row.get(place) : "";
    }
}
