package okienko.demo;

/** What a customer does after having ordered. */
enum Sequel {
    /** The transfer arrives: the order stops waiting by itself. */
    PAYS,
    /** Another flat number, when the parcel may be packed already. */
    CHANGES_MIND
}
