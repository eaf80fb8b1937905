package okienko.payments.matching;

import java.util.Locale;
import java.util.Random;
import okienko.payments.matching.Vocabulary.Party;

/** The payer's line on a statement: order of the names, household, address behind, cut off where the bank's field ends. */
final class Payer {

    private static final int FIELD = 70;

    private final Random random;
    private final Vocabulary words;

    Payer(Random random, Vocabulary words) {
        this.random = random;
        this.words = words;
    }

    String themselves(Party party) {
        if (!party.company().isEmpty() && random.nextInt(3) > 0) return printed(party.company(), party);
        return printed(
                switch (random.nextInt(10)) {
                    case 0, 1, 2, 3 -> party.last() + " " + party.first();
                    case 4 -> party.first() + " " + words.party().first() + " " + party.last();
                    case 5 -> words.party().first() + " I " + party.first() + " " + party.last();
                    default -> party.name();
                },
                party);
    }

    String somebodyElse(Party party) {
        int kind = random.nextInt(10);
        if (kind < 6) {
            Party relative = words.relative(party);
            return printed(relative.name(), relative);
        }
        Party stranger = words.party();
        return printed(kind < 8 ? words.company(stranger) : stranger.name(), stranger);
    }

    private String printed(String name, Party party) {
        String all = random.nextInt(100) < 60 ? name + " " + party.street() + " " + party.city() : name;
        if (random.nextInt(100) < 70) all = Titles.plain(all).toUpperCase(Locale.ROOT);
        return all.length() > FIELD ? all.substring(0, FIELD) : all;
    }
}
