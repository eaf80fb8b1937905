package okienko.desk.list;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okienko.desk.Queues;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Page;
import okienko.ui.Words;
import okienko.work.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The list of orders a question asks for.
 *
 * @param counts how many the question finds in each state
 * @param views named questions
 * @param asOf the moment it was read, as an address carries it
 */
record OrdersPage(
        Question question,
        OrderRowsPart rows,
        Map<State, Integer> counts,
        List<String> channels,
        List<Queue> queues,
        List<SavedView> views,
        String agent,
        String asOf)
        implements Page {

    /** How many there are in the states asked for. */
    int found() {
        return counts.entrySet().stream()
                .filter(entry -> !question.has("state")
                        || question.has("state", entry.getKey().name()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** A state's count for the eye: from {@link ControlledOrders#MOST_COUNTED} on nobody counts any more. */
    String count(State state) {
        return text(counts.getOrDefault(state, 0));
    }

    String foundText() {
        return text(found());
    }

    private static String text(int count) {
        return count >= ControlledOrders.MOST_COUNTED
                ? Words.number(ControlledOrders.MOST_COUNTED) + "+"
                : Words.number(count);
    }

    /** The view whose question this is. */
    @Nullable
    SavedView view() {
        return views.stream().filter(view -> view.asks(question)).findFirst().orElse(null);
    }

    /** All reasons by name in the reader's language. */
    List<Reason> reasons() {
        return Stream.concat(Arrays.stream(ReasonCode.values()), FindingWords.ownRules().stream())
                .sorted(Comparator.comparing(
                        reason -> FindingWords.title(reason, Words.locale()), Collator.getInstance(Words.locale())))
                .toList();
    }

    /** Ages one can ask for. */
    Map<String, String> ages() {
        var ages = new LinkedHashMap<String, String>();
        ages.put("", Words.t("desk.filter.any"));
        for (String age : List.of("30m", "1h", "2h", "4h", "8h", "1d", "2d", "3d", "7d", "30d")) {
            ages.put(age, Words.duration(Objects.requireNonNull(Question.age(age))));
        }
        return ages;
    }

    /**
     * Something asked for, in words.
     *
     * @param without where the list is without it
     */
    record Chip(String label, String without) {}

    /** Everything asked for besides the state. */
    List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        question.values().forEach((parameter, values) -> {
            if (parameter.equals("state") || parameter.equals("sort")) return;
            for (String value : values) {
                chips.add(new Chip(
                        label(parameter, value),
                        question.without(parameter, value).address()));
            }
        });
        return chips;
    }

    private static String label(String parameter, String value) {
        return switch (parameter) {
            case "reason" -> FindingWords.title(Reason.of(value), Words.locale());
            case "queue" -> Words.t("desk.chip.queue", Queues.name(value));
            case "older", "newer" -> Words.t("desk.chip." + parameter, Question.age(value));
            default -> Words.t("desk.chip." + parameter, value);
        };
    }
}
