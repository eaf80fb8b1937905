package okienko.payments.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.orders.OrderKey;
import okienko.payments.matching.MonthOfOrders.Ordered;
import okienko.payments.matching.PaidMonth.Paid;
import okienko.vocabulary.Money;

/** Runs the matcher through a made-up month, a statement a day as in life, and counts what it said against the truth. */
final class MatchingFigures {

    int matchable;
    int matchableCertain;
    int certain;
    int proposed;
    int proposedRight;
    int none;
    long millis;
    final List<String> wrong = new ArrayList<>();
    final List<String> missed = new ArrayList<>();
    final Map<Habit, int[]> habits = new EnumMap<>(Habit.class);

    static MatchingFigures of(PaidMonth month) {
        MatchingFigures figures = new MatchingFigures();
        Map<OrderKey, Money> paid = new HashMap<>();
        Map<String, Set<String>> accounts = new HashMap<>();
        month.paidBefore()
                .forEach(each ->
                        learn(accounts, each.buyer().account(), each.order().buyer()));
        int at = 0;
        while (at < month.transfers.size()) {
            LocalDate day = month.transfers.get(at).transfer().on();
            OrderBook book = book(month.orders, day, paid, accounts);
            Matcher matcher = new Matcher(book);
            for (;
                    at < month.transfers.size()
                            && month.transfers.get(at).transfer().on().equals(day);
                    at++) {
                Paid each = month.transfers.get(at);
                long start = System.nanoTime();
                Match match = matcher.match(each.transfer());
                figures.millis += System.nanoTime() - start;
                figures.count(each, match);
                if (match instanceof Match.Certain sure) {
                    for (Candidate share : sure.shares()) {
                        paid.merge(share.order().key(), share.amount(), Money::plus);
                        learn(accounts, each.transfer().account(), share.order().buyer());
                    }
                }
            }
        }
        figures.millis /= 1_000_000;
        return figures;
    }

    private static OrderBook book(
            List<Ordered> orders, LocalDate day, Map<OrderKey, Money> paid, Map<String, Set<String>> accounts) {
        OrderBook book = new OrderBook(orders.stream()
                .map(Ordered::order)
                .filter(order -> !order.placedOn().isAfter(day))
                .map(order -> order.paid(paid.getOrDefault(order.key(), Money.zero("PLN"))))
                .toList());
        accounts.forEach((account, buyers) -> buyers.forEach(buyer -> book.learn(account, buyer)));
        return book;
    }

    private static void learn(Map<String, Set<String>> accounts, String account, String buyer) {
        accounts.computeIfAbsent(account, _ -> new HashSet<>()).add(buyer);
    }

    private void count(Paid each, Match match) {
        int[] habit = habits.computeIfAbsent(each.habit(), _ -> new int[4]);
        habit[0]++;
        if (each.matchable()) matchable++;
        switch (match) {
            case Match.Certain sure -> {
                certain++;
                habit[1]++;
                Set<OrderKey> said = new HashSet<>();
                sure.shares().forEach(share -> said.add(share.order().key()));
                if (!said.equals(each.truth())) wrong.add(sure.rule() + " " + said + " for " + each);
                else if (each.matchable()) matchableCertain++;
            }
            case Match.Proposed some -> {
                proposed++;
                habit[2]++;
                boolean right = some.candidates().stream()
                        .anyMatch(candidate ->
                                each.truth().contains(candidate.order().key()));
                if (right) proposedRight++;
                if (each.matchable()) missed.add(each + " -> " + some.candidates());
            }
            case Match.None _ -> {
                none++;
                habit[3]++;
                if (each.matchable()) missed.add(each + " -> none");
            }
        }
    }

    double share() {
        return (double) matchableCertain / matchable;
    }
}
