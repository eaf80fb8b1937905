package okienko.customers.matching;

import static okienko.customers.matching.Comparison.Level.fixed;
import static okienko.customers.matching.Comparison.Level.level;
import static okienko.customers.matching.Comparison.Level.rare;
import static okienko.customers.matching.Comparison.Level.skeleton;
import static okienko.customers.matching.Comparison.Level.steady;

import java.util.List;
import okienko.customers.matching.Comparison.Level;

/** Everything in which records are compared, in order; the shares are what an empty base begins with. */
final class Comparisons {

    private static final Level NOTHING = level("missing", 1, 1);

    static final List<Comparison> ALL = List.of(
            new Comparison(
                    "givenName",
                    NameLooks::given,
                    false,
                    List.of(
                            NOTHING,
                            rare("same", .80, .015, Trait.GIVEN, 1 / 2_000.0),
                            level("form", .07, .002),
                            level("close", .04, .003),
                            level("initial", .02, .02),
                            level("similar", .01, .02),
                            rare("swapped", .03, .0005, Trait.GIVEN, 1 / 2_000.0),
                            level("different", .03, .93),
                            fixed("otherName", -12))),
            new Comparison(
                    "surname",
                    NameLooks::surname,
                    true,
                    List.of(
                            NOTHING,
                            rare("same", .82, .002, Trait.SURNAME, 1 / 40_000.0),
                            skeleton("spelling", .05, .0005, 1 / 40_000.0),
                            level("close", .04, .001),
                            level("part", .02, .001),
                            level("similar", .01, .01),
                            steady("swapped", .8, Trait.SURNAME, 1 / 40_000.0),
                            level("different", .03, .98),
                            steady("alone", .3, Trait.SURNAME, 1 / 40_000.0))),
            new Comparison(
                    "fullName",
                    NameLooks::full,
                    true,
                    List.of(
                            NOTHING,
                            rare("same", .3, .0005, Trait.FULL, 1 / 10_000.0),
                            level("words", .4, .02),
                            level("different", .3, .97))),
            new Comparison(
                    "birth",
                    IdLooks::birth,
                    false,
                    List.of(
                            NOTHING,
                            rare("same", .85, .0001, Trait.BIRTH, 1 / 20_000.0),
                            level("slip", .08, .002),
                            level("near", .02, .01),
                            level("partly", .02, .05),
                            level("different", .03, .99))),
            new Comparison(
                    "nationalId",
                    IdLooks::nationalId,
                    false,
                    List.of(
                            NOTHING,
                            rare("same", .9, .00001, Trait.NATIONAL_ID, 1e-6),
                            level("slip", .07, .00001),
                            level("different", .03, .9999))),
            new Comparison(
                    "taxId",
                    IdLooks::taxId,
                    false,
                    List.of(
                            NOTHING,
                            rare("same", .95, .0001, Trait.TAX_ID, 1e-5),
                            level("slip", .02, .00001),
                            fixed("different", -100))),
            new Comparison(
                    "phone",
                    IdLooks::phone,
                    true,
                    List.of(
                            NOTHING,
                            rare("same", .75, .0001, Trait.PHONE, 1e-5),
                            level("slip", .03, .0001),
                            fixed("shared", 1),
                            level("different", .22, .9998))),
            new Comparison(
                    "email",
                    IdLooks::email,
                    false,
                    List.of(
                            NOTHING,
                            rare("same", .7, .0001, Trait.EMAIL, 1e-5),
                            rare("sameName", .05, .0002, Trait.LOCAL, 1e-4),
                            level("close", .05, .0005),
                            fixed("shared", 1),
                            level("similar", .05, .02),
                            level("different", .15, .98))),
            new Comparison("mask", IdLooks::mask, false, List.of(NOTHING, rare("same", .9, .0001, Trait.MASK, 1e-5))),
            new Comparison(
                    "login",
                    IdLooks::login,
                    false,
                    List.of(NOTHING, rare("same", .9, .0001, Trait.LOGIN, 1e-5), level("different", .1, .9999))),
            new Comparison(
                    "firm",
                    IdLooks::firm,
                    false,
                    List.of(
                            NOTHING,
                            rare("same", .8, .001, Trait.FIRM, 1e-4),
                            level("close", .1, .002),
                            level("word", .05, .02),
                            fixed("otherForm", -8),
                            level("different", .05, .98))),
            new Comparison(
                    "address",
                    PlaceLooks::address,
                    true,
                    List.of(
                            NOTHING,
                            rare("same", .55, .0005, Trait.DWELLING, 1e-4),
                            level("otherFlat", .02, .0005),
                            level("closeStreet", .06, .0003),
                            rare("street", .08, .01, Trait.STREET, 1e-3),
                            level("similarStreet", .04, .02),
                            level("number", .05, .02),
                            level("different", .2, .94))),
            new Comparison(
                    "extra",
                    PlaceLooks::extra,
                    true,
                    List.of(
                            NOTHING,
                            rare("same", .75, .001, Trait.EXTRA, 1e-4),
                            level("close", .12, .002),
                            level("different", .13, .99))),
            new Comparison(
                    "place",
                    PlaceLooks::place,
                    true,
                    List.of(
                            NOTHING,
                            rare("same", .6, .001, Trait.POSTAL, 1e-4),
                            rare("postalCode", .08, .001, Trait.POSTAL, 1e-4),
                            rare("town", .1, .02, Trait.CITY, 1e-4),
                            level("similarTown", .03, .01),
                            level("closeCode", .04, .01),
                            level("different", .15, .95))),
            new Comparison(
                    "region",
                    PlaceLooks::region,
                    true,
                    List.of(NOTHING, rare("same", .9, .2, Trait.REGION, 1e-3), level("different", .1, .8))),
            new Comparison(
                    "locker",
                    PlaceLooks::locker,
                    true,
                    List.of(NOTHING, rare("same", .6, .005, Trait.LOCKER, 1e-4), level("different", .4, .99))),
            new Comparison(
                    "occupation",
                    IdLooks::occupation,
                    false,
                    List.of(NOTHING, rare("same", .8, .05, Trait.OCCUPATION, 1e-3), level("different", .2, .95))));

    /** What share of people have the same value of this trait where nothing is known of it. */
    static double usual(Trait trait) {
        return ALL.stream()
                .flatMap(comparison -> comparison.levels().stream())
                .filter(level -> level.rarity() == Comparison.Rarity.VALUE && level.trait() == trait)
                .mapToDouble(Level::chance)
                .min()
                .orElse(0);
    }

    static int place(String name) {
        for (int c = 0; c < ALL.size(); c++) if (ALL.get(c).name().equals(name)) return c;
        throw new IllegalArgumentException("no comparison is called '" + name + "': see Comparisons.ALL");
    }

    private Comparisons() {}
}
