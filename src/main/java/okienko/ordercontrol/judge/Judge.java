package okienko.ordercontrol.judge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.Verdict;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.orders.Order;

/**
 * Says what becomes of an order by a rule set: first the product's checks, then the shop's own rules. What can be prepared
 * for all orders is prepared once for a rule set and a channel.
 */
public final class Judge {

    /** Judges last asked for: there is one for the current rules, and some for those that are being tried out. */
    private static final Map<RuleSet, Judge> KNOWN = Collections.synchronizedMap(new WeakHashMap<>());

    /** Channels are named by whoever sends orders; past this many, their rules are looked up each time. */
    private static final int MOST_CHANNELS = 1_000;

    private final List<Provision.Draft> drafts;
    private final Map<String, List<Provision>> byChannel = new ConcurrentHashMap<>();

    private Judge(List<Provision.Draft> drafts) {
        this.drafts = drafts;
    }

    /** The judge of a rule set. */
    public static Judge under(RuleSet rules) {
        return KNOWN.computeIfAbsent(rules, set -> of(set, Checks.ALL));
    }

    /** What a rule set says of an order. */
    public static Judgement judge(Order order, Facts facts, RuleSet rules) {
        return under(rules).judge(order, facts);
    }

    /** With other checks: for tests of a single one. */
    public static Judge of(RuleSet rules, List<Check> checks) {
        List<Provision.Draft> drafts = new ArrayList<>();
        for (Check check : checks) drafts.add(new Provision.Draft(rules.rule(check.reason()), check));
        for (Rule rule : rules.rules()) {
            if (rule.reason() instanceof Reason.Custom) drafts.add(new Provision.Draft(rule, null));
        }
        return new Judge(drafts);
    }

    /** The queue an order held for this reason goes to. */
    public static String queue(RuleSet rules, Reason reason) {
        String own = Checks.queue(reason);
        return rules.find(reason).map(rule -> rule.queueOr(own)).orElse(own);
    }

    /** What the rules say of an order. */
    public Judgement judge(Order order, Facts facts) {
        Hearing hearing = new Hearing(order, facts);
        List<Finding> holds = new ArrayList<>();
        List<Finding> shadows = new ArrayList<>();
        boolean weighed = false;
        for (Provision provision : provisions(order.key().channel())) {
            List<Finding> found = provision.findings(hearing);
            if (found.isEmpty()) continue;
            weighed |= provision.severity() != Rule.Severity.NORMAL;
            (provision.mode() == Mode.ON ? holds : shadows).addAll(found);
        }
        if (weighed) holds.sort(Comparator.comparing(this::severity).reversed());
        return verdict(undecidedWait(holds, facts.now()), shadows, hearing);
    }

    /** What each rule says of an order, in the order they are asked; also those that are off. */
    public List<Heard> hear(Order order, Facts facts) {
        Hearing hearing = new Hearing(order, facts);
        return drafts.stream()
                .map(draft -> draft.forChannel(order.key().channel()).heard(hearing))
                .toList();
    }

    private List<Provision> provisions(String channel) {
        List<Provision> known = byChannel.get(channel);
        if (known != null) return known;
        List<Provision> made = drafts.stream()
                .map(draft -> draft.forChannel(channel))
                .filter(provision -> provision.mode() != Mode.OFF)
                .toList();
        if (byChannel.size() < MOST_CHANNELS) byChannel.put(channel, made);
        return made;
    }

    private Rule.Severity severity(Finding finding) {
        return drafts.stream()
                .map(Provision.Draft::rule)
                .filter(rule -> rule.reason().equals(finding.reason()))
                .findFirst()
                .map(Rule::severity)
                .orElse(Rule.Severity.NORMAL);
    }

    /**
     * A rule that cannot be decided yet bothers nobody while the order waits for something else anyway, most often for the
     * very fact the rule lacks; where nothing else keeps the order, a person decides (docs/decisions/0012).
     */
    private static List<Finding> undecidedWait(List<Finding> holds, Instant now) {
        if (holds.stream().noneMatch(Judge::needsAPersonUndecided)) return holds;
        List<Finding> others =
                holds.stream().filter(hold -> !needsAPersonUndecided(hold)).toList();
        if (others.isEmpty() || !allClear(others, now)) return holds;
        Instant deadline = deadline(others);
        return holds.stream()
                .map(hold -> needsAPersonUndecided(hold) ? hold.clearing(deadline) : hold)
                .toList();
    }

    private static boolean needsAPersonUndecided(Finding hold) {
        return hold.telling() != null
                && hold.variant().equals(Finding.Telling.UNDECIDED)
                && hold.clearsBy() == null
                && hold.reason() != ReasonCode.RULE_ERROR;
    }

    private static Judgement verdict(List<Finding> holds, List<Finding> shadows, Hearing hearing) {
        Instant now = hearing.facts().now();
        Instant deadline = !holds.isEmpty() && allClear(holds, now) ? deadline(holds) : null;
        Verdict verdict = holds.isEmpty() ? Verdict.RELEASED : deadline != null ? Verdict.WAITING : Verdict.HELD;
        Stream.concat(holds.stream(), shadows.stream())
                .map(Finding::clearsBy)
                .filter(Objects::nonNull)
                .forEach(hearing::over);
        return new Judgement(verdict, holds, shadows, deadline, hearing.reads(), hearing.lookAgain());
    }

    private static boolean allClear(List<Finding> holds, Instant now) {
        return holds.stream()
                .allMatch(hold -> hold.clearsBy() != null && hold.clearsBy().isAfter(now));
    }

    private static Instant deadline(List<Finding> holds) {
        return holds.stream()
                .map(Finding::clearsBy)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .orElseThrow();
    }
}
