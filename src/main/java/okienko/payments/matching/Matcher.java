package okienko.payments.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;

/**
 * Finds the orders a transfer pays. It gathers every order that anything speaks for, writes down what speaks for and
 * against each, and asks {@link Rule} which of them is beyond doubt. How others do it, and why the amount alone must not
 * book, was read on 2026-11-28 in the manuals named in the channels' research: document number, then account, then name
 * with amount, the last only as a proposal.
 */
public final class Matcher {

    /** More than a person would read. */
    private static final int PROPOSALS_MAX = 5;

    /** So much more than is due, at least, that something else must be meant too: 30.00, or a quarter. */
    private static final long MUCH_MINOR = 3_000;

    private static final long MUCH_PART = 4;

    private static final Set<Sign> PERSONAL = EnumSet.of(Sign.FULL_NAME, Sign.ACCOUNT, Sign.HANDLE);
    private static final Set<Sign> NUMBERS = EnumSet.of(Sign.NUMBER, Sign.NUMBER_JOINED, Sign.COLLECT_ID);

    private final OrderBook book;

    public Matcher(OrderBook book) {
        this.book = book;
    }

    /** Matches one transfer; what is certain counts as paid for the next. */
    public Match match(Transfer transfer) {
        Title title = Title.of(transfer.title());
        Match match = new Sums(book, title, transfer)
                .find()
                .<Match>map(shares -> new Match.Certain("sum", shares))
                .orElseGet(() -> decide(candidates(transfer, title)));
        if (match instanceof Match.Certain certain) {
            for (Candidate share : certain.shares()) {
                book.settle(share.order().key(), share.amount());
                book.learn(transfer.account(), share.order().buyer());
            }
        }
        return match;
    }

    private static Match decide(List<Candidate> candidates) {
        for (Rule rule : Rule.CERTAIN) {
            List<Candidate> sure = candidates.stream().filter(rule::holds).toList();
            if (sure.size() == 1) return new Match.Certain(rule.name(), sure);
            if (sure.size() > 1) break; // each is as sure as the other: nobody can be
        }
        List<Candidate> proposed = new ArrayList<>();
        for (Rule rule : Rule.PROPOSED) {
            candidates.stream()
                    .filter(rule::holds)
                    .filter(each -> !proposed.contains(each))
                    .sorted(Comparator.comparingLong(Matcher::doubts))
                    .forEach(proposed::add);
        }
        return proposed.isEmpty()
                ? new Match.None()
                : new Match.Proposed(proposed.subList(0, Math.min(PROPOSALS_MAX, proposed.size())));
    }

    private static long doubts(Candidate candidate) {
        return candidate.signs().stream().filter(Sign::against).count();
    }

    private List<Candidate> candidates(Transfer transfer, Title title) {
        Map<OrderKey, Set<Sign>> found = new LinkedHashMap<>();
        numbers(transfer, title, found);
        handles(title, found);
        account(transfer, found);
        for (OrderKey key : book.costing(transfer.amount())) signs(found, key);
        Set<String> payer = Names.printed(transfer.payer());
        Set<String> written = Set.copyOf(Names.words(transfer.title()));
        List<String> texts = title.all();
        List<Candidate> candidates = new ArrayList<>();
        found.forEach((key, signs) -> {
            OrderBook.Entry entry = book.entry(key);
            if (entry.order().placedOn().isAfter(transfer.on())) return;
            amounts(transfer, entry.order(), signs);
            names(payer, written, entry, signs);
            boolean slip = signs.contains(Sign.AMOUNT) && !signs.contains(Sign.NUMBER) && mistyped(texts, entry);
            if (slip) signs.add(Sign.NUMBER_SLIP);
            candidates.add(new Candidate(entry.order(), transfer.amount(), signs));
        });
        return candidates.stream().map(each -> doubted(each, candidates)).toList();
    }

    private void numbers(Transfer transfer, Title title, Map<OrderKey, Set<Sign>> found) {
        String collect = Writing.bare(transfer.collectId()).replaceFirst("^[A-Z]+", "");
        for (OrderKey key : book.numbered(collect.replaceFirst("^0+", "")))
            signs(found, key).add(Sign.COLLECT_ID);
        for (String text : title.whole()) {
            for (OrderKey key : book.numbered(text)) {
                signs(found, key).add(Sign.NUMBER);
                if (title.others().contains(text)) signs(found, key).add(Sign.OTHER_THING);
            }
            for (OrderKey key : book.endingIn(text)) signs(found, key).add(Sign.NUMBER_JOINED);
        }
        for (String text : title.joined()) {
            for (OrderKey key : book.numbered(text)) signs(found, key).add(Sign.NUMBER_JOINED);
            for (OrderKey key : book.endingIn(text)) signs(found, key).add(Sign.NUMBER_JOINED);
        }
    }

    private void handles(Title title, Map<OrderKey, Set<Sign>> found) {
        Set<String> texts = new HashSet<>(title.figureGroups());
        texts.addAll(title.words());
        for (String text : texts) {
            for (OrderKey key : book.handled(text)) signs(found, key).add(Sign.HANDLE);
        }
    }

    private void account(Transfer transfer, Map<OrderKey, Set<Sign>> found) {
        String buyer = book.buyerOf(transfer.account());
        if (buyer == null) return;
        List<OrderKey> open = book.of(buyer).stream()
                .filter(key -> book.entry(key).order().due().minor() > 0)
                .filter(key -> !book.entry(key).order().placedOn().isAfter(transfer.on()))
                .toList();
        for (OrderKey key : open) {
            signs(found, key).add(Sign.ACCOUNT);
            if (open.size() == 1) signs(found, key).add(Sign.ONLY_ONE);
        }
    }

    private static void amounts(Transfer transfer, OpenOrder order, Set<Sign> signs) {
        Money due = order.due();
        if (!due.currency().equals(transfer.amount().currency())) signs.add(Sign.OTHER_CURRENCY);
        else if (due.equals(transfer.amount())) signs.add(Sign.AMOUNT);
        else if (transfer.amount().minor() > due.minor() + Math.max(MUCH_MINOR, due.minor() / MUCH_PART)) {
            signs.add(Sign.FAR_TOO_MUCH);
        }
        if (due.minor() <= 0) signs.add(Sign.PAID);
        if (!order.wanted()) signs.add(Sign.NOT_WANTED);
    }

    /** A name counts wherever it stands: who pays for another often writes whose order it is. */
    private static void names(Set<String> payer, Set<String> written, OrderBook.Entry entry, Set<Sign> signs) {
        Names.Agreement payers = Names.agree(payer, entry.names());
        Names.Agreement titles = Names.agree(written, entry.names());
        if (payers == Names.Agreement.FULL || titles == Names.Agreement.FULL) signs.add(Sign.FULL_NAME);
        else if (payers == Names.Agreement.SURNAME) signs.add(Sign.SURNAME);
    }

    private static boolean mistyped(List<String> texts, OrderBook.Entry entry) {
        for (String form : entry.forms()) {
            for (String text : texts) if (Writing.oneSlip(text, form)) return true;
        }
        return false;
    }

    /** What the other orders say against this one. */
    private static Candidate doubted(Candidate one, List<Candidate> all) {
        Candidate doubted = one;
        for (Candidate other : all) {
            if (other.equals(one) || other.has(Sign.PAID)) continue;
            if (rivals(one, other)) doubted = doubted.with(Sign.RIVAL);
            boolean named = (other.has(Sign.NUMBER) && !other.has(Sign.OTHER_THING)) || other.has(Sign.COLLECT_ID);
            boolean pieces = other.has(Sign.NUMBER_JOINED) && !one.has(Sign.AMOUNT);
            if (pieces) doubted = doubted.with(Sign.OTHER_NUMBER);
            boolean meant = other.has(Sign.AMOUNT) || other.has(Sign.FULL_NAME) || !sureBut(one);
            if (named && meant) doubted = doubted.with(Sign.OTHER_NUMBER);
        }
        return doubted;
    }

    /** Name, amount and almost the number: then a stranger's number is what the slip of the finger made. */
    private static boolean sureBut(Candidate one) {
        return one.has(Sign.NUMBER_SLIP) && one.has(Sign.AMOUNT) && one.hasAny(PERSONAL);
    }

    private static boolean rivals(Candidate one, Candidate other) {
        if (!other.has(Sign.AMOUNT)) return false;
        if (!one.has(Sign.AMOUNT)) return other.hasAny(PERSONAL) || other.has(Sign.NUMBER_SLIP);
        if (other.hasAny(PERSONAL) && !one.hasAny(PERSONAL)) return true;
        if (one.has(Sign.NUMBER_SLIP)) return other.has(Sign.NUMBER_SLIP) && other.hasAny(PERSONAL);
        boolean asNear = other.has(Sign.NUMBER_SLIP) || other.hasAny(NUMBERS);
        return asNear && !one.hasAny(PERSONAL) && (other.has(Sign.SURNAME) || !one.has(Sign.SURNAME));
    }

    private static Set<Sign> signs(Map<OrderKey, Set<Sign>> found, OrderKey key) {
        return found.computeIfAbsent(key, _ -> EnumSet.noneOf(Sign.class));
    }
}
