package okienko.customers;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.customers.identity.Identifiers;
import okienko.customers.identity.PersonName;
import okienko.customers.identity.PersonName.Likeness;

/**
 * Recognises a buyer among known customers by tax id, e-mail and phone; pure, so that the command line and the office
 * decide alike.
 *
 * <p>Surely the same: the same tax id; the same e-mail, unless the names clearly differ; the same phone with a
 * compatible name. Perhaps the same: the same phone or personal e-mail under another name, or identifiers that point to
 * several customers. Members of a household and colleagues sharing an office's mailbox are different people.
 */
public final class Recogniser {

    /** A value more customers share than this (a marketplace's phone, a made-up number) identifies nobody. */
    static final int SHARED = 20;

    /** More suggestions than a person would read are not made. */
    static final int CANDIDATES = 5;

    private final Map<String, List<Known>> byKey = new HashMap<>();
    private long added;

    /** A recogniser that knows these customers. */
    public static Recogniser of(Collection<Customer> customers) {
        Recogniser recogniser = new Recogniser();
        for (Customer customer : customers) {
            recogniser.add(customer, identifiers(customer).keys());
        }
        return recogniser;
    }

    /** Who the buyer is; asks nothing and changes nothing. */
    public Recognition recognise(Buyer buyer) {
        Identifiers own = Identifiers.of(buyer.email(), buyer.phone(), buyer.taxId(), buyer.country());
        return recognise(buyer, own, Long.MAX_VALUE);
    }

    static Identifiers identifiers(Customer customer) {
        return Identifiers.of(customer.email(), customer.phone(), customer.taxId(), "");
    }

    /** Makes the customer known, with identifiers that may be more than those shown on the card. */
    void add(Customer customer, Collection<String> keys) {
        add(++added, customer, List.of(), keys);
    }

    /** @param others what was merged into the card: the customer goes by these names as well */
    void add(long id, Customer customer, Collection<Customer> others, Collection<String> keys) {
        List<PersonName> names = new ArrayList<>(List.of(PersonName.of(customer.name())));
        List<PersonName> companies = new ArrayList<>(List.of(PersonName.of(customer.company())));
        for (Customer other : others) {
            names.add(PersonName.of(other.name()));
            companies.add(PersonName.of(other.company()));
        }
        Known known = new Known(id, customer, names, companies);
        for (String key : keys) {
            byKey.computeIfAbsent(key, _ -> new ArrayList<>()).add(known);
        }
    }

    /** How many known customers have this identifier. */
    int sharing(String key) {
        return byKey.getOrDefault(key, List.of()).size();
    }

    /** @param before only customers with a smaller number count: an order's own card is not somebody it may be */
    Recognition recognise(Buyer buyer, Identifiers own, long before) {
        IdentityHashMap<Known, Set<String>> met = new IdentityHashMap<>();
        for (String key : own.keys()) {
            List<Known> sharing = byKey.getOrDefault(key, List.of());
            if (sharing.size() > SHARED) continue;
            for (Known known : sharing) {
                if (known.id < before)
                    met.computeIfAbsent(known, _ -> new LinkedHashSet<>()).add(kind(key));
            }
        }
        if (met.isEmpty()) return Recognition.NEW;
        List<Match> matches = new ArrayList<>();
        PersonName name = PersonName.of(buyer.name());
        PersonName company = PersonName.of(buyer.company());
        met.forEach((known, agreeing) -> {
            Match match = match(known, agreeing, own, name, company);
            if (match.strength > 0) matches.add(match);
        });
        matches.sort(Comparator.comparingInt((Match match) -> -match.strength).thenComparingLong(m -> m.known.id));
        return decide(matches);
    }

    private static Recognition decide(List<Match> matches) {
        if (matches.isEmpty()) return Recognition.NEW;
        if (sure(matches)) return new Recognition(matches.getFirst().known.customer, List.of());
        return new Recognition(
                null,
                matches.stream()
                        .limit(CANDIDATES)
                        .map(match -> new Recognition.Candidate(match.known.customer, match.agreeing, match.differing))
                        .toList());
    }

    private static boolean sure(List<Match> matches) {
        Match best = matches.getFirst();
        if (!best.certain || matches.size() == 1 || !matches.get(1).certain) return best.certain;
        Match second = matches.get(1);
        if (best.strength == second.strength) return false;
        // a tax id outweighs the rest: an employee may be known privately as well
        return best.agreeing.contains("taxId") ? !second.agreeing.contains("taxId") : best.differing.isEmpty();
    }

    private static Match match(
            Known known, Set<String> agreeing, Identifiers own, PersonName name, PersonName company) {
        Likeness names = likest(known.names, name);
        boolean sameFirm = likest(known.companies, company) == Likeness.SAME;
        boolean phone = agreeing.contains("phone");
        boolean email = agreeing.contains("email");
        boolean taxId = agreeing.contains("taxId");
        boolean apart = names == Likeness.DIFFERENT && !sameFirm;
        boolean certain = taxId || (email && !apart) || (phone && (names == Likeness.SAME || sameFirm));
        List<String> differing = differing(known, agreeing, own);
        // two firms are two customers, whoever answers their phone; colleagues share an office's mailbox
        boolean otherFirm = differing.contains("taxId") && !taxId;
        boolean nobody = otherFirm || (apart && email && !phone && !taxId && Identifiers.role(own.email()));
        List<String> speaking = new ArrayList<>(agreeing);
        if (names == Likeness.SAME) speaking.add("name");
        if (names == Likeness.DIFFERENT) differing.add("name");
        int strength = (certain ? 16 : 0) + (taxId ? 8 : 0) + (email ? 4 : 0) + (phone ? 2 : 0) + (apart ? 0 : 1);
        return new Match(known, certain && !nobody, nobody ? 0 : strength, speaking, differing);
    }

    private static List<String> differing(Known known, Set<String> agreeing, Identifiers own) {
        Identifiers theirs = identifiers(known.customer);
        List<String> differing = new ArrayList<>();
        if (!agreeing.contains("taxId") && bothGiven(own.taxId(), theirs.taxId())) differing.add("taxId");
        if (!agreeing.contains("email") && bothGiven(own.email(), theirs.email())) differing.add("email");
        if (!agreeing.contains("phone") && bothGiven(own.phone(), theirs.phone())) differing.add("phone");
        return differing;
    }

    private static boolean bothGiven(String one, String two) {
        return !one.isEmpty() && !two.isEmpty();
    }

    private static String kind(String key) {
        return switch (key.charAt(0)) {
            case 'T' -> "taxId";
            case 'E' -> "email";
            default -> "phone";
        };
    }

    /** How alike the likest of several names is; one that is not given decides nothing where another is. */
    private static Likeness likest(List<PersonName> names, PersonName name) {
        Likeness likest = names.getFirst().compare(name);
        for (PersonName each : names.subList(1, names.size())) {
            Likeness likeness = each.compare(name);
            boolean closer = likeness != Likeness.UNKNOWN && likeness.compareTo(likest) < 0;
            if (closer || likest == Likeness.UNKNOWN) likest = likeness;
        }
        return likest;
    }

    private record Known(long id, Customer customer, List<PersonName> names, List<PersonName> companies) {}

    private record Match(Known known, boolean certain, int strength, List<String> agreeing, List<String> differing) {}
}
