/** The holds: findings that block an order, how they are kept, and when one that was settled comes up again. */
@org.jspecify.annotations.NullMarked
package okienko.ordercontrol.holds;
