package okienko.ordercontrol.conditions;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okienko.ui.Words;

/**
 * Something wrong with a condition that is being typed.
 *
 * @param place where
 * @param key of the sentence that tells it
 * @param arguments of the sentence, by name
 * @param suggestions what may have been meant, the likeliest first
 */
public record Problem(Place place, String key, Map<String, Object> arguments, List<Suggestion> suggestions) {

    /**
     * What may have been meant.
     *
     * @param place what to put it instead of
     */
    public record Suggestion(Place place, String text) {}

    /** An argument that is itself told in the reader's language. */
    record Word(String key) {}

    public Problem {
        arguments = Map.copyOf(arguments);
        suggestions = List.copyOf(suggestions);
    }

    static Problem at(Place place, String kind, Map<String, Object> arguments) {
        return new Problem(place, "condition.problem." + kind, arguments, List.of());
    }

    static Problem at(Place place, String kind) {
        return at(place, kind, Map.of());
    }

    /** With other ways to write it. */
    Problem suggesting(List<Suggestion> ways) {
        return new Problem(place, key, arguments, ways);
    }

    /** What is wrong and what to do about it, in a reader's language. */
    public String sentence(Words words) {
        Map<String, Object> told = new HashMap<>(arguments);
        told.replaceAll((_, argument) -> argument instanceof Word(String word) ? words.say(word) : argument);
        String wrong = words.say(key, told);
        if (suggestions.isEmpty()) return wrong;
        String meant =
                String.join(", ", suggestions.stream().map(Suggestion::text).toList());
        return wrong + " " + words.say("condition.problem.suggestion", Map.of("text", meant));
    }
}
