package okienko.ordercontrol.rules;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.Rule.Releases;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.alarms.RuleAlarm;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.checks.Parameter;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * One rule and its setting for one channel, or for all that have none of their own.
 *
 * @param rule what is decided about it; null: nothing
 * @param channel whose setting the form shows; {@code *} for all
 * @param channels all there are, to make exceptions for
 * @param exceptions channels with a setting of their own
 * @param own whether this channel has one
 * @param values the parameters as typed
 * @param wrong names of those that cannot be
 * @param open waiting and held orders a change could control again
 * @param releases who may settle what it holds, and how far that goes
 * @param alarm null: it never broke down
 * @param nowhere whether it is attached to no channel
 * @param never whether its condition was true of no order of the last days
 */
record RulePage(
        Reason reason,
        @Nullable Rule rule,
        List<Parameter> parameters,
        String channel,
        List<String> channels,
        Map<String, Setting> exceptions,
        boolean own,
        Mode mode,
        Map<String, String> values,
        List<String> wrong,
        int open,
        Releases releases,
        @Nullable RuleAlarm alarm,
        boolean nowhere,
        boolean never)
        implements Page {

    @Override
    public HttpStatus status() {
        return wrong.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** What there is to say about the rule besides its settings, by what it is. */
    Map<String, String> says() {
        Map<String, String> says = new LinkedHashMap<>();
        if (rule == null) return says;
        Locale reader = Words.locale();
        if (!rule.wording().why().isEmpty()) {
            says.put(Words.t("rules.field.why"), rule.wording().why().in(reader));
        }
        if (!rule.wording().message().isEmpty()) {
            says.put(Words.t("rules.field.message"), rule.wording().message().in(reader));
        }
        Rule.Written condition = rule.condition();
        if (condition != null) {
            says.put(Words.t(ownRule() ? "rules.field.condition" : "rules.field.appliesWhen"), condition.text());
        }
        return says;
    }

    boolean ownRule() {
        return reason instanceof Reason.Custom;
    }

    String title() {
        return FindingWords.title(reason, Words.locale());
    }

    String about() {
        String key = "reason." + reason.name() + ".about";
        return Words.here().knows(key) ? Words.t(key) : Words.t("rules.own");
    }

    /** That it broke down and somebody knows; empty when it never did, or the alarm above the page says so. */
    String breakdown() {
        if (alarm == null || alarm.ringing() || alarm.acknowledgedAt() == null) return "";
        return Words.t(
                "rules.alarm.known.on",
                alarm.orders(),
                Words.dateTime(alarm.lastAt()),
                String.valueOf(alarm.acknowledgedBy()),
                Words.dateTime(alarm.acknowledgedAt()));
    }

    static Map<String, String> modes() {
        Map<String, String> modes = new LinkedHashMap<>();
        for (Mode mode : Mode.values()) modes.put(mode.name(), Words.t("rules.mode." + mode));
        return modes;
    }

    static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        for (String unit : List.of("m", "h", "d")) units.put(unit, Words.t("rules.unit." + unit));
        return units;
    }

    static Map<String, String> yesAndNo() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("true", Words.t("rules.yes"));
        choices.put("false", Words.t("rules.no"));
        return choices;
    }

    String label(Parameter parameter) {
        return Words.t("reason." + reason.name() + ".parameter." + parameter.name());
    }

    String value(Parameter parameter) {
        return values.getOrDefault(parameter.name(), parameter.byDefault());
    }

    /** The unit a length of time is shown in: the largest that leaves no remainder. */
    String unit(Parameter parameter) {
        Duration length = length(parameter);
        if (length.isZero() || length.toHoursPart() != 0 || length.toMinutesPart() != 0) {
            return length.toMinutesPart() == 0 ? "h" : "m";
        }
        return "d";
    }

    String amount(Parameter parameter) {
        Duration length = length(parameter);
        return switch (unit(parameter)) {
            case "d" -> Long.toString(length.toDays());
            case "h" -> Long.toString(length.toHours());
            default -> Long.toString(length.toMinutes());
        };
    }

    private Duration length(Parameter parameter) {
        String text = value(parameter);
        return Duration.parse(parameter.accepts(text) ? text : parameter.byDefault());
    }

    /** What was typed as number and unit, as rules store it; what is no number stays as typed and is refused. */
    static String length(String amount, String unit) {
        return switch (unit) {
            case "d" -> "P" + amount.strip() + "D";
            case "h" -> "PT" + amount.strip() + "H";
            default -> "PT" + amount.strip() + "M";
        };
    }
}
