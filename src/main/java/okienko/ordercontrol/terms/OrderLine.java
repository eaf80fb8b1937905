package okienko.ordercontrol.terms;

import dev.cel.common.types.CelType;
import dev.cel.common.types.StructTypeReference;
import dev.cel.common.values.StructValue;
import java.util.Optional;
import okienko.orders.Order.Line;
import org.jspecify.annotations.Nullable;

/** A line of the order with what stock and catalogue say about it, as a condition goes through them. */
@SuppressWarnings("Immutable") // what its situation remembers does not change what it answers
final class OrderLine extends StructValue<String, OrderLine> {

    static final String TYPE_NAME = "line";

    private final Situation situation;
    private final int index;

    OrderLine(Situation situation, int index) {
        this.situation = situation;
        this.index = index;
    }

    Situation situation() {
        return situation;
    }

    int index() {
        return index;
    }

    Line line() {
        return situation.order().lines().get(index);
    }

    @Override
    public Object select(String field) {
        Term<OrderLine> term = LineTerms.named(field);
        if (term == null) throw new IllegalArgumentException("a line has no " + field);
        @Nullable Object value = term.reading().from(this);
        if (value instanceof NotKnown) return NotKnown.inside(term.attribute());
        if (term.attribute().mayLack()) return Optional.ofNullable(value);
        if (value == null) throw new IllegalStateException(term.attribute() + " was not to be missing");
        return value;
    }

    @Override
    public Optional<Object> find(String field) {
        return Optional.of(select(field));
    }

    @Override
    public OrderLine value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return StructTypeReference.create(TYPE_NAME);
    }
}
