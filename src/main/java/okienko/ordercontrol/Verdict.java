package okienko.ordercontrol;

/** What order control says of an order. */
public enum Verdict {
    /** Nothing is wrong: the warehouse may have it. */
    RELEASED,
    /** Something is wrong that may clear by itself before its deadline: nobody is bothered yet. */
    WAITING,
    /** A person has to look. */
    HELD
}
