package okienko.ordercontrol.alarms;

import java.util.ArrayList;
import java.util.List;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Words;
import okienko.ui.alarms.Alarm;
import okienko.ui.alarms.AlarmSource;
import org.springframework.stereotype.Component;

/** Tells those who can do something about it which checks and rules break down. */
@Component
class BrokenRules implements AlarmSource {

    private final RuleAlarms alarms;

    BrokenRules(RuleAlarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public String minimumRole() {
        return "MANAGER";
    }

    @Override
    public List<Alarm> ringing() {
        return alarms.ringing().stream().map(BrokenRules::told).toList();
    }

    private static Alarm told(RuleAlarm alarm) {
        String name = alarm.reason()
                .map(reason -> FindingWords.title(reason, Words.locale()))
                .orElseGet(() -> Words.t("rules.alarm.control"));
        List<Alarm.Link> links = new ArrayList<>();
        alarm.reason()
                .ifPresent(reason ->
                        links.add(new Alarm.Link(Words.t("rules.alarm.rule"), "/settings/rules/" + reason.name())));
        links.add(new Alarm.Link(Words.t("rules.alarm.orders"), "/orders?state=HELD&reason=RULE_ERROR"));
        return new Alarm(
                Words.t("rules.alarm.title", name, alarm.orders()),
                text(alarm),
                alarm.error(),
                links,
                "/settings/rules/" + alarm.rule() + "/acknowledgement?failures=" + alarm.failures());
    }

    private static String text(RuleAlarm alarm) {
        String when = Words.t("rules.alarm.when", Words.dateTime(alarm.firstAt()), Words.dateTime(alarm.lastAt()));
        return alarm.acknowledgedAt() == null
                ? when
                : when + " "
                        + Words.t(
                                "rules.alarm.again",
                                String.valueOf(alarm.acknowledgedBy()),
                                Words.dateTime(alarm.acknowledgedAt()));
    }
}
