package okienko.ordercontrol.editor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import okienko.access.Role;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.rulefiles.FileProblem;
import okienko.ordercontrol.rulefiles.RuleFile;
import okienko.ordercontrol.rulefiles.RuleTree;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * A rule as it is being typed. Its fields have the names they have in a file of rules ({@code releases.scope.upTo}), and what
 * may be in them is said by who reads those files: there is one notation and one set of sentences about it.
 *
 * @param reason null: a new one whose name cannot be one yet
 * @param values what is typed, by field; lengths of time in two, {@code .amount} and {@code .unit}
 */
record TypedRule(@Nullable Reason reason, Map<String, String> values, TypedCondition condition) {

    /** The short name of a new rule. */
    static final String NAME = "name";

    static final List<String> LENGTHS = List.of("clearsWithin", "releases.scope.lasts", "releases.lapsesAfter");

    /** What a release covers, a field for each attribute. */
    static final String FACTS = "releases.scope.facts.";

    private static final String CHANNELS = "channels.";
    private static final String MODE = ".mode";
    private static final List<String> PLAIN = List.of(
            "severity",
            "queue",
            "everywhere.mode",
            "valid.from",
            "valid.to",
            "releases.reasonNeeded",
            "releases.fourEyesAbove",
            "releases.scope.upTo",
            "releases.scope.percent");

    /** What came of reading it: the rule, or what is wrong by field. */
    record Result(Optional<Rule> rule, Map<String, String> wrong) {}

    static TypedRule of(Rule rule) {
        Map<String, String> values = new TreeMap<>(RuleTree.leaves(rule));
        rule.releases().by().forEach(role -> values.put("releases.by." + role, "true"));
        rule.releases().scope().facts().forEach(path -> values.put(FACTS + path, "true"));
        for (String length : LENGTHS) {
            String text = values.remove(length);
            if (text != null) Lengths.split(text).forEach((part, value) -> values.put(length + part, value));
        }
        return new TypedRule(
                rule.reason(), values, TypedCondition.of(rule.condition(), rule.reason() instanceof Reason.Custom));
    }

    static TypedRule blank() {
        return new TypedRule(null, Map.of(), TypedCondition.of(null, true));
    }

    static TypedRule typed(@Nullable Reason reason, Map<String, String> form) {
        String name = form.getOrDefault(NAME, "").strip();
        Reason known = reason != null
                ? reason
                : Reason.find(Reason.Custom.PREFIX + name).orElse(null);
        return new TypedRule(known, form, TypedCondition.typed(form));
    }

    TypedRule after(String act) {
        return new TypedRule(reason, values, condition.after(act));
    }

    boolean own() {
        return !(reason instanceof ReasonCode);
    }

    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /** The rule, where nothing is wrong. */
    Result result() {
        Map<String, String> wrong = new LinkedHashMap<>();
        Words words = Words.here();
        if (reason == null) {
            wrong.put(NAME, words.say("editor.wrong.name"));
            return new Result(Optional.empty(), wrong);
        }
        RuleFile.Read read = RuleFile.typed(tree(reason));
        for (FileProblem problem : read.problems()) {
            boolean missing = problem.kind().equals("missing");
            String field = missing ? String.valueOf(problem.arguments().get("missing")) : problem.field();
            String told = LENGTHS.contains(field)
                    ? words.say("editor.wrong.length")
                    : missing ? words.say("editor.wrong.missing") : problem.remark(words);
            wrong.putIfAbsent(field, told);
        }
        if (!condition.wrongs().isEmpty()) wrong.put("condition", words.say("editor.wrong.condition"));
        Optional<Rule> rule = wrong.isEmpty() ? read.rules().find(reason) : Optional.empty();
        if (wrong.isEmpty() && !own()) rule = Optional.of(rule.orElse(Rule.of((ReasonCode) reason)));
        return new Result(rule, wrong);
    }

    private Map<String, Object> tree(Reason known) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("rule", known.name());
        values.forEach((name, text) -> {
            boolean wording = name.matches("(title|message|why)\\.[a-z]{2}") && (own() || name.startsWith("why."));
            if (wording || PLAIN.contains(name)) put(tree, List.of(name.split("\\.", -1)), text);
        });
        if (own()) channels(tree);
        for (String length : LENGTHS) {
            if (own() || !length.equals("clearsWithin")) {
                put(
                        tree,
                        List.of(length.split("\\.", -1)),
                        Lengths.joined(value(length + ".amount"), value(length + ".unit")));
            }
        }
        List<String> roles = new ArrayList<>();
        for (Role role : Role.values()) {
            if (!value("releases.by." + role).isEmpty()) roles.add(role.name().toLowerCase(Locale.ROOT));
        }
        if (!roles.isEmpty()) put(tree, List.of("releases", "by"), roles);
        List<String> facts = ticked(FACTS);
        if (!facts.isEmpty()) put(tree, List.of("releases", "scope", "facts"), facts);
        Rule.Written written = condition.written();
        if (written != null) tree.put(own() ? "condition" : "appliesWhen", written.text());
        if (written != null && !written.form().isEmpty()) tree.put("form", RuleTree.form(written.form()));
        return tree;
    }

    /** The paths that are ticked in a list of attributes. */
    private List<String> ticked(String list) {
        return values.keySet().stream()
                .filter(name -> name.startsWith(list) && !value(name).isEmpty())
                .map(name -> name.substring(list.length()))
                .sorted()
                .toList();
    }

    /** A channel's name may have dots of its own. */
    private void channels(Map<String, Object> tree) {
        values.forEach((name, text) -> {
            if (!name.startsWith(CHANNELS) || !name.endsWith(MODE)) return;
            String channel = name.substring(CHANNELS.length(), name.length() - MODE.length());
            put(tree, List.of("channels", channel, "mode"), text);
        });
    }

    @SuppressWarnings("unchecked") // the tree is made here, of maps only
    private static void put(Map<String, Object> tree, List<String> path, Object value) {
        if (value instanceof String text && text.isBlank()) return;
        Map<String, Object> at = tree;
        for (String name : path.subList(0, path.size() - 1)) {
            at = (Map<String, Object>) at.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
        }
        at.put(
                path.getLast(),
                value instanceof String text ? text.replace("\r\n", "\n").strip() : value);
    }
}
