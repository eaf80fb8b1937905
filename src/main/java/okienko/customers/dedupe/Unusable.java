package okienko.customers.dedupe;

/** An argument or a line that cannot be used; the message names it, its value and the remedy. */
final class Unusable extends Exception {

    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}
