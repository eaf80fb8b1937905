package okienko.payments.matching;

/** How people pay for orders by transfer; written down before there was a matcher, see {@link PaidMonth}. */
enum Habit {
    /** The number and nothing else. */
    BARE(29, true),
    /** The number in a sentence. */
    WORDED(29, true),
    /** The number stuck to a word. */
    GLUED(4, true),
    /** The number torn apart by the payer or by the bank's end of line. */
    TORN(3, true),
    /** The number beside a telephone, a NIP, a date, a postal code. */
    CROWDED(7, true),
    /** One figure wrong, missing, doubled, or two exchanged. */
    MISTYPED(3, true),
    /** Several orders in one transfer, every number written. */
    SUM(3, true),
    /** Several orders, the later numbers by their last figures. */
    SHORT_SUM(1, true),
    /** Something left out: the delivery, a grosz, a figure. */
    UNDERPAID(2, true),
    /** Rounded up, delivery counted twice. */
    OVERPAID(1, true),
    /** Two transfers for one order. */
    INSTALMENTS(1, true),
    /** An account that has paid for this buyer before, no number. */
    KNOWN_ACCOUNT(2, true),
    /** Through a collecting account. */
    COLLECT(3, true),
    /** Login, e-mail address or telephone instead of the number. */
    HANDLE(2, true),
    /** No number; only payer and amount say whose it is, so that a person has to agree. */
    NAMELESS(4, false),
    /** The number of quite another order, the payer's own earlier one or a stranger's. */
    WRONG_NUMBER(0.7, false),
    /** Paid already, paid again. */
    TWICE(0.5, false),
    /** Not for an order at all. */
    NOISE(5, false);

    final double weight;
    /** Whether the transfer by itself says beyond doubt, to a careful person, which order it is for. */
    final boolean matchable;

    Habit(double weight, boolean matchable) {
        this.weight = weight;
        this.matchable = matchable;
    }
}
