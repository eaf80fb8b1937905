package okienko.customers.matching;

import okienko.customers.identity.Closeness.Degree;
import okienko.customers.identity.Slip;

/** How addresses agree: the dwelling on its own, and the place it is in. */
final class PlaceLooks {

    static int address(Pairing p, int one, int two) {
        int house = p.get(one, Trait.HOUSE);
        int other = p.get(two, Trait.HOUSE);
        int street = p.get(one, Trait.STREET);
        int second = p.get(two, Trait.STREET);
        if ((street == 0 && house == 0) || (second == 0 && other == 0)) return 0;
        boolean number = house != 0 && house == other;
        if (street == second && street != 0) {
            if (!number) return 4;
            int flat = p.get(one, Trait.FLAT);
            int otherFlat = p.get(two, Trait.FLAT);
            return flat != 0 && otherFlat != 0 && flat != otherFlat ? 2 : 1;
        }
        if (street == second && number) return 1; // a village without streets
        Degree degree = street == 0 || second == 0 ? Degree.FAR : p.degree(Trait.STREET, street, second);
        if (degree == Degree.CLOSE) return number ? 3 : 5;
        if (degree == Degree.SIMILAR) return number ? 3 : 7;
        return number ? 6 : 7;
    }

    static int extra(Pairing p, int one, int two) {
        int a = p.get(one, Trait.EXTRA);
        int b = p.get(two, Trait.EXTRA);
        if (a == 0 || b == 0) return 0;
        if (a == b) return 1;
        return p.degree(Trait.EXTRA, a, b) == Degree.CLOSE ? 2 : 3;
    }

    static int place(Pairing p, int one, int two) {
        int code = p.get(one, Trait.POSTAL);
        int otherCode = p.get(two, Trait.POSTAL);
        int town = p.get(one, Trait.CITY);
        int otherTown = p.get(two, Trait.CITY);
        boolean codes = code != 0 && otherCode != 0;
        boolean towns = town != 0 && otherTown != 0;
        if (!codes && !towns) return 0;
        Degree degree = towns ? p.degree(Trait.CITY, town, otherTown) : Degree.FAR;
        if (codes && code == otherCode) return degree == Degree.CLOSE ? 1 : 2;
        if (towns && town == otherTown) return 3;
        if (degree != Degree.FAR) return 4;
        return codes
                        && Slip.between(
                                p.register.glossary(Trait.POSTAL).value(code),
                                p.register.glossary(Trait.POSTAL).value(otherCode))
                ? 5
                : 6;
    }

    static int region(Pairing p, int one, int two) {
        return plain(p, Trait.REGION, one, two);
    }

    static int locker(Pairing p, int one, int two) {
        return plain(p, Trait.LOCKER, one, two);
    }

    private static int plain(Pairing p, Trait trait, int one, int two) {
        int a = p.get(one, trait);
        int b = p.get(two, trait);
        return a == 0 || b == 0 ? 0 : a == b ? 1 : 2;
    }

    private PlaceLooks() {}
}
