package okienko.ordercontrol.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.rulefiles.RuleTree;
import okienko.ui.Language;
import okienko.ui.Words;
import okienko.vocabulary.Texts;

/**
 * One thing in which two rule sets differ.
 *
 * @param title what the rule is called
 * @param field the field's path as in a file, {@code channels.allegro.mode}; empty: the rule itself came or went
 * @param before its value in the first; empty when it had none
 * @param after its value in the second
 */
public record RuleDifference(Reason reason, Texts title, String field, String before, String after) {

    /** What changes from one rule set to another: the rules in their order, their fields in theirs. */
    public static List<RuleDifference> between(RuleSet before, RuleSet after) {
        List<RuleDifference> all = new ArrayList<>();
        Stream.concat(after.rules().stream(), before.rules().stream())
                .map(Rule::reason)
                .distinct()
                .forEach(reason -> between(reason, before.find(reason), after.find(reason), all));
        return all;
    }

    private static void between(Reason reason, Optional<Rule> was, Optional<Rule> is, List<RuleDifference> all) {
        Texts title = is.or(() -> was).orElseThrow().wording().title();
        boolean own = reason instanceof Reason.Custom;
        if (own && (was.isEmpty() || is.isEmpty())) {
            all.add(new RuleDifference(reason, title, "", text(was), text(is)));
            return;
        }
        Map<String, String> first = was.map(RuleTree::leaves).orElse(Map.of());
        Map<String, String> second = is.map(RuleTree::leaves).orElse(Map.of());
        Set<String> fields = new LinkedHashSet<>(second.keySet());
        fields.addAll(first.keySet());
        for (String field : fields) {
            String before = first.getOrDefault(field, "");
            String after = second.getOrDefault(field, "");
            if (!before.equals(after)) all.add(new RuleDifference(reason, title, field, before, after));
        }
    }

    private static String text(Optional<Rule> rule) {
        return rule.map(Rule::condition).map(Rule.Written::text).orElse("");
    }

    /** For the audit trail: {@code UNPAID everywhere.mode: on → off}. */
    String plain() {
        return reason.name() + (field.isEmpty() ? "" : " " + field) + ": " + before + " → " + after;
    }

    /** In a reader's language: {@code Not paid, allegro – mode: on → shadow}. */
    public String sentence(Locale locale) {
        Words words = Words.in(locale);
        String rule = title.isEmpty() ? FindingWords.title(reason, locale) : title.in(locale);
        if (field.isEmpty()) {
            return words.say(after.isEmpty() ? "rules.difference.gone" : "rules.difference.new", rule);
        }
        return words.say("rules.difference.changed", rule + place(words), value(before, words), value(after, words));
    }

    private String place(Words words) {
        List<String> path = List.of(field.split("\\.", -1));
        String place = switch (path.getFirst()) {
            case "everywhere" -> "";
            // a channel's name may have dots of its own
            case "channels" -> ", " + field.substring("channels.".length(), field.length() - tail().length() - 1);
            default -> "";
        };
        return place + " – " + label(words);
    }

    /** The field below the channel: {@code mode}, {@code parameters.upTo}. */
    private String tail() {
        int parameters = field.lastIndexOf(".parameters.");
        return field.substring(parameters >= 0 ? parameters + 1 : field.lastIndexOf('.') + 1);
    }

    private String label(Words words) {
        String tail = tail();
        if (tail.startsWith("parameters.")) return parameter(tail.substring("parameters.".length()), words);
        int dot = field.indexOf('.');
        String top = dot < 0 ? field : field.substring(0, dot);
        return switch (top) {
            case "title", "message", "why" ->
                words.say("rules.field." + top) + " ("
                        + Language.of(tail).map(Language::ownName).orElse(tail) + ")";
            default -> words.say("rules.field." + tail);
        };
    }

    private String parameter(String name, Words words) {
        String key = "reason." + reason.name() + ".parameter." + name;
        return words.knows(key) ? words.say(key) : name;
    }

    private String value(String value, Words words) {
        if (value.isEmpty()) return byDefault(words);
        String key = switch (tail()) {
            case "mode" -> "rules.mode." + value.toUpperCase(Locale.ROOT);
            case "severity" -> "rules.severity." + value.toUpperCase(Locale.ROOT);
            case "reasonNeeded" -> "rules.yes";
            default -> "";
        };
        return words.knows(key) ? words.say(key) : value;
    }

    private String byDefault(Words words) {
        boolean setting = tail().equals("mode") || tail().startsWith("parameters.");
        boolean check = reason instanceof ReasonCode code && Checks.of(code).isPresent();
        return setting && check ? words.say("rules.default") : "–";
    }
}
