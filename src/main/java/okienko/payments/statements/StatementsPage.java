package okienko.payments.statements;

import java.util.List;
import okienko.ui.Page;
import org.jspecify.annotations.Nullable;

/**
 * The statements that came in, newest first.
 *
 * @param folder where other programs put them
 */
record StatementsPage(List<StatementFiles.File> files, boolean later, String folder) implements Page {

    @Nullable
    String next() {
        return files.size() < StatementFiles.PAGE
                ? null
                : "/payments/statements?before=" + files.getLast().id();
    }
}
