package okienko.shops.imports;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ui.Page;
import okienko.ui.Words;

/** All imports, and where to bring a file in. */
record ImportsPage(
        List<OrderImport> imports,
        int unreadable,
        List<String> channels,
        List<String> formats,
        String folder,
        Instant now)
        implements Page {

    Map<String, String> formatWords() {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("", Words.t("imports.format.auto"));
        formats.forEach(format -> words.put(format, Words.t("imports.format." + format)));
        return words;
    }

    long oldest() {
        return imports.isEmpty() ? 0 : imports.getLast().id();
    }

    boolean more() {
        return imports.size() == Imports.PAGE;
    }
}
