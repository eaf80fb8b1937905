package okienko.ordercontrol.backtest;

import java.util.List;
import okienko.ui.Page;

/** A person's last back-tests, newest first. */
record BackTestsPage(List<BackTest> tests) implements Page {

    static String tone(BackTest.State state) {
        return switch (state) {
            case RUNNING -> "waiting";
            case DONE -> "good";
            case CANCELLED -> "quiet";
            case FAILED -> "bad";
        };
    }

    static String title(BackTest test) {
        List<Tried> tried = Tried.between(test.question());
        return tried.isEmpty() ? "–" : tried.getFirst().title();
    }
}
