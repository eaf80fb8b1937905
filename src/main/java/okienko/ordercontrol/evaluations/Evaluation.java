package okienko.ordercontrol.evaluations;

import java.time.Instant;
import okienko.ordercontrol.Verdict;
import okienko.orders.OrderId;

/**
 * One time control looked at an order and decided.
 *
 * @param revision of the order it looked at
 * @param rulesVersion of the rule set it decided by
 * @param verdict what the rules said, whatever a person had settled before
 */
public record Evaluation(long id, OrderId order, int revision, Instant at, int rulesVersion, Verdict verdict) {}
