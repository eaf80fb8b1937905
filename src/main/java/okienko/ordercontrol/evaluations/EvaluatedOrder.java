package okienko.ordercontrol.evaluations;

import okienko.ordercontrol.Facts;
import okienko.orders.Order;

/** An evaluation with all it was made from: with the rule set of that version, the judge says the same again. */
public record EvaluatedOrder(Evaluation evaluation, Order order, Facts facts) {}
