package okienko.ordercontrol.terms;

/** A condition cannot be answered for this order, though it is well written: there is nobody to decide but a person. */
public final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is the matter. */
    public enum Kind {
        DIVISION_BY_ZERO,
        /** A number or a sum beyond what can be reckoned with. */
        TOO_LARGE,
        /** A function was given a value it does not take. */
        OUT_OF_RANGE,
        /** The condition asks for more work than one order is worth. */
        TOO_MUCH_WORK,
        /** A bug of ours. */
        BROKEN
    }

    private final Kind kind;

    Trouble(Kind kind) {
        super(kind.name(), null, false, false); // expected and told by its place in the condition, not by a stack
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
