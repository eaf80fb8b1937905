package okienko.payments.statements;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import okienko.orders.OrderKey;
import okienko.orders.StoredOrder;
import okienko.payments.OrderNumbers;
import okienko.payments.statements.BankTransfer.Share;
import okienko.payments.statements.BankTransfer.State;
import okienko.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Transfers: what was booked by itself, what a person has to agree to, and agreeing. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class TransfersController {

    private static final int ORDERS_MAX = 20;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s,;]+");
    private static final int LONGEST_QUERY = 200;

    private final Transfers transfers;
    private final Bookings bookings;
    private final Unsettled unsettled;
    private final OrderNumbers numbers;

    TransfersController(Transfers transfers, Bookings bookings, Unsettled unsettled, OrderNumbers numbers) {
        this.transfers = transfers;
        this.bookings = bookings;
        this.unsettled = unsettled;
        this.numbers = numbers;
    }

    @GetMapping("/payments/transfers")
    TransfersPage list(
            @RequestParam(defaultValue = "PROPOSED") State state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") long behind) {
        String typed = q.strip();
        String asked = typed.length() > LONGEST_QUERY ? typed.substring(0, LONGEST_QUERY) : typed;
        return new TransfersPage(state, asked, transfers.list(state, asked, behind), transfers.counts(), behind > 0);
    }

    @GetMapping("/payments/transfers/{id}")
    TransferPage show(@PathVariable long id) {
        return page(find(id), "");
    }

    /** @param orders numbers a person typed; empty: the proposal that was chosen */
    @PostMapping("/payments/transfers/{id}/booking")
    Object confirm(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int place,
            @RequestParam(defaultValue = "") String orders,
            Principal who) {
        BankTransfer transfer = find(id);
        List<OrderKey> keys = orders.isBlank() ? proposed(transfer, place) : named(orders);
        List<StoredOrder> meant = bookings.stored(keys);
        if (meant.isEmpty()
                || (!orders.isBlank() && meant.size() != wanted(orders).size())) {
            Notice.problem("transfers.orders.unknown", orders);
            return page(transfer, orders);
        }
        if (bookings.confirm(transfer, meant, who.getName())) {
            String all = String.join(
                    ", ", meant.stream().map(each -> each.order().number()).toList());
            Notice.undoable("/payments/transfers/" + id + "/reopening", "transfers.booked", transfer.amount(), all);
        } else {
            Notice.problem("transfers.settled");
        }
        return onwards(id);
    }

    @PostMapping("/payments/transfers/{id}/set-aside")
    String setAside(@PathVariable long id, Principal who) {
        if (bookings.setAside(find(id), who.getName())) {
            Notice.undoable("/payments/transfers/" + id + "/reopening", "transfers.set-aside");
        } else {
            Notice.problem("transfers.settled");
        }
        return onwards(id);
    }

    @PostMapping("/payments/transfers/{id}/reopening")
    String reopen(@PathVariable long id, Principal who) {
        BankTransfer transfer = find(id);
        boolean can = transfer.state() == State.BOOKED || transfer.state() == State.SET_ASIDE;
        if (can && bookings.takeBack(transfer, who.getName())) Notice.done("transfers.reopened");
        else Notice.problem("transfers.settled");
        return "redirect:/payments/transfers/" + id;
    }

    /** The next that waits; the list when none does. */
    private String onwards(long id) {
        return transfers
                .next(id)
                .map(next -> "redirect:/payments/transfers/" + next)
                .orElse("redirect:/payments/transfers");
    }

    private List<OrderKey> proposed(BankTransfer transfer, int place) {
        return transfers.shares(transfer).stream()
                .filter(share -> share.place() == place)
                .map(Share::order)
                .toList();
    }

    private List<OrderKey> named(String typed) {
        return wanted(typed).stream()
                .map(numbers::meant)
                .flatMap(Optional::stream)
                .toList();
    }

    private static List<String> wanted(String typed) {
        return SEPARATORS
                .splitAsStream(typed)
                .filter(each -> !each.isBlank())
                .distinct()
                .limit(ORDERS_MAX)
                .toList();
    }

    private TransferPage page(BankTransfer transfer, String typed) {
        List<TransferPage.Choice> choices = new ArrayList<>();
        for (Share share : transfers.shares(transfer)) {
            Optional<StoredOrder> order =
                    bookings.stored(List.of(share.order())).stream().findFirst();
            choices.add(new TransferPage.Choice(
                    share,
                    order.map(each -> each.order().buyer().name()).orElse(""),
                    order.map(each -> unsettled.open(each.order()).due()).orElse(share.amount())));
        }
        return new TransferPage(
                transfer,
                choices,
                typed,
                transfers.next(transfer.id()).orElse(0L),
                transfers.counts().getOrDefault(State.PROPOSED, 0));
    }

    private BankTransfer find(long id) {
        return transfers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
