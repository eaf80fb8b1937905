package okienko.ordercontrol.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * One back-test: what was tried, how far it is, and what came of it.
 *
 * @param listed which orders are listed
 * @param more whether the list has another page
 * @param channels there are, to look at one alone
 */
record BackTestPage(
        BackTestProgressPart progress,
        List<Tried> tried,
        Listed listed,
        List<Row> rows,
        int page,
        boolean more,
        List<String> channels,
        int mostDays)
        implements Page {

    /** One order that only one of the two rule sets holds. */
    record Row(ControlledOrder order, List<String> reasons) {}

    /** The two lists. */
    enum Listed {
        NEWLY_HELD,
        NO_LONGER_HELD;

        Answer.Side of(Answer answer) {
            return switch (this) {
                case NEWLY_HELD -> answer.newlyHeld();
                case NO_LONGER_HELD -> answer.noLongerHeld();
            };
        }
    }

    BackTest test() {
        return progress.test();
    }

    @Nullable
    Answer answer() {
        return test().answer().orElse(null);
    }

    Answer.Side side(Listed which) {
        return which.of(Objects.requireNonNull(answer()));
    }

    String address(Listed which, int toPage) {
        return "/settings/backtests/" + test().id() + "?side=" + which + "&page=" + toPage + "#orders";
    }

    Map<String, String> channelChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", Words.t("backtest.channel.all"));
        channels.forEach(channel -> choices.put(channel, channel));
        return choices;
    }

    static String reason(String code) {
        return FindingWords.title(Reason.of(code), Words.locale());
    }
}
