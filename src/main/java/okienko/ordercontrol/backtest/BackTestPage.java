package okienko.ordercontrol.backtest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.rules.RuleDifference;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * One back-test: what was tried, how far it is, and what came of it.
 *
 * @param concerned waiting and held orders the rules that were tried may judge otherwise; null: the rules were changed since,
 *     so that these cannot be saved any more
 * @param listed which orders are listed
 * @param more whether the list has another page
 * @param channels there are, to look at one alone
 */
record BackTestPage(
        BackTestProgressPart progress,
        @Nullable Integer concerned,
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

    /** What is tried, in sentences. */
    List<String> tried() {
        Question question = test().question();
        return RuleDifference.between(question.current(), question.candidate()).stream()
                .map(difference -> difference.sentence(Words.locale()))
                .toList();
    }

    /** What a reason is called; a new rule that is tried has its name in the rules tried only. */
    String reason(String code) {
        Reason reason = Reason.of(code);
        return test().question()
                .candidate()
                .find(reason)
                .map(rule -> rule.wording().title())
                .filter(title -> !title.isEmpty())
                .map(title -> title.in(Words.locale()))
                .orElseGet(() -> FindingWords.title(reason, Words.locale()));
    }
}
