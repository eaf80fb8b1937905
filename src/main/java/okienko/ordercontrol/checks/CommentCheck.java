package okienko.ordercontrol.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.almanac.Courtesies;
import okienko.orders.Order;

/** Whether the customer's comment may change the order or wants an answer: all do that are not courtesies only. */
final class CommentCheck {

    /** As much of a sentence as evidence keeps. */
    private static final int MAX_QUOTED = 300;

    private CommentCheck() {}

    static List<Finding> examine(Order order, Facts facts, Settings settings) {
        if (order.comment().isBlank()) return Seen.nothing();
        List<String> clauses = Courtesies.others(order.comment(), names(order));
        if (clauses.isEmpty()) return Seen.nothing();
        return Seen.of(ReasonCode.COMMENT_RELEVANT, "notOnlyCourtesies")
                .at("comment")
                .saw("comment", quoted(order.comment()))
                .saw("clauses", clauses.stream().map(CommentCheck::quoted).toList())
                .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                .alone();
    }

    /** Signing with the name that is on the order says nothing new. */
    private static Set<String> names(Order order) {
        Set<String> names = new HashSet<>();
        names.addAll(Courtesies.words(order.buyer().name()));
        names.addAll(Courtesies.words(order.delivery().address().name()));
        names.removeIf(name -> name.length() < 2 || !name.chars().allMatch(Character::isLetter));
        return names;
    }

    private static String quoted(String text) {
        String line = text.strip();
        return line.length() <= MAX_QUOTED ? line : line.substring(0, MAX_QUOTED) + "…";
    }
}
