package okienko.desk.order;

import java.util.List;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ui.Words;

/**
 * One thing found in an order, as the consultant sees it.
 *
 * @param steps what can be done about it with one click or key
 */
record FindingCard(Hold hold, List<Step> steps) {

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

    /** The cards of all open holds; digits run through them from the first proposal on. */
    static List<FindingCard> of(List<Hold> holds) {
        var cards = new java.util.ArrayList<FindingCard>();
        int digit = 1;
        for (Hold hold : holds) {
            var steps = new java.util.ArrayList<Step>();
            for (ProposedAction action : hold.finding().actions()) {
                // releasing has a key of its own, and the customer is one for all findings
                if (action.kind() == Kind.RELEASE || action.kind() == Kind.CONTACT_CUSTOMER) continue;
                steps.add(new Step(action, digit <= DIGITS ? Integer.toString(digit++) : ""));
            }
            cards.add(new FindingCard(hold, steps));
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

    Finding finding() {
        return hold.finding();
    }

    /** The element's id: fields at fault point to it. */
    String id() {
        return "finding-" + hold.id();
    }
}
