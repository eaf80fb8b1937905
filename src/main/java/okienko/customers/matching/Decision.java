package okienko.customers.matching;

/** What the bits for one customer allow to do. */
public enum Decision {
    /** May be put together by itself: one in 4,096 is expected to be wrong, and fewer where the evidence is stronger. */
    CERTAIN,
    /** A person decides: of those at the lower end one in nine is expected to be wrong. */
    PROBABLE,
    DISTINCT;

    /** log2 of the odds: 2^12 to one. */
    static final double CERTAIN_FROM = 12;

    /** 2^3 to one. */
    static final double PROBABLE_FROM = 3;

    /** The decision that so many bits allow. */
    public static Decision of(double bits) {
        return bits >= CERTAIN_FROM ? CERTAIN : bits >= PROBABLE_FROM ? PROBABLE : DISTINCT;
    }
}
