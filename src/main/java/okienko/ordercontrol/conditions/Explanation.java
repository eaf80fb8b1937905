package okienko.ordercontrol.conditions;

import java.util.List;
import okienko.ordercontrol.terms.Attribute;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A part of a condition and what it came to for one order.
 *
 * @param text the part as it is written
 * @param form what kind of part it is: an operator such as {@code >}, {@code &&}, the name of a function, {@code value} or
 *     {@code attribute}
 * @param attribute what it reads; null when it is no attribute
 * @param state how far it got
 * @param value what it came to; null unless it is known, and where an order does without it
 * @param parts what it is made of; of a loop, what it said of each line it looked at
 */
public record Explanation(
        String text,
        String form,
        @Nullable Attribute attribute,
        State state,
        @Nullable Object value,
        List<Explanation> parts) {

    public Explanation {
        parts = List.copyOf(parts);
    }

    /** How far a part got. */
    public enum State {
        KNOWN,
        /** Something it needs is not known yet. */
        UNKNOWN,
        FAILED,
        /** The answer stood before it was its turn. */
        NOT_LOOKED_AT
    }

    /** The part and its value in a reader's language: {@code total 17,998.00 PLN > 15,000.00 PLN → true}. */
    public String sentence(Words words) {
        return new Telling(words).sentence(this);
    }

    /** This part and all beneath it, one a line, each as deep as it lies. */
    public String told(Words words) {
        StringBuilder all = new StringBuilder();
        tell(words, "", all);
        return all.toString();
    }

    private void tell(Words words, String indent, StringBuilder all) {
        all.append(indent).append(sentence(words)).append('\n');
        for (Explanation part : parts) {
            if (part.isWorthALine()) part.tell(words, indent + "  ", all);
        }
    }

    /** Whether it says more than the line of the part it belongs to. */
    public boolean isWorthALine() {
        boolean saidAlready = form.equals("value") || form.equals("orValue");
        return !saidAlready && (!form.equals("attribute") || value instanceof Boolean || state != State.KNOWN);
    }
}
