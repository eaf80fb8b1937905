package okienko.ordercontrol.backtest;

import java.util.List;
import okienko.ordercontrol.rules.RuleDifference;
import okienko.ui.Page;
import okienko.ui.Words;

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
        Question question = test.question();
        return RuleDifference.between(question.current(), question.candidate()).stream()
                .findFirst()
                .map(difference -> difference.sentence(Words.locale()))
                .orElse("–");
    }
}
