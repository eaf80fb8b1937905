package okienko.desk.order;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import okienko.access.Agent;
import okienko.access.Role;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.explanations.Why;
import okienko.ordercontrol.releases.Terms;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * One thing found in an order, as the consultant sees it.
 *
 * @param steps what can be done about it with one click or key
 * @param terms what it takes to settle it
 * @param why how its rule's condition came to its answer; null when there is no condition
 */
record FindingCard(
        Hold hold, List<Step> steps, Terms terms, @Nullable Why why) {

    FindingCard {
        steps = List.copyOf(steps);
    }

    /**
     * A proposed action with the key that does it.
     *
     * @param key a digit, counted over all cards; empty where the digits have run out
     */
    record Step(ProposedAction action, String key) {}

    private static final int DIGITS = 9;

    private static final Terms NONE = new Terms(Role.CONSULTANT, true, false, false);

    /** The cards of holds nobody has to settle. */
    static List<FindingCard> of(List<Hold> holds, Map<Finding, Why> whys) {
        return of(holds, Map.of(), whys);
    }

    /** The cards of all open holds; digits run through them from the first proposal on. */
    static List<FindingCard> of(List<Hold> holds, Map<Long, Terms> terms, Map<Finding, Why> whys) {
        var cards = new java.util.ArrayList<FindingCard>();
        int digit = 1;
        for (Hold hold : holds) {
            var steps = new java.util.ArrayList<Step>();
            for (ProposedAction action : hold.finding().actions()) {
                // releasing has a key of its own, and the customer is one for all findings
                if (action.kind() == Kind.RELEASE || action.kind() == Kind.CONTACT_CUSTOMER) continue;
                steps.add(new Step(action, digit <= DIGITS ? Integer.toString(digit++) : ""));
            }
            cards.add(new FindingCard(hold, steps, terms.getOrDefault(hold.id(), NONE), whys.get(hold.finding())));
        }
        return cards;
    }

    /** The reason's name. */
    String title() {
        return FindingWords.title(finding(), Words.locale());
    }

    String sentence() {
        return FindingWords.sentence(finding(), Words.locale(), Words.zone());
    }

    /** Whether only the customer can say what is right. */
    boolean asksCustomer() {
        return finding().actions().stream().anyMatch(action -> action.kind() == Kind.CONTACT_CUSTOMER);
    }

    /** Whether a colleague has proposed to settle it, so that it waits for a second person. */
    boolean proposed(OrderControl.@Nullable Asked asked) {
        return asked != null && asked.proposal().holds().contains(hold.id());
    }

    /** What the holds with these numbers are about, in the reader's language. */
    static String titles(List<FindingCard> cards, List<Long> holds) {
        return cards.stream()
                .filter(card -> holds.contains(card.hold().id()))
                .map(FindingCard::title)
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Key of the sentence why the order cannot be released in spite of these; empty when it can. */
    static String obstacle(List<FindingCard> cards) {
        return cards.stream()
                .map(card -> card.terms().obstacle())
                .filter(key -> !key.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The colleague who may settle it, for whom it can be left; null when there is none. */
    static @Nullable Agent deputy(List<Agent> colleagues, Terms terms) {
        return colleagues.stream()
                .filter(agent -> agent.role().compareTo(terms.role()) >= 0)
                .min(Comparator.comparing(Agent::role))
                .orElse(null);
    }

    Finding finding() {
        return hold.finding();
    }

    /** The element's id: fields at fault point to it. */
    String id() {
        return "finding-" + hold.id();
    }
}
