package okienko.orders;

/** The office's own number for an order, the one in its address {@code /orders/17}. */
public record OrderId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
