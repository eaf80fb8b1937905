package okienko.ordercontrol.rulefiles;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.forms.FormJson;
import okienko.vocabulary.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A rule as fields within fields, in the order in which a person reads them: what files are written from and what two
 * versions are compared by. A field that says nothing is not there.
 */
public final class RuleTree {

    // the fields, as they are called in files
    static final String RULE = "rule";
    static final String TITLE = "title";
    static final String MESSAGE = "message";
    static final String WHY = "why";
    static final String CONDITION = "condition";
    static final String APPLIES_WHEN = "appliesWhen";
    static final String FORM = "form";
    static final String SEVERITY = "severity";
    static final String QUEUE = "queue";
    static final String CLEARS_WITHIN = "clearsWithin";
    static final String EVERYWHERE = "everywhere";
    static final String CHANNELS = "channels";
    static final String MODE = "mode";
    static final String PARAMETERS = "parameters";
    static final String VALID = "valid";
    static final String FROM = "from";
    static final String TO = "to";
    static final String RELEASES = "releases";
    static final String BY = "by";
    static final String REASON_NEEDED = "reasonNeeded";
    static final String FOUR_EYES_ABOVE = "fourEyesAbove";
    static final String LAPSES_AFTER = "lapsesAfter";
    static final String SCOPE = "scope";
    static final String FACTS = "facts";
    static final String UP_TO = "upTo";
    static final String PERCENT = "percent";
    static final String LASTS = "lasts";

    private RuleTree() {}

    /** The rule: texts, lists of texts, and fields within. */
    static Map<String, Object> of(Rule rule) {
        Map<String, Object> tree = new LinkedHashMap<>();
        boolean own = rule.reason() instanceof Reason.Custom;
        tree.put(RULE, rule.reason().name());
        put(tree, TITLE, texts(rule.wording().title()));
        put(tree, MESSAGE, texts(rule.wording().message()));
        put(tree, WHY, texts(rule.wording().why()));
        Rule.Written condition = rule.condition();
        if (condition != null) {
            put(tree, own ? CONDITION : APPLIES_WHEN, condition.text());
            if (!condition.form().isEmpty()) put(tree, FORM, form(condition.form()));
        }
        if (rule.severity() != Rule.Severity.NORMAL) put(tree, SEVERITY, word(rule.severity()));
        put(tree, QUEUE, rule.queue());
        put(tree, CLEARS_WITHIN, length(rule.clearsWithin()));
        channels(rule, tree);
        Map<String, Object> valid = new LinkedHashMap<>();
        put(valid, FROM, rule.validity().from());
        put(valid, TO, rule.validity().to());
        put(tree, VALID, valid);
        put(tree, RELEASES, releases(rule.releases()));
        return tree;
    }

    /** A form as it is kept with a condition, as fields within fields. */
    public static Map<String, Object> form(String kept) {
        return FormTree.of(FormJson.read(kept));
    }

    private static void channels(Rule rule, Map<String, Object> tree) {
        Map<String, Setting> channels = new TreeMap<>(rule.channels());
        Setting everywhere = channels.remove(RuleSet.ANY_CHANNEL);
        if (everywhere != null) put(tree, EVERYWHERE, setting(everywhere));
        Map<String, Object> others = new LinkedHashMap<>();
        channels.forEach((channel, setting) -> others.put(channel, setting(setting)));
        put(tree, CHANNELS, others);
    }

    private static Map<String, Object> setting(Setting setting) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(MODE, word(setting.mode()));
        put(tree, PARAMETERS, new TreeMap<>(setting.parameters()));
        return tree;
    }

    private static Map<String, Object> releases(Rule.Releases releases) {
        Map<String, Object> tree = new LinkedHashMap<>();
        put(tree, BY, releases.by().stream().map(RuleTree::word).toList());
        if (releases.reasonNeeded()) put(tree, REASON_NEEDED, true);
        put(tree, FOUR_EYES_ABOVE, releases.fourEyesAbove());
        Map<String, Object> scope = new LinkedHashMap<>();
        put(
                scope,
                FACTS,
                List.copyOf(releases.scope().facts()).stream().sorted().toList());
        put(scope, UP_TO, releases.scope().upTo());
        put(scope, PERCENT, releases.scope().percent());
        put(scope, LASTS, length(releases.scope().lasts()));
        put(tree, SCOPE, scope);
        put(tree, LAPSES_AFTER, length(releases.lapsesAfter()));
        return tree;
    }

    private static Map<String, Object> texts(Texts texts) {
        return new LinkedHashMap<>(texts.byLanguage());
    }

    /** {@code P7D} rather than {@code PT168H}. */
    private static @Nullable String length(@Nullable Duration length) {
        if (length == null) return null;
        boolean days = length.equals(Duration.ofDays(length.toDays()));
        return days ? "P" + length.toDays() + "D" : length.toString();
    }

    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static void put(Map<String, Object> tree, String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Map<?, ?> fields when fields.isEmpty() -> {}
            case Collection<?> list when list.isEmpty() -> {}
            case Map<?, ?> fields -> tree.put(field, fields);
            case Collection<?> list -> tree.put(field, new ArrayList<>(list));
            default -> {
                if (!value.toString().isEmpty()) tree.put(field, value.toString());
            }
        }
    }

    /**
     * The values of a rule by path, {@code channels.allegro.mode}, in the order in which a person reads them. The form is left
     * out: it says the same as the condition.
     */
    public static Map<String, String> leaves(Rule rule) {
        Map<String, String> leaves = new LinkedHashMap<>();
        Map<String, Object> tree = of(rule);
        tree.keySet().removeAll(List.of(RULE, FORM));
        flatten("", tree, leaves);
        return leaves;
    }

    private static void flatten(String path, Map<?, ?> fields, Map<String, String> leaves) {
        fields.forEach((name, value) -> {
            String at = path.isEmpty() ? name.toString() : path + "." + name;
            switch (value) {
                case Map<?, ?> within -> flatten(at, within, leaves);
                case Collection<?> list ->
                    leaves.put(
                            at,
                            String.join(
                                    ", ", list.stream().map(Object::toString).toList()));
                default -> leaves.put(at, value.toString());
            }
        });
    }
}
