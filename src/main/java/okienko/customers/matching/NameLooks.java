package okienko.customers.matching;

import okienko.customers.identity.Closeness;
import okienko.customers.identity.Closeness.Degree;
import okienko.customers.identity.GivenNames;

/** How names agree; level numbers are the places in {@link Comparisons}' lists. */
final class NameLooks {

    /** Two given names that nobody has as forms of one. */
    static final int OTHER_NAME = 8;

    /** Given names of which at least one is unknown. */
    static final int DIFFERENT = 7;

    private static final int SAME = 1;

    static int given(Pairing p, int one, int two) {
        int a = p.get(one, Trait.GIVEN);
        int b = p.get(two, Trait.GIVEN);
        if (a == 0 || b == 0) return 0;
        if (a == b) return SAME;
        if (alone(p, one, two) || alone(p, two, one)) return 0;
        int[] meantA = p.register.meant(a);
        int[] meantB = p.register.meant(b);
        if (GivenNames.meet(meantA, meantB)) return 2;
        String textA = p.register.glossary(Trait.GIVEN).value(a);
        String textB = p.register.glossary(Trait.GIVEN).value(b);
        if (textA.length() == 1 || textB.length() == 1) return textA.charAt(0) == textB.charAt(0) ? 4 : 7;
        if (swapped(p, one, two)) return 6;
        Degree degree = p.degree(Trait.GIVEN, a, b);
        boolean known = p.register.proper(a) && p.register.proper(b);
        // two proper names are two people, however close: Jan and Jana, Maria and Marian
        boolean exactly = meantA.length > 0 && meantB.length > 0;
        if (known && (degree != Degree.CLOSE || (exactly && endsApart(textA, textB)))) return OTHER_NAME;
        return switch (degree) {
            case CLOSE -> 3;
            case SIMILAR -> 5;
            case FAR -> 7;
        };
    }

    private static boolean endsApart(String one, String two) {
        return one.endsWith("a") != two.endsWith("a");
    }

    static int surname(Pairing p, int one, int two) {
        int a = p.get(one, Trait.SURNAME);
        int b = p.get(two, Trait.SURNAME);
        if (a == 0 || b == 0) return alone(p, one, two) || alone(p, two, one) ? 8 : 0;
        if (a == b) return SAME;
        if (p.register.skeleton(a) == p.register.skeleton(b)) return 2;
        Degree degree = p.degree(Trait.SURNAME, a, b);
        if (degree == Degree.CLOSE) return 3;
        if (part(
                p.register.glossary(Trait.SURNAME).value(a),
                p.register.glossary(Trait.SURNAME).value(b))) return 4;
        if (swapped(p, one, two)) return 6;
        return degree == Degree.SIMILAR ? 5 : 7;
    }

    /** The only word of one name is the other's surname. */
    private static boolean alone(Pairing p, int one, int two) {
        return p.get(one, Trait.SURNAME) == 0
                && p.get(one, Trait.GIVEN) != 0
                && p.get(two, Trait.SURNAME) != 0
                && near(p.register.text(one, Trait.GIVEN), p.register.text(two, Trait.SURNAME));
    }

    /** A double-barrelled name and one of its halves. */
    private static boolean part(String one, String two) {
        if (one.length() < two.length()) return part(two, one);
        int space = one.indexOf(' ');
        return space > 0
                && two.length() > 2
                && ((one.startsWith(two) && one.charAt(two.length()) == ' ')
                        || (one.endsWith(two) && one.charAt(one.length() - two.length() - 1) == ' '));
    }

    /** The given name where the other has the surname, and the other way round. */
    private static boolean swapped(Pairing p, int one, int two) {
        String given = p.register.text(one, Trait.GIVEN);
        String surname = p.register.text(one, Trait.SURNAME);
        String otherGiven = p.register.text(two, Trait.GIVEN);
        String otherSurname = p.register.text(two, Trait.SURNAME);
        if (given.isEmpty() || otherGiven.isEmpty() || surname.isEmpty() || otherSurname.isEmpty()) return false;
        if (given.charAt(0) != otherSurname.charAt(0) && surname.charAt(0) != otherGiven.charAt(0)) return false;
        return near(given, otherSurname) && near(surname, otherGiven);
    }

    private static boolean near(String one, String two) {
        return one.equals(two) || (one.charAt(0) == two.charAt(0) && Closeness.between(one, two) == Degree.CLOSE);
    }

    static int full(Pairing p, int one, int two) {
        int a = p.get(one, Trait.FULL);
        int b = p.get(two, Trait.FULL);
        if (a == 0 || b == 0) return 0;
        if (a == b) return SAME;
        return wordsInCommon(
                                p.register.glossary(Trait.FULL).value(a),
                                p.register.glossary(Trait.FULL).value(b))
                        > 0
                ? 2
                : 3;
    }

    static int wordsInCommon(String one, String two) {
        int common = 0;
        String within = ' ' + two + ' ';
        for (String word : one.split(" ", -1)) if (within.contains(' ' + word + ' ')) common++;
        return common;
    }

    private NameLooks() {}
}
