package okienko.ordercontrol.rulefiles;

import static okienko.ordercontrol.rulefiles.RuleTree.APPLIES_WHEN;
import static okienko.ordercontrol.rulefiles.RuleTree.CHANNELS;
import static okienko.ordercontrol.rulefiles.RuleTree.CLEARS_WITHIN;
import static okienko.ordercontrol.rulefiles.RuleTree.CONDITION;
import static okienko.ordercontrol.rulefiles.RuleTree.EVERYWHERE;
import static okienko.ordercontrol.rulefiles.RuleTree.FORM;
import static okienko.ordercontrol.rulefiles.RuleTree.MESSAGE;
import static okienko.ordercontrol.rulefiles.RuleTree.MODE;
import static okienko.ordercontrol.rulefiles.RuleTree.PARAMETERS;
import static okienko.ordercontrol.rulefiles.RuleTree.QUEUE;
import static okienko.ordercontrol.rulefiles.RuleTree.RELEASES;
import static okienko.ordercontrol.rulefiles.RuleTree.RULE;
import static okienko.ordercontrol.rulefiles.RuleTree.SEVERITY;
import static okienko.ordercontrol.rulefiles.RuleTree.TITLE;
import static okienko.ordercontrol.rulefiles.RuleTree.VALID;
import static okienko.ordercontrol.rulefiles.RuleTree.WHY;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.Parameter;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.Problem;
import okienko.ordercontrol.forms.Form;
import okienko.ordercontrol.forms.FormJson;
import okienko.vocabulary.Texts;
import org.jspecify.annotations.Nullable;

/** Reads one rule of a file; whatever of it cannot be used is a problem, and the rest is read all the same. */
final class RuleReader {

    private static final Set<String> OF_A_CHECK =
            Set.of(RULE, WHY, APPLIES_WHEN, FORM, SEVERITY, QUEUE, EVERYWHERE, CHANNELS, VALID, RELEASES);

    private static final Set<String> OF_THE_SHOP = Set.of(
            RULE,
            TITLE,
            MESSAGE,
            WHY,
            CONDITION,
            FORM,
            SEVERITY,
            QUEUE,
            CLEARS_WITHIN,
            EVERYWHERE,
            CHANNELS,
            VALID,
            RELEASES);

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_CONDITION = 20_000;

    private final YamlItem item;
    private final Reason reason;
    private final Map<String, YamlItem> fields;
    private final boolean checking;

    private RuleReader(YamlItem item, Reason reason, boolean checking) {
        this.item = item;
        this.reason = reason;
        this.checking = checking;
        this.fields = item.fields(reason instanceof ReasonCode ? OF_A_CHECK : OF_THE_SHOP);
    }

    /**
     * The rule; empty when it cannot be told which one it is or what it needs is missing.
     *
     * @param checking whether conditions must be right, too
     */
    static Optional<Rule> read(YamlItem item, boolean checking) {
        YamlItem named = item.anyFields().get(RULE);
        if (named == null) {
            item.wrong("missing", "missing", RULE);
            return Optional.empty();
        }
        Optional<String> name = named.text(LONGEST_NAME);
        Optional<Reason> reason = name.flatMap(Reason::find);
        if (name.isPresent() && reason.isEmpty()) {
            named.wrong(
                    "unknownRule",
                    "known",
                    Stream.of(ReasonCode.values()).map(Enum::name).collect(Collectors.joining(", ")));
        }
        return reason.flatMap(known -> new RuleReader(item.of(known.name()), known, checking).rule());
    }

    private Optional<Rule> rule() {
        var details = new DetailReader(fields);
        Rule.Wording wording = new Rule.Wording(texts(TITLE), texts(MESSAGE), texts(WHY));
        Rule.Written condition = condition();
        Map<String, Setting> channels = channels();
        String queue = text(QUEUE, LONGEST_NAME);
        Rule.Severity severity = details.severity();
        Duration clearsWithin = details.length(CLEARS_WITHIN);
        Rule.Validity validity = details.validity();
        Rule.Releases releases = details.releases();
        if (reason instanceof Reason.Custom) {
            // each is asked, so that whoever wrote the file is told of all that is missing at once
            boolean titled = present(TITLE, !wording.title().isEmpty());
            boolean told = present(MESSAGE, !wording.message().isEmpty());
            boolean conditional = present(CONDITION, condition != null);
            if (!titled || !told || !conditional) return Optional.empty();
        }
        try {
            return Optional.of(
                    new Rule(reason, wording, condition, severity, queue, clearsWithin, channels, validity, releases));
        } catch (IllegalArgumentException e) {
            item.wrong("impossible", "message", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private boolean present(String field, boolean there) {
        if (!there && !fields.containsKey(field)) item.wrong("missing", "missing", field);
        return there;
    }

    private @Nullable String text(String field, int longest) {
        YamlItem at = fields.get(field);
        if (at == null) return null;
        String text = at.text(longest).orElse("");
        if (text.isEmpty()) at.wrong("empty");
        return text.isEmpty() ? null : text;
    }

    private Texts texts(String field) {
        YamlItem at = fields.get(field);
        if (at == null) return Texts.NONE;
        Map<String, String> texts = new LinkedHashMap<>();
        at.anyFields()
                .forEach((language, item) -> item.text(LONGEST_TEXT).ifPresent(text -> {
                    if (!language.matches("[a-z]{2}")) item.wrong("badLanguage");
                    else if (text.isEmpty()) item.wrong("empty");
                    else texts.put(language, text);
                }));
        if (texts.isEmpty() && at.problems().isEmpty()) at.wrong("empty");
        return new Texts(texts);
    }

    private Rule.@Nullable Written condition() {
        String field = reason instanceof ReasonCode ? APPLIES_WHEN : CONDITION;
        String text = text(field, LONGEST_CONDITION);
        YamlItem form = fields.get(FORM);
        if (form != null) return formed(form, text, field);
        if (text == null) return null;
        if (checking) check(text, fields.get(field));
        return Rule.Written.cel(text);
    }

    /** What the form says counts; the condition beside it is for people to read, and must be the one it makes. */
    private Rule.@Nullable Written formed(YamlItem item, @Nullable String text, String field) {
        Optional<Form> form = FormTree.read(item, checking);
        if (form.isEmpty()) return text == null ? null : Rule.Written.cel(text);
        String made = text == null || checking ? form.get().cel() : text;
        if (text != null && !text.equals(made)) item.wrong("formOther", "condition", field);
        if (checking) check(made, fields.get(field));
        return new Rule.Written(made, FormJson.write(form.get()));
    }

    private static void check(String text, @Nullable YamlItem at) {
        if (at == null) return;
        for (Problem problem : Conditions.check(text)) {
            FileProblem.Told told = problem::sentence;
            at.wrong("condition", at.linesBelow(problem.place().line()), Map.of("message", told));
        }
    }

    private Map<String, Setting> channels() {
        Map<String, Setting> channels = new LinkedHashMap<>();
        YamlItem everywhere = fields.get(EVERYWHERE);
        if (everywhere != null) setting(everywhere).ifPresent(set -> channels.put(RuleSet.ANY_CHANNEL, set));
        YamlItem others = fields.get(CHANNELS);
        if (others == null) return channels;
        others.anyFields().forEach((channel, item) -> {
            if (channel.isBlank() || channel.equals(RuleSet.ANY_CHANNEL)) item.wrong("badChannel");
            else setting(item).ifPresent(set -> channels.put(channel, set));
        });
        return channels;
    }

    private Optional<Setting> setting(YamlItem item) {
        Map<String, YamlItem> parts =
                item.fields(reason instanceof ReasonCode ? Set.of(MODE, PARAMETERS) : Set.of(MODE));
        YamlItem mode = parts.get(MODE);
        if (mode == null) {
            item.wrong("missing", "missing", MODE);
            return Optional.empty();
        }
        YamlItem parameters = parts.get(PARAMETERS);
        Map<String, String> set = parameters == null ? Map.of() : parameters(parameters);
        return DetailReader.word(mode, Mode.values()).map(how -> new Setting(how, set));
    }

    private Map<String, String> parameters(YamlItem item) {
        Map<String, String> set = new LinkedHashMap<>();
        Map<String, Parameter> known = reason instanceof ReasonCode code
                ? Checks.of(code).map(Check::parameters).stream()
                        .flatMap(all -> all.stream())
                        .collect(Collectors.toMap(Parameter::name, parameter -> parameter))
                : Map.of();
        item.fields(known.keySet())
                .forEach((name, value) -> value.text(Parameter.MAX_TEXT).ifPresent(text -> {
                    Parameter parameter = known.get(name);
                    if (parameter == null || parameter.accepts(text)) set.put(name, text);
                    else value.wrong("bad." + parameter.type(), "example", parameter.byDefault());
                }));
        return set;
    }
}
