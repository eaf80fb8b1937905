package okienko.customers.dedupe;

import java.io.PrintStream;
import java.util.Locale;
import okienko.customers.matching.Matching;

/** Shows on a terminal how far it is, and adds up at the end. */
final class Progress implements Matching.Progress {

    private static final long STEP_NANOS = 200_000_000;

    private final PrintStream err;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long shown = start;

    Progress(PrintStream err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    void read(int records) {
        if ((records & 0x3FF) == 0 && due()) show("%,d records read", records);
    }

    @Override
    public void at(Matching.Stage stage, long pairs) {
        if (!terminal) return;
        switch (stage) {
            case KEYS -> show("sorting keys");
            case LEARNING -> show("learning weights");
            case COMPARING -> {
                if (due()) show("%,d pairs compared", pairs);
            }
            case GROUPING -> show("grouping");
        }
    }

    private boolean due() {
        if (!terminal || System.nanoTime() - shown < STEP_NANOS) return false;
        shown = System.nanoTime();
        return true;
    }

    @SuppressWarnings("AnnotateFormatMethod") // called in this class only
    private void show(String text, Object... values) {
        err.print("\r\u001b[K" + String.format(Locale.ROOT, text, values));
    }

    void done(int records, long groups, DedupeCommand.Tally tally) {
        if (terminal) err.print("\r\u001b[K");
        double seconds = (System.nanoTime() - start) / 1e9;
        err.printf(Locale.ROOT, "%,d records, %,d customers, in %.1f s%n", records, groups, seconds);
        err.printf(
                Locale.ROOT,
                "pairs: %,d certain (expected wrong: %.4f %%), %,d probable%n",
                tally.certain,
                tally.certain == 0 ? 0 : 100 * tally.risk / tally.certain,
                tally.probable);
    }
}
