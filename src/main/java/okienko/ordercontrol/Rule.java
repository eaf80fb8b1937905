package okienko.ordercontrol;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import okienko.access.Role;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.vocabulary.Money;
import okienko.vocabulary.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What a shop has decided about one reason to hold: how a check of the product is set, or a rule of its own.
 *
 * @param condition for a check when it applies, null being always; for a rule of the shop's own what makes it hold
 * @param queue where orders it holds wait; null: the check's own, or {@link #ORDERS}
 * @param clearsWithin of a rule of the shop's own: how long what it holds may clear by itself before a person is needed,
 *     counted from when the order first came; null: a person is needed at once. Checks have parameters for it
 * @param channels how it is set, by channel; {@link RuleSet#ANY_CHANNEL} holds for those not named. Where nothing is set, a
 *     check has its defaults and a rule of the shop's own is off
 */
public record Rule(
        Reason reason,
        Wording wording,
        @Nullable Written condition,
        Severity severity,
        @Nullable String queue,
        @Nullable Duration clearsWithin,
        Map<String, Setting> channels,
        Validity validity,
        Releases releases) {

    /** The queue of what belongs to no other. */
    public static final String ORDERS = "orders";

    private static final Duration LONGEST = Duration.ofDays(3_650);

    public Rule {
        channels = Collections.unmodifiableMap(new TreeMap<>(channels));
        switch (reason) {
            case ReasonCode _ -> {
                require(wording.title().isEmpty() && wording.message().isEmpty(), "a check has words of its own");
                require(clearsWithin == null, "how long a check waits is one of its parameters");
            }
            case Reason.Custom _ -> {
                require(!wording.title().isEmpty(), "a rule of the shop's own needs a title");
                require(!wording.message().isEmpty(), "a rule of the shop's own needs a message");
                require(condition != null, "a rule of the shop's own needs a condition");
                require(
                        channels.values().stream()
                                .allMatch(setting -> setting.parameters().isEmpty()),
                        "a rule of the shop's own has no parameters");
            }
        }
        require(queue == null || !queue.isBlank(), "a queue has a name");
        requireLength(clearsWithin);
    }

    /** Nothing decided: a check as it comes. */
    public static Rule of(ReasonCode reason) {
        return new Rule(
                reason, Wording.NONE, null, Severity.NORMAL, null, null, Map.of(), Validity.ALWAYS, Releases.ANYBODY);
    }

    /** A rule of the shop's own, attached to no channel yet. */
    public static Rule own(String shortName, Wording wording, Written condition) {
        return new Rule(
                new Reason.Custom(shortName),
                wording,
                condition,
                Severity.NORMAL,
                null,
                null,
                Map.of(),
                Validity.ALWAYS,
                Releases.ANYBODY);
    }

    /** How it is set for a channel, or the given default where nobody has set anything. */
    public Setting setting(String channel, Setting byDefault) {
        return channels.getOrDefault(channel, channels.getOrDefault(RuleSet.ANY_CHANNEL, byDefault));
    }

    /** Set for a channel; null: not any more. */
    public Rule set(String channel, @Nullable Setting setting) {
        Map<String, Setting> changed = new TreeMap<>(channels);
        if (setting == null) changed.remove(channel);
        else changed.put(channel, setting);
        return new Rule(reason, wording, condition, severity, queue, clearsWithin, changed, validity, releases);
    }

    /** Set so for all channels, with no exceptions. */
    public Rule everywhere(Setting setting) {
        return new Rule(
                reason,
                wording,
                condition,
                severity,
                queue,
                clearsWithin,
                Map.of(RuleSet.ANY_CHANNEL, setting),
                validity,
                releases);
    }

    /** With another condition; null: always, which only a check can. */
    public Rule when(@Nullable Written other) {
        return new Rule(reason, wording, other, severity, queue, clearsWithin, channels, validity, releases);
    }

    /** The queue somebody chose for it, or this one. */
    public String queueOr(String byDefault) {
        return queue == null ? byDefault : queue;
    }

    /** Whether nothing is decided: such a rule need not be kept. */
    boolean untouched() {
        return reason instanceof ReasonCode code && equals(of(code));
    }

    private static void require(boolean so, String otherwise) {
        if (!so) throw new IllegalArgumentException(otherwise);
    }

    private static void requireLength(@Nullable Duration length) {
        require(
                length == null || (length.isPositive() && length.compareTo(LONGEST) <= 0),
                "a length of time is more than nothing and at most ten years");
    }

    /**
     * What is said about it.
     *
     * @param title what it is called, of a rule of the shop's own
     * @param message what to tell who has to settle what it holds; {@code {order.total}} stands for that value
     * @param why why the shop has it
     */
    public record Wording(Texts title, Texts message, Texts why) {
        public static final Wording NONE = new Wording(Texts.NONE, Texts.NONE, Texts.NONE);
    }

    /**
     * A condition as somebody wrote it.
     *
     * @param text in CEL
     * @param form the rows it was made from, in the form's own notation; empty when an expert wrote the text
     */
    public record Written(String text, String form) {

        public Written {
            require(!text.isBlank(), "a condition says something");
            text = text.strip();
        }

        /** Written in CEL by an expert. */
        public static Written cel(String text) {
            return new Written(text, "");
        }
    }

    /** How grave what it holds is: the gravest reason names the queue an order waits in. */
    public enum Severity {
        LOW,
        NORMAL,
        HIGH
    }

    /**
     * The days on which it is in force, both included; outside of them it is off.
     *
     * @param from null: since ever
     * @param to null: for good
     */
    public record Validity(
            @Nullable LocalDate from, @Nullable LocalDate to) {

        public static final Validity ALWAYS = new Validity(null, null);

        public Validity {
            require(from == null || to == null || !to.isBefore(from), "a rule cannot end before it begins");
        }

        public boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && !overOn(day);
        }

        public boolean overOn(LocalDate day) {
            return to != null && day.isAfter(to);
        }
    }

    /**
     * Who may let an order go in spite of it, and for how long that counts.
     *
     * @param by the roles that may; empty: everybody at the desk
     * @param reasonNeeded whether settling it takes a reason; releasing in spite of it always does
     * @param fourEyesAbove orders above this need a second person; null: none does
     * @param lapsesAfter after how long an open hold of it ends by itself; null: never
     */
    public record Releases(
            Set<Role> by,
            boolean reasonNeeded,
            @Nullable Money fourEyesAbove,
            Scope scope,
            @Nullable Duration lapsesAfter) {

        public static final Releases ANYBODY = new Releases(Set.of(), false, null, Scope.SAME_FACTS, null);

        public Releases {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(by);
            by = Collections.unmodifiableSet(roles);
            require(fourEyesAbove == null || fourEyesAbove.minor() >= 0, "four eyes are needed above an amount");
            requireLength(lapsesAfter);
        }
    }

    /**
     * What a release covers: while nothing beyond it changes, the order is not held for the same rule again.
     *
     * @param facts the attributes that must stay the same, {@code order.delivery.country}; empty: all the rule read
     * @param upTo by how much the order's total may grow; null: see {@code percent}
     * @param percent by how many per cent it may grow; null: not at all, unless {@code upTo} allows it
     * @param lasts how long it counts; null: for good
     */
    public record Scope(
            Set<String> facts,
            @Nullable Money upTo,
            @Nullable Integer percent,
            @Nullable Duration lasts) {

        public static final Scope SAME_FACTS = new Scope(Set.of(), null, null, null);

        private static final int MOST_PERCENT = 1_000;

        public Scope {
            facts = Collections.unmodifiableSet(new TreeSet<>(facts));
            require(upTo == null || upTo.minor() >= 0, "an order may grow by nothing or more");
            require(
                    percent == null || (percent >= 0 && percent <= MOST_PERCENT),
                    "an order may grow by 0 to 1000 per cent");
            requireLength(lasts);
        }
    }
}
