package okienko.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import okienko.ordercontrol.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Who of a day's customers gets what wrong. A day is dealt like a deck of cards: in an order of its own, but each fault
 * exactly as often as it is meant to happen, so that even the rarest is seen on every day.
 */
final class Deck {

    /** Orders of a busy day. */
    static final int SIZE = 5_000;

    /** Before that nobody has bought anything yet that could be bought once more. */
    private static final int SOONEST_REPETITION = 700;

    private final List<@Nullable Fault> cards;

    private Deck(List<@Nullable Fault> cards) {
        this.cards = cards;
    }

    /** The deck of the day with that number. */
    static Deck of(long day) {
        List<@Nullable Fault> cards = new ArrayList<>(SIZE);
        for (Fault fault : Fault.ALL) cards.addAll(Collections.nCopies(fault.aDay(), fault));
        cards.addAll(Collections.nCopies(SIZE - cards.size(), null));
        Collections.shuffle(cards, new Random(day));
        repetitionsLater(cards);
        return new Deck(cards);
    }

    private static void repetitionsLater(List<@Nullable Fault> cards) {
        int free = SOONEST_REPETITION;
        for (int early = 0; early < SOONEST_REPETITION; early++) {
            if (!repeats(cards.get(early))) continue;
            while (repeats(cards.get(free))) free++;
            Collections.swap(cards, early, free);
        }
    }

    private static boolean repeats(@Nullable Fault fault) {
        return fault != null && fault.reason() == ReasonCode.DUPLICATE_ORDER;
    }

    /** What is wrong with the day's n-th order, counted from 0; null for nothing. */
    @Nullable
    Fault at(int position) {
        return cards.get(position);
    }
}
