package okienko.ordercontrol;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
 */
public record Finding(
        ReasonCode reason,
        String variant,
        List<String> fields,
        Map<String, Object> evidence,
        List<ProposedAction> actions,
        @Nullable Instant clearsBy) {

    public Finding {
        fields = List.copyOf(fields);
        actions = List.copyOf(actions);
    }
}
