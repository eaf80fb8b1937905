package okienko.ordercontrol.editor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import okienko.access.Role;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Language;
import okienko.ui.Page;
import okienko.ui.Words;
import org.springframework.http.HttpStatus;

/**
 * The editor of one rule.
 *
 * @param made whether the rule is there already; a new one has no address of its own yet
 * @param version of the rule set it is made from
 * @param wrong what is wrong, by field
 * @param channels those a rule can be set for
 */
record RuleEditorPage(
        TypedRule rule,
        boolean made,
        int version,
        Map<String, String> wrong,
        List<String> channels,
        List<String> queues,
        ConditionPart condition)
        implements Page {

    @Override
    public HttpStatus status() {
        return wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    String title() {
        if (!made || rule.reason() == null) return Words.t("editor.new");
        return FindingWords.title(rule.reason(), Words.locale());
    }

    String note() {
        return rule.reason() instanceof ReasonCode ? Words.t("editor.note.check") : Words.t("editor.note.own");
    }

    /** Where the form goes. */
    String path() {
        return made && rule.reason() != null
                ? "/settings/rules/" + rule.reason().name() + "/edit"
                : "/settings/rules/new";
    }

    String reason() {
        return made && rule.reason() != null ? rule.reason().name() : "";
    }

    /** Whether any channel is set otherwise than all. */
    boolean ownChannels() {
        return channels.stream()
                .anyMatch(channel -> !value("channels." + channel + ".mode").isEmpty());
    }

    String value(String field) {
        return rule.value(field);
    }

    /** Whether a release covers less than all the rule read. */
    boolean ownScope() {
        return rule.values().keySet().stream().anyMatch(field -> field.startsWith(TypedRule.FACTS));
    }

    /** What the form has no field for and must not lose: wording in other languages, facts no row can ask for. */
    Map<String, String> kept() {
        Map<String, String> kept = new TreeMap<>(rule.values());
        kept.keySet().removeIf(field -> !isForeignWording(field) && !isFactWithoutAField(field));
        return kept;
    }

    private static boolean isForeignWording(String field) {
        return field.matches("(title|message|why)\\.[a-z]{2}")
                && Language.of(field.substring(field.length() - 2)).isEmpty();
    }

    private static boolean isFactWithoutAField(String field) {
        return field.startsWith(TypedRule.FACTS)
                && TypedRows.attributes().stream().noneMatch(each -> field.equals(TypedRule.FACTS + each.path()));
    }

    String wrong(String field) {
        return wrong.getOrDefault(field, "");
    }

    /** One of a few; what is not chosen has a value of its own. */
    String chosen(String field, String byDefault) {
        String value = rule.value(field);
        return value.isEmpty() ? byDefault : value;
    }

    static List<Language> languages() {
        return List.of(Language.values());
    }

    static Map<String, String> severities() {
        Map<String, String> severities = new LinkedHashMap<>();
        for (Rule.Severity severity : Rule.Severity.values()) {
            severities.put(word(severity), Words.t("rules.severity." + severity));
        }
        return severities;
    }

    static Map<String, String> modes() {
        Map<String, String> modes = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) modes.put(word(mode), Words.t("rules.mode." + mode));
        return modes;
    }

    static Map<String, String> modesOfAChannel() {
        Map<String, String> modes = new LinkedHashMap<>();
        modes.put("", Words.t("editor.channel.follows"));
        modes.putAll(modes());
        return modes;
    }

    Map<String, String> queueChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", Words.t("editor.queue.default"));
        for (String queue : queues) {
            choices.put(queue, Words.here().knows("queue." + queue) ? Words.t("queue." + queue) : queue);
        }
        return choices;
    }

    static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        for (String unit : List.of("m", "h", "d")) units.put(unit, Words.t("rules.unit." + unit));
        return units;
    }

    static List<Role> roles() {
        return List.of(Role.values());
    }

    static String role(Role role) {
        return Words.t("ui.role." + word(role));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
