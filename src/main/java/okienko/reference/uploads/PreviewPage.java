package okienko.reference.uploads;

import java.util.List;
import okienko.reference.Problem;
import okienko.ui.Page;
import okienko.ui.Words;

/** What a file would change, before it does. */
record PreviewPage(Uploads.Upload upload, String back, List<Comparison.Change> changes, List<Problem> problems)
        implements Page {

    /** Faults shown on the page; all are in the file offered for download. */
    static final int PROBLEMS = 100;

    boolean open() {
        return upload.state() == Uploads.State.SHOWN;
    }

    boolean useful() {
        return upload.added() + upload.changed() > 0;
    }

    String sentence(Problem problem) {
        return problem.sentence(Words.here());
    }
}
