package okienko.payments.matching;

import java.util.EnumSet;
import java.util.Set;
import okienko.vocabulary.Money;

/**
 * An order a transfer may be for.
 *
 * @param amount how much of the transfer would be its share
 */
public record Candidate(OpenOrder order, Money amount, Set<Sign> signs) {

    boolean has(Sign sign) {
        return signs.contains(sign);
    }

    boolean hasAny(Set<Sign> any) {
        for (Sign sign : any) if (signs.contains(sign)) return true;
        return false;
    }

    Candidate with(Sign more) {
        Set<Sign> all = EnumSet.copyOf(signs);
        all.add(more);
        return new Candidate(order, amount, all);
    }
}
