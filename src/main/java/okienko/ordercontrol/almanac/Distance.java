package okienko.ordercontrol.almanac;

/** How far apart two words are. */
final class Distance {

    private Distance() {}

    /** Whether one slip of the finger makes one word the other: a letter too many, missing, wrong, or two swapped. */
    static boolean isOne(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        int shorter = Math.min(a.length(), b.length());
        if (longer - shorter > 1 || a.equals(b)) return false;
        int start = 0;
        while (start < shorter && a.charAt(start) == b.charAt(start)) start++;
        if (a.length() == b.length()) {
            return same(a, start + 1, b, start + 1) || (swapped(a, b, start) && same(a, start + 2, b, start + 2));
        }
        return a.length() > b.length() ? same(a, start + 1, b, start) : same(a, start, b, start + 1);
    }

    private static boolean same(String a, int fromA, String b, int fromB) {
        return a.regionMatches(fromA, b, fromB, Math.max(a.length() - fromA, b.length() - fromB));
    }

    private static boolean swapped(String a, String b, int at) {
        return at + 1 < a.length() && a.charAt(at) == b.charAt(at + 1) && a.charAt(at + 1) == b.charAt(at);
    }
}
