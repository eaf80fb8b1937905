package okienko.ordercontrol.checks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.almanac.Courtesies;
import okienko.ordercontrol.comments.CommentReader;
import okienko.ordercontrol.comments.Fact;
import okienko.ordercontrol.comments.Intent;
import okienko.ordercontrol.comments.Known;
import okienko.ordercontrol.comments.Reading;
import okienko.orders.Order;

/** Whether the customer's comment may change the order or wants an answer, and what may be done about it. */
final class CommentCheck {

    /** As much of a sentence as evidence keeps. */
    private static final int MAX_QUOTED = 300;

    private static final int MAX_FACTS = 10;

    /** A sentence that may be a signature: nothing but a few names. */
    private static final Pattern SIGNATURE = Pattern.compile("\\p{Lu}\\p{L}+(?:[ -]\\p{Lu}\\p{L}+){1,3}");

    private CommentCheck() {}

    static List<Finding> examine(Order order, Facts facts, Settings settings) {
        String comment = order.comment();
        if (comment.isBlank()) return Seen.nothing();
        Known known = known(order);
        Reading reading = CommentReader.shipped().read(comment, known);
        if (!reading.relevant()) {
            return signedByAnother(comment, known.names())
                    ? seen(comment, List.of(comment))
                            .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                            .alone()
                    : Seen.nothing();
        }
        Seen seen = seen(comment, reading.clauses())
                .saw("intent", reading.intents().stream().map(Intent::label).toList());
        List<String> recognised = reading.facts().stream()
                .limit(MAX_FACTS)
                .map(fact -> quoted(fact.text()))
                .toList();
        if (!recognised.isEmpty()) seen.saw("recognised", recognised);
        seen.saw("score", BigDecimal.valueOf(reading.score()).setScale(3, RoundingMode.HALF_EVEN))
                .saw("decidedBy", reading.because())
                .saw("model", reading.model());
        propose(seen, reading, order);
        return seen.then(Kind.CONTACT_CUSTOMER, Kind.RELEASE).alone();
    }

    private static Seen seen(String comment, List<String> clauses) {
        return Seen.of(ReasonCode.COMMENT_RELEVANT, "notOnlyCourtesies")
                .at("comment")
                .saw("comment", quoted(comment))
                .saw("clauses", clauses.stream().map(CommentCheck::quoted).toList());
    }

    /** The first thing a consultant would do, filled in with what was recognised. */
    private static void propose(Seen seen, Reading reading, Order order) {
        switch (reading.intents().getFirst()) {
            case CANCEL_MERGE -> seen.then(Kind.CANCEL_ORDER);
            case PAYMENT -> seen.then(Kind.CHECK_PAYMENT);
            case PRODUCT_VARIANT -> seen.edit("lines[0].sku");
            case QUANTITY_ITEMS -> seen.edit("lines[0].quantity");
            case DELIVERY_ADDRESS -> address(seen, reading, order);
            case INVOICE -> invoice(seen, reading);
            case COMPLAINT, COMPAT_HEALTH, DELIVERY_TIME, DELIVERY_INSTRUCTION, GIFT_PACKAGING, QUESTION -> {
                // the customer or the warehouse is spoken to; no field of the order says it
            }
        }
    }

    private static void address(Seen seen, Reading reading, Order order) {
        for (Fact fact : reading.facts()) {
            switch (fact.kind()) {
                case PICKUP_POINT -> {
                    seen.propose("delivery.pickupPoint", fact.value());
                    return;
                }
                case PHONE -> {
                    seen.propose("delivery.phone", fact.value());
                    return;
                }
                case EMAIL -> {
                    seen.propose("buyer.email", fact.value());
                    return;
                }
                case POSTAL_CODE -> {
                    seen.propose("delivery.address.postalCode", fact.value());
                    return;
                }
                case TAX_ID, VIN, STREET, DATE, HOUR, QUANTITY, SIZE, COLOUR, CODE, NUMBER -> {
                    // says nothing of an address that could be filled in without reading
                }
            }
        }
        seen.edit(order.delivery().pickupPoint().isEmpty() ? "delivery.address.street" : "delivery.pickupPoint");
    }

    private static void invoice(Seen seen, Reading reading) {
        String taxId = reading.facts().stream()
                .filter(fact -> fact.kind() == Fact.Kind.TAX_ID)
                .map(Fact::value)
                .findFirst()
                .orElse(null);
        if (taxId == null) seen.edit("invoice.taxId");
        else seen.propose("invoice.taxId", taxId);
    }

    /** The text alone cannot know who the order is from: here another name is news. */
    private static boolean signedByAnother(String comment, Set<String> names) {
        return SIGNATURE
                .matcher(comment)
                .results()
                .anyMatch(name -> !Courtesies.others(name.group(), names).isEmpty());
    }

    /** What the order says already; signing with the name that is on it says nothing new. */
    private static Known known(Order order) {
        Set<String> values = new HashSet<>();
        add(values, Fact.Kind.PHONE, order.buyer().phone());
        add(values, Fact.Kind.PHONE, order.delivery().phone());
        add(values, Fact.Kind.EMAIL, order.buyer().email());
        add(values, Fact.Kind.POSTAL_CODE, order.delivery().address().postalCode());
        add(values, Fact.Kind.PICKUP_POINT, order.delivery().pickupPoint());
        add(values, Fact.Kind.TAX_ID, order.invoice().taxId());
        Set<String> names = new HashSet<>();
        names.addAll(Courtesies.words(order.buyer().name()));
        names.addAll(Courtesies.words(order.delivery().address().name()));
        names.removeIf(name -> name.length() < 2 || !name.chars().allMatch(Character::isLetter));
        return new Known(names, values);
    }

    private static void add(Set<String> values, Fact.Kind kind, String value) {
        String comparable = value.isBlank() ? "" : Known.comparable(kind, value);
        if (comparable.length() > 5) values.add(comparable);
    }

    private static String quoted(String text) {
        String line = text.strip();
        return line.length() <= MAX_QUOTED ? line : line.substring(0, MAX_QUOTED) + "…";
    }
}
