package okienko.ordercontrol.rules;

import java.security.Principal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.alarms.RuleAlarms;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.checks.Parameter;
import okienko.ordercontrol.engine.PendingOrders;
import okienko.ui.Notice;
import okienko.ui.Words;
import okienko.ui.settings.SettingsEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows how the checks are set and lets a manager set them. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class RulesController {

    private static final String LIST = "redirect:/settings/rules";
    private static final int VERSIONS_SHOWN = 20;

    private final RuleBook rules;
    private final RuleFigures figures;
    private final ControlledOrders orders;
    private final PendingOrders pending;
    private final RuleAlarms alarms;
    private final NeverTrue never;

    RulesController(
            RuleBook rules,
            RuleFigures figures,
            ControlledOrders orders,
            PendingOrders pending,
            RuleAlarms alarms,
            NeverTrue never) {
        this.rules = rules;
        this.figures = figures;
        this.orders = orders;
        this.pending = pending;
        this.alarms = alarms;
        this.never = never;
    }

    @Bean
    static SettingsEntry rulesSettings() {
        return new SettingsEntry("rules", "/settings/rules", 20, "MANAGER");
    }

    @GetMapping("/settings/rules")
    RulesPage list() {
        RuleSet current = rules.current();
        return new RulesPage(
                RulesPage.rows(current, orders.channels(), figures.all(), never.among(current)),
                current.version(),
                rules.versions(VERSIONS_SHOWN).stream()
                        .map(made -> new RulesPage.Made(made, rules.difference(made.version())))
                        .toList(),
                progress());
    }

    @GetMapping("/settings/rules/progress")
    RulesProgressPart progress() {
        for (RuleVersion change : rules.versions(VERSIONS_SHOWN)) {
            if (!change.openToo()) continue;
            int left = pending.left(change.cause());
            if (left > 0) return new RulesProgressPart(change.orders() - left, change.orders());
        }
        return new RulesProgressPart(0, 0);
    }

    @GetMapping("/settings/rules/{reason}")
    RulePage show(@PathVariable Reason reason, @RequestParam(defaultValue = RuleSet.ANY_CHANNEL) String channel) {
        Setting setting = rules.current().setting(known(reason), channel, Checks.byDefault(reason));
        return page(reason, channel, setting.mode(), setting.parameters(), List.of());
    }

    @PostMapping("/settings/rules/{reason}")
    Object change(
            @PathVariable Reason reason,
            @RequestParam String channel,
            @RequestParam Mode mode,
            @RequestParam(defaultValue = "new") String scope,
            @RequestParam Map<String, String> form,
            Principal who) {
        known(reason);
        Map<String, String> typed = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Parameter parameter : parameters(reason)) {
            String text = typed(parameter, form);
            if (text.equals(parameter.byDefault())) continue;
            typed.put(parameter.name(), text);
            if (!parameter.accepts(text)) wrong.add(parameter.name());
        }
        if (!wrong.isEmpty()) return page(reason, channel, mode, typed, wrong);
        return saved(reason, channel, new Setting(mode, typed), scope, who);
    }

    private static String typed(Parameter parameter, Map<String, String> form) {
        String text = form.getOrDefault("p." + parameter.name(), parameter.byDefault())
                .strip();
        return parameter.type() == Parameter.Type.DURATION
                ? sameLength(parameter, RulePage.length(text, form.getOrDefault("u." + parameter.name(), "m")))
                : text;
    }

    /** {@code PT24H} and {@code P1D} are the same default. */
    private static String sameLength(Parameter parameter, String text) {
        if (!parameter.accepts(text)) return text;
        String plain = Duration.parse(text).toString();
        return plain.equals(Duration.parse(parameter.byDefault()).toString()) ? parameter.byDefault() : plain;
    }

    @PostMapping("/settings/rules/{reason}/default")
    Object restore(
            @PathVariable Reason reason,
            @RequestParam String channel,
            @RequestParam(defaultValue = "new") String scope,
            Principal who) {
        return saved(known(reason), channel, null, scope, who);
    }

    private String saved(Reason reason, String channel, @Nullable Setting setting, String scope, Principal who) {
        if (!channel.equals(RuleSet.ANY_CHANNEL) && !orders.channels().contains(channel)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Optional<RuleVersion> change = rules.set(reason, channel, setting, who.getName(), scope.equals("open"));
        pending.ring();
        String title = FindingWords.title(reason, Words.locale());
        if (change.isEmpty()) Notice.info("rules.unchanged", title);
        else Notice.done("rules.saved", title, change.get().version());
        return LIST;
    }

    private RulePage page(Reason reason, String channel, Mode mode, Map<String, String> values, List<String> wrong) {
        RuleSet current = rules.current();
        Map<String, Setting> settings = current.settings(reason);
        return new RulePage(
                reason,
                current.find(reason).orElse(null),
                parameters(reason),
                channel,
                orders.channels(),
                settings,
                settings.containsKey(channel),
                mode,
                values,
                wrong,
                rules.concerned(reason, channel),
                current.find(reason).map(Rule::releases).orElse(Rule.Releases.ANYBODY),
                alarms.find(reason.name()).orElse(null),
                RulesPage.nowhere(reason, current, orders.channels()),
                never.among(current).contains(reason));
    }

    private Reason known(Reason reason) {
        boolean there = switch (reason) {
            case ReasonCode code -> Checks.of(code).isPresent();
            case Reason.Custom own -> rules.current().find(own).isPresent();
        };
        if (!there) throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        return reason;
    }

    private static List<Parameter> parameters(Reason reason) {
        return reason instanceof ReasonCode code
                ? Checks.of(code).map(Check::parameters).orElse(List.of())
                : List.of();
    }
}
