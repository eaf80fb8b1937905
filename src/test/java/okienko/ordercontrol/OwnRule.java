package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import okienko.access.Role;
import okienko.ordercontrol.Rule.Releases;
import okienko.ordercontrol.Rule.Scope;
import okienko.ordercontrol.Rule.Written;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.rules.Saving;
import okienko.vocabulary.Money;
import okienko.vocabulary.Texts;
import org.jspecify.annotations.Nullable;

/** A rule a test's shop writes for its own channel: {@code OwnRule.holding("order.total > pln(100)").upTo("20.00")}. */
public record OwnRule(
        String condition, Releases releases, @Nullable Duration clearsWithin) {

    public static final OwnRule LARGE = holding("order.total > pln(100)");

    /** Everybody may release it, and that counts while what it read stays the same. */
    public static OwnRule holding(String condition) {
        return new OwnRule(condition, Releases.ANYBODY, null);
    }

    public OwnRule upTo(String zloty) {
        return covering(new Scope(Set.of(), Money.of(zloty, "PLN"), null, null));
    }

    public OwnRule covering(Scope scope) {
        return with(releases.by(), releases.reasonNeeded(), releases.fourEyesAbove(), scope, releases.lapsesAfter());
    }

    public OwnRule releasedBy(Role role) {
        return with(
                Set.of(role),
                releases.reasonNeeded(),
                releases.fourEyesAbove(),
                releases.scope(),
                releases.lapsesAfter());
    }

    public OwnRule needingAReason() {
        return with(releases.by(), true, releases.fourEyesAbove(), releases.scope(), releases.lapsesAfter());
    }

    public OwnRule fourEyesAbove(String zloty) {
        return with(
                releases.by(),
                releases.reasonNeeded(),
                Money.of(zloty, "PLN"),
                releases.scope(),
                releases.lapsesAfter());
    }

    public OwnRule lapsingAfter(Duration time) {
        return with(releases.by(), releases.reasonNeeded(), releases.fourEyesAbove(), releases.scope(), time);
    }

    /** What it holds may clear by itself for a while. */
    public OwnRule clearingWithin(Duration time) {
        return new OwnRule(condition, releases, time);
    }

    private OwnRule with(
            Set<Role> by, boolean reason, @Nullable Money fourEyes, Scope scope, @Nullable Duration lapses) {
        return new OwnRule(condition, new Releases(by, reason, fourEyes, scope, lapses), clearsWithin);
    }

    /** Saves it, on for one channel and off for all others. */
    public Reason in(RuleBook rules, String channel, String name) {
        Texts title = new Texts(Map.of("en", "Rule " + name));
        Rule drafted = Rule.own(name, new Rule.Wording(title, title, Texts.NONE), Written.cel(condition));
        Rule rule = new Rule(
                drafted.reason(),
                drafted.wording(),
                drafted.condition(),
                drafted.severity(),
                null,
                clearsWithin,
                Map.of(channel, new Setting(Mode.ON, Map.of())),
                drafted.validity(),
                releases);
        assertThat(rules.save(rules.current().with(rule), Saving.change("test", "", false)))
                .isInstanceOf(Saving.Outcome.Saved.class);
        return rule.reason();
    }
}
