package okienko.ordercontrol.conditions;

import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ordercontrol.conditions.Problem.Suggestion;

/** What CEL's parser stumbles over, told in our words. What follows the first is mostly its consequence. */
final class SyntaxProblem {

    private static final Pattern INPUT =
            Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*", Pattern.DOTALL);
    private static final Pattern CHARACTERS = Pattern.compile("token recognition error at: '(.*)'", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("For input string.*", Pattern.DOTALL);

    /** What people write who know other languages. */
    private static final Map<String, String> OPERATORS = Map.of(
            "and", "&&", "or", "||", "not", "!", "AND", "&&", "OR", "||", "NOT", "!", "is", "==", "i", "&&", "lub",
            "||");

    private SyntaxProblem() {}

    static Problem of(Wording wording, CelValidationResult result) {
        if (result.getErrors().isEmpty()) return Problem.at(wording.at(0), "tooMuch");
        CelIssue first = result.getErrors().getFirst();
        String message = first.getMessage();
        int offset =
                result.getSource().getLocationOffset(first.getSourceLocation()).orElse(0);
        Place place = wording.at(offset);
        Matcher characters = CHARACTERS.matcher(message);
        if (characters.matches())
            return character(wording, offset, characters.group(1).strip());
        Matcher input = INPUT.matcher(message);
        if (input.matches()) return input(place, input.group(1));
        if (NUMBER.matcher(message).matches())
            return Problem.at(place, "number", Map.of("found", wording.written(place)));
        String low = message.toLowerCase(Locale.ROOT);
        if (low.contains("simple name")) return Problem.at(place, "nameExpected");
        if (low.contains("recursion") || low.contains("limit")) return Problem.at(place, "tooMuch");
        if (low.contains("reserved")) return Problem.at(place, "reserved", Map.of("found", wording.written(place)));
        return Problem.at(place, "notUnderstood");
    }

    private static Problem input(Place place, String found) {
        if (found.equals("<EOF>")) return Problem.at(place, "unfinished");
        String operator = OPERATORS.get(found);
        if (operator == null) return Problem.at(place, "unexpected", Map.of("found", found));
        return Problem.at(place, "operator", Map.of("found", found, "remedy", operator))
                .suggesting(List.of(new Suggestion(place, operator)));
    }

    private static Problem character(Wording wording, int offset, String found) {
        Place place = wording.at(offset);
        if (found.startsWith("\"") || found.startsWith("'")) return Problem.at(place, "unclosedText");
        Place one = Place.of(wording.text(), place.offset(), 1);
        for (String single : List.of("=", "&", "|")) {
            if (!found.startsWith(single)) continue;
            String twice = single + single;
            return Problem.at(one, "operator", Map.of("found", single, "remedy", twice))
                    .suggesting(List.of(new Suggestion(one, twice)));
        }
        return Problem.at(one, "character", Map.of("found", wording.written(one)));
    }
}
