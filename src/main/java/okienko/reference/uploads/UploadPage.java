package okienko.reference.uploads;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.ui.Page;
import okienko.ui.Words;

/** Where a file is given, with the columns it may have and the files given before. */
record UploadPage(
        String dataSet, String back, List<Column> columns, List<DataSet.Mode> modes, List<Uploads.Upload> history)
        implements Page {

    Map<String, String> modeWords() {
        Map<String, String> words = new LinkedHashMap<>();
        modes.forEach(mode -> words.put(mode.name(), Words.t("reference.mode." + mode)));
        return words;
    }
}
