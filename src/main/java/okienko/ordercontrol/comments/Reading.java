package okienko.ordercontrol.comments;

import java.util.List;

/**
 * What the reader made of a comment.
 *
 * @param relevant whether a person should see it before the order goes on
 * @param because the rule that decided, e.g. {@code model}, {@code courtesy}
 * @param intents what the buyer seems to want, the main thing first; empty when the comment changes nothing
 * @param score how far it is from a courtesy: 0 certainly one, 1 certainly none
 * @param clauses the pieces that decided, as the buyer wrote them; empty when the comment changes nothing
 * @param facts what was recognised in it
 * @param model the version of the model that read it
 */
public record Reading(
        boolean relevant,
        String because,
        List<Intent> intents,
        double score,
        List<String> clauses,
        List<Fact> facts,
        String model) {

    public Reading {
        intents = List.copyOf(intents);
        clauses = List.copyOf(clauses);
        facts = List.copyOf(facts);
    }
}
