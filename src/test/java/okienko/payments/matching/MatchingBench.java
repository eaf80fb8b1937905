package okienko.payments.matching;

import java.util.Locale;

/** Prints how a made-up month of transfers is matched: {@code bench/matching [orders] [transfers] [seeds] [missed]}. */
final class MatchingBench {

    public static void main(String[] arguments) {
        int orders = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000;
        int transfers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9_000;
        int seeds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        int missed = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 0;
        for (int seed = 1; seed <= seeds; seed++) {
            MatchingFigures figures = MatchingFigures.of(new PaidMonth(seed, orders, transfers));
            System.out.printf(
                    Locale.ROOT,
                    "seed %d: %d transfers, %d matchable, of them %d certain (%.2f %%); all: %d certain, %d wrong, "
                            + "%d proposed (%d with the right order), %d none; %d ms%n",
                    seed,
                    figures.certain + figures.proposed + figures.none,
                    figures.matchable,
                    figures.matchableCertain,
                    figures.share() * 100,
                    figures.certain,
                    figures.wrong.size(),
                    figures.proposed,
                    figures.proposedRight,
                    figures.none,
                    figures.millis);
            figures.wrong.forEach(each -> System.out.println("  WRONG " + each));
            if (seed == 1) {
                figures.habits.forEach((habit, counts) -> System.out.printf(
                        Locale.ROOT,
                        "  %-14s %5d: %5d certain, %4d proposed, %4d none%n",
                        habit,
                        counts[0],
                        counts[1],
                        counts[2],
                        counts[3]));
                figures.missed.stream().limit(missed).forEach(each -> System.out.println("  MISSED " + each));
            }
        }
    }

    private MatchingBench() {}
}
