package okienko.customers.identity;

/** A slip of the pen. */
public final class Slip {

    /** At most one letter inserted, dropped or changed, or two neighbours swapped. */
    public static boolean between(String one, String two) {
        if (one.length() < two.length()) return between(two, one);
        int more = one.length() - two.length();
        if (more > 1) return false;
        int at = 0;
        while (at < two.length() && one.charAt(at) == two.charAt(at)) at++;
        if (at == two.length()) return true;
        if (more == 1) return same(one, at + 1, two, at);
        if (same(one, at + 1, two, at + 1)) return true;
        return at + 1 < two.length()
                && one.charAt(at) == two.charAt(at + 1)
                && one.charAt(at + 1) == two.charAt(at)
                && same(one, at + 2, two, at + 2);
    }

    private static boolean same(String one, int from, String two, int other) {
        return one.regionMatches(from, two, other, one.length() - from);
    }

    private Slip() {}
}
