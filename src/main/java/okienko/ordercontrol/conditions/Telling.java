package okienko.ordercontrol.conditions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.ordercontrol.conditions.Explanation.State;
import okienko.ordercontrol.terms.Amount;
import okienko.ordercontrol.terms.Attribute;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/** Says what a part of a condition came to, in a reader's language. */
final class Telling {

    private static final Set<String> COMPARISONS =
            Set.of("==", "!=", "<", "<=", ">", ">=", "in", "+", "-", "*", "/", "%");

    private final Words words;

    Telling(Words words) {
        this.words = words;
    }

    String sentence(Explanation part) {
        if (part.state() == State.NOT_LOOKED_AT) return part.text() + " " + words.say("condition.explained.skipped");
        return said(part) + " → " + result(part, part.attribute());
    }

    private String said(Explanation part) {
        return switch (part.form()) {
            case "&&" -> words.say("condition.explained.all");
            case "||" -> words.say("condition.explained.any");
            case "!" -> words.say("condition.explained.not", phrase(part.parts().getFirst(), null));
            case "attribute" -> label(part);
            default -> COMPARISONS.contains(part.form()) ? joined(part) : part.text();
        };
    }

    private String joined(Explanation part) {
        List<Explanation> operands = part.parts();
        if (operands.size() < 2) return part.text();
        Attribute choice = choice(operands);
        return phrase(operands.get(0), choice) + " " + part.form() + " " + phrase(operands.get(1), choice);
    }

    /** The attribute compared, if it is one of a few words: those have names people know. */
    private static @Nullable Attribute choice(List<Explanation> operands) {
        return operands.stream()
                .map(Explanation::attribute)
                .filter(attribute -> attribute != null && !attribute.choices().isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** A part inside another's sentence. */
    private String phrase(Explanation part, @Nullable Attribute choice) {
        if (part.state() == State.NOT_LOOKED_AT) return part.text();
        return switch (part.form()) {
            case "value" -> result(part, choice);
            case "attribute" -> label(part) + " " + result(part, choice);
            case "orValue" -> phrase(part.parts().getFirst(), choice);
            default -> part.text() + " = " + result(part, choice);
        };
    }

    private String label(Explanation part) {
        return part.attribute() == null
                ? part.text()
                : words.say(part.attribute().word());
    }

    private String result(Explanation part, @Nullable Attribute choice) {
        return switch (part.state()) {
            case KNOWN -> value(part.value(), choice);
            case UNKNOWN -> words.say("condition.explained.unknown");
            case FAILED -> words.say("condition.explained.failed");
            case NOT_LOOKED_AT -> words.say("condition.explained.skipped");
        };
    }

    private String value(@Nullable Object value, @Nullable Attribute choice) {
        return switch (value) {
            case null -> words.say("condition.explained.absent");
            case Boolean yes -> words.say(yes ? "condition.explained.true" : "condition.explained.false");
            case Amount amount -> words.say("condition.explained.value", amount.money());
            case Long number -> words.say("condition.explained.value", number);
            case Instant time -> words.say("condition.explained.value", time);
            case String text -> named(text, choice);
            case List<?> list ->
                list.stream().map(one -> value(one, choice)).collect(Collectors.joining(", ", "[", "]"));
            default -> "…";
        };
    }

    private String named(String text, @Nullable Attribute choice) {
        String key = choice == null ? "" : "evidence." + choice.name() + "." + text;
        return words.knows(key) ? words.say(key) : "\"" + text + "\"";
    }
}
