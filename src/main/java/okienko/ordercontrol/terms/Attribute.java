package okienko.ordercontrol.terms;

import dev.cel.common.types.CelType;
import dev.cel.common.types.OptionalType;
import java.util.List;
import java.util.Set;
import okienko.ordercontrol.checks.Source;

/**
 * One thing a condition can ask about an order.
 *
 * @param path as it is written, {@code order.buyer.taxId}; its label is the word {@code condition.attribute.<path>}
 * @param mayLack whether an order may do without it (no tax id was given): a definite answer, read with
 *     {@code hasValue()} or {@code orValue(…)}
 * @param comesLater whether it may not be known yet (no word of a payment): the condition then answers neither yes nor no
 * @param sources what has to happen before it can be another
 * @param choices the only values it can have; empty when any
 */
public record Attribute(
        String path, ValueType type, boolean mayLack, boolean comesLater, Set<Source> sources, List<String> choices) {

    public Attribute {
        sources = Set.copyOf(sources);
        choices = List.copyOf(choices);
    }

    /** The last part of the path: what a line's attribute is called after the line's name. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    /** The key of its label. */
    public String word() {
        return "condition.attribute." + path;
    }

    /** The type as CEL's checker knows it. */
    public CelType cel() {
        return mayLack ? OptionalType.create(type.cel()) : type.cel();
    }

    @Override
    public String toString() {
        return path;
    }
}
