package okienko.payments.matching;

/** What speaks for an order as the one a transfer pays, and what speaks against being sure of it. */
public enum Sign {
    /** The collecting account names the order. */
    COLLECT_ID(false),
    /** The order's number stands in the title. */
    NUMBER(false),
    /** The number is there in pieces, or only its end. */
    NUMBER_JOINED(false),
    /** A number in the title is one slip of the finger away. */
    NUMBER_SLIP(false),
    /** The buyer's login, e-mail address or telephone stands in the title. */
    HANDLE(false),
    /** The payer's account has paid for this buyer before, and for no other. */
    ACCOUNT(false),
    /** Nothing else of this buyer is open. */
    ONLY_ONE(false),
    /** First name and surname, or the company, agree. */
    FULL_NAME(false),
    /** The surname agrees. */
    SURNAME(false),
    /** Exactly what is due. */
    AMOUNT(false),
    /** Exactly what is due for all the orders named together. */
    SUM(false),

    /** Another open order costs the same and speaks for itself at least as well. */
    RIVAL(true),
    /** The title names another order. */
    OTHER_NUMBER(true),
    /** The number stands behind a word for something else: invoice, NIP, telephone. */
    OTHER_THING(true),
    /** So much more than is due that something else must be meant too. */
    FAR_TOO_MUCH(true),
    /** The order is paid already. */
    PAID(true),
    /** The order was cancelled. */
    NOT_WANTED(true),
    /** The money has another currency. */
    OTHER_CURRENCY(true);

    private final boolean against;

    Sign(boolean against) {
        this.against = against;
    }

    /** Whether it speaks against. */
    public boolean against() {
        return against;
    }
}
