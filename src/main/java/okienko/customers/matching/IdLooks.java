package okienko.customers.matching;

import okienko.customers.identity.Closeness.Degree;
import okienko.customers.identity.Slip;

/** How numbers and addresses agree that are meant to be one's own. */
final class IdLooks {

    /** Two numbers that no slip of the pen made of one. */
    static final int DIFFERENT = 3;

    private static final int WORD = 4; // letters of a firm's word that is more than "and"

    static int birth(Pairing p, int one, int two) {
        int a = p.get(one, Trait.BIRTH);
        int b = p.get(two, Trait.BIRTH);
        if (a == 0 || b == 0) return 0;
        if (a == b) return 1;
        String x = p.register.glossary(Trait.BIRTH).value(a);
        String y = p.register.glossary(Trait.BIRTH).value(b);
        if (Slip.between(x, y) || dayForMonth(x, y)) return 2;
        boolean year = x.regionMatches(0, y, 0, 4);
        boolean month = x.regionMatches(4, y, 4, 2);
        boolean day = x.regionMatches(6, y, 6, 2);
        int unlike = unlike(x, y);
        return unlike == 2 ? 3 : unlike == 3 || year || (month && day) ? 4 : 5;
    }

    private static int unlike(String x, String y) {
        int unlike = 0;
        for (int i = 0; i < x.length(); i++) if (x.charAt(i) != y.charAt(i)) unlike++;
        return unlike;
    }

    private static boolean dayForMonth(String x, String y) {
        return x.regionMatches(0, y, 0, 4) && x.regionMatches(4, y, 6, 2) && x.regionMatches(6, y, 4, 2);
    }

    static int nationalId(Pairing p, int one, int two) {
        return number(p, Trait.NATIONAL_ID, one, two);
    }

    static int taxId(Pairing p, int one, int two) {
        return number(p, Trait.TAX_ID, one, two);
    }

    private static int number(Pairing p, Trait trait, int one, int two) {
        int a = p.get(one, trait);
        int b = p.get(two, trait);
        if (a == 0 || b == 0) return 0;
        if (a == b) return 1;
        return Slip.between(
                        p.register.glossary(trait).value(a),
                        p.register.glossary(trait).value(b))
                ? 2
                : 3;
    }

    static int phone(Pairing p, int one, int two) {
        int a = p.get(one, Trait.PHONE);
        int b = p.get(two, Trait.PHONE);
        if (a == 0 || b == 0) return 0;
        Glossary phones = p.register.glossary(Trait.PHONE);
        if (a == b) return p.register.shared(Trait.PHONE, a) ? 3 : 1;
        String x = phones.value(a);
        String y = phones.value(b);
        if (x.equals(p.register.text(two, Trait.PHONE_2)) || y.equals(p.register.text(one, Trait.PHONE_2))) return 1;
        return Slip.between(x, y) ? 2 : 4;
    }

    static int email(Pairing p, int one, int two) {
        int a = p.get(one, Trait.EMAIL);
        int b = p.get(two, Trait.EMAIL);
        if (a == 0 || b == 0) return 0;
        if (a == b) return p.register.shared(Trait.EMAIL, a) ? 4 : 1;
        int x = p.get(one, Trait.LOCAL);
        int y = p.get(two, Trait.LOCAL);
        if (x == 0 || y == 0) return 6;
        if (x == y) return 2;
        return switch (p.degree(Trait.LOCAL, x, y)) {
            case CLOSE -> 3;
            case SIMILAR -> 5;
            case FAR -> 6;
        };
    }

    static int mask(Pairing p, int one, int two) {
        int a = p.get(one, Trait.MASK);
        return a != 0 && a == p.get(two, Trait.MASK) ? 1 : 0;
    }

    /** Two names in one shop are two accounts; in two shops they say nothing. */
    static int login(Pairing p, int one, int two) {
        int a = p.get(one, Trait.LOGIN);
        int b = p.get(two, Trait.LOGIN);
        if (a == 0 || b == 0) return 0;
        if (a == b) return 1;
        String x = p.register.glossary(Trait.LOGIN).value(a);
        return p.register.glossary(Trait.LOGIN).value(b).startsWith(x.substring(0, x.indexOf(' ') + 1)) ? 2 : 0;
    }

    static int firm(Pairing p, int one, int two) {
        int a = p.get(one, Trait.FIRM);
        int b = p.get(two, Trait.FIRM);
        if (a == 0 || b == 0) return 0;
        int form = p.get(one, Trait.FORM);
        int other = p.get(two, Trait.FORM);
        boolean otherForm = form != 0 && other != 0 && form != other;
        if (a == b) return otherForm ? 4 : 1;
        if (p.degree(Trait.FIRM, a, b) == Degree.CLOSE) return otherForm ? 4 : 2;
        String x = p.register.glossary(Trait.FIRM).value(a);
        String y = p.register.glossary(Trait.FIRM).value(b);
        return word(x, y) ? otherForm ? 4 : 3 : 5;
    }

    private static boolean word(String one, String two) {
        String within = ' ' + two + ' ';
        for (String word : one.split(" ", -1))
            if (word.length() >= WORD && within.contains(' ' + word + ' ')) return true;
        return false;
    }

    static int occupation(Pairing p, int one, int two) {
        int a = p.get(one, Trait.OCCUPATION);
        int b = p.get(two, Trait.OCCUPATION);
        return a == 0 || b == 0 ? 0 : a == b ? 1 : 2;
    }

    private IdLooks() {}
}
