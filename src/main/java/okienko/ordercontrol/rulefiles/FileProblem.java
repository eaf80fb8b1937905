package okienko.ordercontrol.rulefiles;

import java.util.HashMap;
import java.util.Map;
import okienko.ui.Words;

/**
 * Something in a file of rules that cannot be used.
 *
 * @param line counted from 1
 * @param rule whose; empty when it is about the file
 * @param field where in the rule: {@code everywhere.parameters.onlineWithin}
 * @param value what stands there, shortened
 * @param kind which sentence tells it: {@code rulefile.problem.<kind>}
 * @param arguments of the sentence, by name
 */
public record FileProblem(
        int line, String rule, String field, String value, String kind, Map<String, Object> arguments) {

    private static final int LONGEST_VALUE = 60;

    public FileProblem {
        value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        arguments = Map.copyOf(arguments);
    }

    /** An argument that is itself told in the reader's language. */
    interface Told {
        String in(Words words);
    }

    /** Where it is, what stands there and what to write instead, in a reader's language. */
    public String sentence(Words words) {
        Map<String, Object> told = told(words);
        String where = words.say("rulefile.line", told)
                + (rule.isEmpty() ? "" : ", " + rule)
                + (field.isEmpty() ? "" : ", " + field);
        return where + ": " + remark(words);
    }

    /** What is wrong and what to write instead, for whoever is at the place already. */
    public String remark(Words words) {
        return words.say("rulefile.problem." + kind, told(words));
    }

    private Map<String, Object> told(Words words) {
        Map<String, Object> told = new HashMap<>(arguments);
        told.replaceAll((_, argument) -> argument instanceof Told word ? word.in(words) : argument);
        told.put("line", Integer.toString(line));
        told.put("rule", rule);
        told.put("field", field);
        told.put("value", value);
        return told;
    }
}
