package okienko.ordercontrol.releases;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okienko.access.Agent;
import okienko.access.Agents;
import okienko.access.ApiKeys;
import okienko.access.Role;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule.Releases;
import okienko.ordercontrol.RuleSet;
import okienko.payments.ExchangeRates;
import okienko.payments.Payments;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Who may settle what. A program settles what every consultant may; it is never a second pair of eyes, and what it proposes
 * its maker has proposed.
 */
@Component
public class Releasing {

    private final Agents agents;
    private final ApiKeys keys;
    private final Payments payments;
    private final ZoneId zone;

    Releasing(Agents agents, ApiKeys keys, Payments payments, @Value("${okienko.zone:Europe/Warsaw}") ZoneId zone) {
        this.agents = agents;
        this.keys = keys;
        this.payments = payments;
        this.zone = zone;
    }

    /** An order of which something is to be settled. */
    public record Matter(Money total, Instant placedAt) {}

    /** What it takes to settle what a rule holds, for somebody with a role. */
    public Terms terms(RuleSet rules, Reason reason, Matter matter, Role role) {
        Releases releases = rules.find(reason).map(rule -> rule.releases()).orElse(Releases.ANYBODY);
        Role needed = releases.by().stream().min(Comparator.naturalOrder()).orElse(Role.CONSULTANT);
        return new Terms(
                needed, role.compareTo(needed) >= 0, releases.reasonNeeded(), above(releases.fourEyesAbove(), matter));
    }

    private boolean above(@Nullable Money limit, Matter matter) {
        if (limit == null) return false;
        Money total = matter.total();
        if (total.currency().equals(limit.currency())) return total.compareTo(limit) > 0;
        ExchangeRates rates = payments.rates(LocalDate.ofInstant(matter.placedAt(), zone));
        // what cannot be compared may be above
        return rates.convert(total, limit.currency())
                .map(same -> same.compareTo(limit) > 0)
                .orElse(true);
    }

    /** What somebody is; a program is no more than a consultant. */
    public Role role(String login) {
        return agents.find(login).map(Agent::role).orElse(Role.CONSULTANT);
    }

    /** Whether it is a person, and not a program's key. */
    public boolean person(String login) {
        return !login.startsWith(ApiKeys.PRINCIPAL);
    }

    /** Whether it is one and the same person, with a login or through a key they made. */
    public boolean same(String one, String other) {
        return behind(one).equals(behind(other));
    }

    private String behind(String login) {
        return person(login) ? login : keys.maker(login).orElse(login);
    }

    /** Who could confirm what somebody proposes: another person whose role is enough, who came in last first. */
    public List<Agent> others(String proposer, Role needed) {
        return agents.active().stream()
                .filter(agent -> agent.role().compareTo(needed) >= 0 && !same(agent.login(), proposer))
                .sorted(Comparator.comparing((Agent agent) ->
                                Optional.ofNullable(agent.lastSignInAt()).orElse(Instant.EPOCH))
                        .reversed()
                        .thenComparing(Agent::role)
                        .thenComparing(Agent::login))
                .toList();
    }

    /** The highest role any of these needs. */
    public static Role highest(List<Terms> terms) {
        return terms.stream().map(Terms::role).max(Comparator.naturalOrder()).orElse(Role.CONSULTANT);
    }
}
