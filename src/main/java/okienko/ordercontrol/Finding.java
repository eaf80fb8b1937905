package okienko.ordercontrol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import okienko.vocabulary.Texts;
import org.jspecify.annotations.Nullable;

/**
 * One thing a check saw.
 *
 * @param variant which of the reason's sentences tells it, e.g. {@code missing}; the words key is
 *     {@code reason.<CODE>.<variant>}
 * @param fields paths of the canonical order's fields it concerns, e.g. {@code delivery.address.postalCode},
 *     {@code lines[2].quantity}; the first is the one a consultant should look at
 * @param evidence what it saw, by name, in an order fit for reading: String, Integer, Long, BigDecimal, Boolean, Money,
 *     Instant, LocalDate, or a List of these; the sentence's arguments are taken from here by name
 * @param actions what a consultant may do about it, most likely first
 * @param clearsBy until when it may clear by itself (money on its way, stock due); null when a person is needed now
 * @param telling how a rule of the shop's own tells it; null for what the product's own checks find
 */
public record Finding(
        Reason reason,
        String variant,
        List<String> fields,
        Map<String, Object> evidence,
        List<ProposedAction> actions,
        @Nullable Instant clearsBy,
        @Nullable Telling telling) {

    public Finding {
        fields = List.copyOf(fields);
        actions = List.copyOf(actions);
    }

    /** What one of the product's own checks saw. */
    public Finding(
            ReasonCode reason,
            String variant,
            List<String> fields,
            Map<String, Object> evidence,
            List<ProposedAction> actions,
            @Nullable Instant clearsBy) {
        this(reason, variant, fields, evidence, actions, clearsBy, null);
    }

    /**
     * The words of a shop's own rule as they were when it found something: they stay with the hold, whatever becomes of the
     * rule.
     *
     * @param message the sentence; {@code {order.total}} in it stands for that piece of evidence
     */
    public record Telling(Texts title, Texts message) {

        /** The variant that is told by the message: the rule's condition is true. */
        public static final String TRUE = "true";

        /** The variant of a rule that cannot be decided, because a fact it reads is not known. */
        public static final String UNDECIDED = "undecided";
    }

    /** The same, to be settled by a person now or by itself until a moment. */
    public Finding clearing(@Nullable Instant until) {
        return new Finding(reason, variant, fields, evidence, actions, until, telling);
    }

    /** The same with other fields and evidence. */
    public Finding seeing(List<String> otherFields, Map<String, Object> otherEvidence) {
        return new Finding(reason, variant, otherFields, otherEvidence, actions, clearsBy, telling);
    }
}
