package okienko.ordercontrol.conditions;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.ordercontrol.conditions.Explanation.State;
import okienko.ordercontrol.terms.Amount;
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
        return said(part) + " → " + result(part);
    }

    private String said(Explanation part) {
        return switch (part.form()) {
            case "&&" -> words.say("condition.explained.all");
            case "||" -> words.say("condition.explained.any");
            case "!" -> words.say("condition.explained.not", phrase(part.parts().getFirst()));
            case "attribute" -> label(part);
            default -> COMPARISONS.contains(part.form()) ? joined(part) : part.text();
        };
    }

    private String joined(Explanation part) {
        List<Explanation> operands = part.parts();
        return operands.size() < 2
                ? part.text()
                : phrase(operands.get(0)) + " " + part.form() + " " + phrase(operands.get(1));
    }

    /** A part inside another's sentence. */
    private String phrase(Explanation part) {
        if (part.state() == State.NOT_LOOKED_AT) return part.text();
        return switch (part.form()) {
            case "value" -> result(part);
            case "attribute" -> label(part) + " " + result(part);
            case "orValue" -> phrase(part.parts().getFirst());
            default -> part.text() + " = " + result(part);
        };
    }

    private String label(Explanation part) {
        return part.attribute() == null
                ? part.text()
                : words.say(part.attribute().word());
    }

    private String result(Explanation part) {
        return switch (part.state()) {
            case KNOWN -> value(part.value());
            case UNKNOWN -> words.say("condition.explained.unknown");
            case FAILED -> words.say("condition.explained.failed");
            case NOT_LOOKED_AT -> words.say("condition.explained.skipped");
        };
    }

    private String value(@Nullable Object value) {
        return switch (value) {
            case null -> words.say("condition.explained.absent");
            case Boolean yes -> words.say(yes ? "condition.explained.true" : "condition.explained.false");
            case Amount amount -> words.say("condition.explained.value", amount.money());
            case Long number -> words.say("condition.explained.value", number);
            case Instant time -> words.say("condition.explained.value", time);
            case String text -> "\"" + text + "\"";
            case List<?> list -> list.stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
            default -> "…";
        };
    }
}
