package okienko.payments.statements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.access.Audit;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import okienko.payments.IncomingPayment;
import okienko.payments.OrderPayment;
import okienko.payments.Payments;
import okienko.payments.matching.Candidate;
import okienko.payments.matching.Match;
import okienko.payments.matching.Matcher;
import okienko.payments.matching.OpenOrder;
import okienko.payments.matching.OrderBook;
import okienko.payments.matching.Sign;
import okienko.payments.statements.BankTransfer.Share;
import okienko.payments.statements.BankTransfer.State;
import okienko.payments.statements.Transfers.Decision;
import okienko.ui.Words;
import okienko.vocabulary.Money;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Books transfers: what is certain by itself, the rest when a person says for which orders it is. */
@Component
class Bookings {

    /** Who books by itself, and the ledger's name for the source. */
    static final String BANK = "bank";

    /** Within so many days a transfer is taken back, when it is. */
    private static final int RETURN_DAYS = 30;

    private static final Set<String> RETURN_WORDS = Set.of("ZWROT", "RETURN", "ODRZUC");

    private final Transfers transfers;
    private final Unsettled unsettled;
    private final Payments payments;
    private final Orders orders;
    private final Audit audit;

    Bookings(Transfers transfers, Unsettled unsettled, Payments payments, Orders orders, Audit audit) {
        this.transfers = transfers;
        this.unsettled = unsettled;
        this.payments = payments;
        this.orders = orders;
        this.audit = audit;
    }

    /** Matches transfers nobody has decided, books the certain ones and proposes the others. */
    @Transactional
    void match(List<BankTransfer> open) {
        List<BankTransfer> incoming =
                open.stream().filter(each -> each.amount().minor() > 0).toList();
        if (!incoming.isEmpty()) matchIncoming(incoming);
        open.stream().filter(each -> each.amount().minor() <= 0).forEach(this::outgoing);
    }

    private void matchIncoming(List<BankTransfer> incoming) {
        var first = incoming.stream()
                .min(Comparator.comparing(BankTransfer::bookedOn))
                .orElseThrow();
        OrderBook book = new OrderBook(unsettled.on(first.bookedOn()));
        Set<String> accounts = new HashSet<>();
        for (BankTransfer each : incoming) accounts.add(each.payerAccount());
        transfers.recall(accounts, book);
        Matcher matcher = new Matcher(book);
        Map<String, String> payers = new HashMap<>();
        List<Decision> decisions = new ArrayList<>();
        for (BankTransfer each : incoming) {
            decisions.add(
                    switch (matcher.match(each.forMatching())) {
                        case Match.Certain sure -> {
                            String buyer = sure.shares().getFirst().order().buyer();
                            if (!each.payerAccount().isEmpty()) payers.put(each.payerAccount(), buyer);
                            yield new Decision(each, State.BOOKED, sure.rule(), shares(sure.shares()), BANK);
                        }
                        case Match.Proposed some ->
                            new Decision(each, State.PROPOSED, "", shares(some.candidates()), null);
                        case Match.None _ -> new Decision(each, State.UNMATCHED, "", List.of(), null);
                    });
        }
        book(transfers.write(decisions), BANK);
        transfers.learn(payers);
    }

    /** Money that went out: perhaps a transfer that is taken back, and then the orders are unpaid again. */
    private void outgoing(BankTransfer debit) {
        String title = debit.title().toUpperCase(Locale.ROOT);
        boolean said = RETURN_WORDS.stream().anyMatch(title::contains);
        Optional<BankTransfer> back = transfers.takenBack(debit, RETURN_DAYS);
        if (back.isEmpty() && said) back = transfers.opposite(debit, RETURN_DAYS);
        List<Share> shares = back.map(each -> transfers.shares(each).stream()
                        .map(share -> new Share(
                                share.place(), share.order(), share.number(), negative(share.amount()), List.of()))
                        .toList())
                .orElse(List.of());
        State state = shares.isEmpty() ? State.OUTGOING : State.RETURNED;
        book(transfers.write(List.of(new Decision(debit, state, "", shares, BANK))), BANK);
    }

    /**
     * A person says for which orders a transfer is. Each gets what is due for it, the last one the rest.
     *
     * @return false when somebody decided meanwhile
     */
    @Transactional
    boolean confirm(BankTransfer transfer, List<StoredOrder> meant, String agent) {
        List<Share> shares = new ArrayList<>();
        Money rest = transfer.amount();
        for (StoredOrder stored : meant) {
            OpenOrder order = unsettled.open(stored.order());
            boolean last = shares.size() == meant.size() - 1;
            Money due = order.due().currency().equals(rest.currency()) ? order.due() : rest;
            Money share = last || due.compareTo(rest) > 0 || due.minor() <= 0 ? rest : due;
            shares.add(new Share(shares.size(), order.key(), order.number(), share, List.of()));
            rest = rest.minus(share);
        }
        List<Decision> written = transfers.write(List.of(new Decision(transfer, State.BOOKED, "", shares, agent)));
        if (written.isEmpty()) return false;
        book(written, agent);
        if (!transfer.payerAccount().isEmpty()) {
            OpenOrder first = unsettled.open(meant.getFirst().order());
            transfers.learn(Map.of(transfer.payerAccount(), first.buyer()));
        }
        List<String> numbers = shares.stream().map(Share::number).toList();
        audit.record("transfer.booked", "transfer " + transfer.id(), Map.of("orders", numbers));
        return true;
    }

    /** A person says that it is for no order. */
    @Transactional
    boolean setAside(BankTransfer transfer, String agent) {
        boolean done = !transfers
                .write(List.of(new Decision(transfer, State.SET_ASIDE, "", List.of(), agent)))
                .isEmpty();
        if (done) audit.record("transfer.set-aside", "transfer " + transfer.id(), Map.of());
        return done;
    }

    /** Takes back what was decided; what was booked is booked out again, both stay in the ledger. */
    @Transactional
    boolean takeBack(BankTransfer transfer, String agent) {
        if (!transfers.reopen(transfer.id(), transfer.state())) return false;
        if (transfer.state() == State.BOOKED) {
            List<OrderPayment> out = new ArrayList<>();
            for (Share share : transfers.shares(transfer)) {
                String reference = reference(transfer, transfer.bookings(), share) + "-back";
                out.add(payment(transfer, share, negative(share.amount()), reference));
            }
            payments.book(out, agent);
        }
        audit.record(
                "transfer.taken-back",
                "transfer " + transfer.id(),
                Map.of("was", transfer.state().name()));
        return true;
    }

    private void book(List<Decision> decisions, String agent) {
        List<OrderPayment> movements = new ArrayList<>();
        for (Decision each : decisions) {
            if (each.state() != State.BOOKED && each.state() != State.RETURNED) continue;
            for (Share share : each.shares()) {
                String reference = reference(each.transfer(), each.transfer().bookings() + 1, share);
                movements.add(payment(each.transfer(), share, share.amount(), reference));
            }
        }
        payments.book(movements, agent);
    }

    private static OrderPayment payment(BankTransfer transfer, Share share, Money amount, String reference) {
        var received = transfer.bookedOn().atStartOfDay(Words.zone()).toInstant();
        return new OrderPayment(share.order(), share.number(), new IncomingPayment(amount, received, BANK, reference));
    }

    private static String reference(BankTransfer transfer, int booking, Share share) {
        return "transfer-" + transfer.id() + "-" + booking + "-" + share.place();
    }

    private static List<Share> shares(List<Candidate> candidates) {
        List<Share> shares = new ArrayList<>();
        for (Candidate each : candidates) {
            List<Sign> signs = each.signs().stream().sorted().toList();
            shares.add(new Share(shares.size(), each.order().key(), each.order().number(), each.amount(), signs));
        }
        return shares;
    }

    private static Money negative(Money amount) {
        return new Money(-amount.minor(), amount.currency());
    }

    /** The orders a person names, as far as they exist. */
    List<StoredOrder> stored(List<OrderKey> keys) {
        return keys.stream().map(orders::find).flatMap(Optional::stream).toList();
    }
}
