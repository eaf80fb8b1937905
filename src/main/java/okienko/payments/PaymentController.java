package okienko.payments;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import okienko.access.Audit;
import okienko.orders.OrderKey;
import okienko.ui.Notice;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Payments: what came in, recording one by hand, giving those nobody could place to an order. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class PaymentController {

    private static final String BY_HAND = "hand";
    private static final int LONGEST_REFERENCE = 200;

    private final Payments payments;
    private final PaymentSearch search;
    private final OrderNumbers numbers;
    private final Audit audit;
    private final Clock clock;

    PaymentController(Payments payments, PaymentSearch search, OrderNumbers numbers, Audit audit, Clock clock) {
        this.payments = payments;
        this.search = search;
        this.numbers = numbers;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param order the order a payment is about to be recorded for, as {@code channel:externalId} or its number */
    @GetMapping("/payments")
    PaymentsPage list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "false") boolean unplaced,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(required = false) @Nullable Long before) {
        return search.find(q.strip(), unplaced, order, before);
    }

    @PostMapping("/payments")
    @Transactional
    RedirectView record(
            @RequestParam String order,
            @RequestParam String amount,
            @RequestParam(defaultValue = "PLN") String currency,
            @RequestParam(defaultValue = "") String reference) {
        Optional<OrderKey> key = numbers.meant(order);
        Optional<Money> money = money(amount, currency);
        if (key.isEmpty()) {
            Notice.problem("payments.order.unknown", order);
        } else if (money.isEmpty() || reference.length() > LONGEST_REFERENCE) {
            Notice.problem("payments.amount.wrong", amount);
        } else {
            String id = reference.isBlank() ? UUID.randomUUID().toString() : reference.strip();
            var payment = new IncomingPayment(money.get(), clock.instant(), BY_HAND, id);
            if (payments.book(key.get(), payment, actor())) {
                audit.record(
                        "payment.recorded",
                        key.get().channel() + ":" + key.get().externalId(),
                        Map.of("amount", money.get().toString(), "reference", id));
                Notice.done("payments.recorded", money.get(), order);
                return new RedirectView("/payments");
            }
            Notice.problem("payments.recorded.before", id);
        }
        return new RedirectView(
                "/payments?order=" + java.net.URLEncoder.encode(order, java.nio.charset.StandardCharsets.UTF_8));
    }

    @PostMapping("/payments/{id}/order")
    @Transactional
    RedirectView assign(@PathVariable long id, @RequestParam String order) {
        Optional<OrderKey> key = numbers.meant(order);
        if (key.isEmpty()) {
            Notice.problem("payments.order.unknown", order);
        } else if (payments.assign(id, key.get())) {
            audit.record(
                    "payment.assigned", key.get().channel() + ":" + key.get().externalId(), Map.of("payment", id));
            Notice.done("payments.assigned", order);
        } else {
            Notice.problem("payments.assigned.before");
        }
        return new RedirectView("/payments?unplaced=true");
    }

    private static Optional<Money> money(String amount, String currency) {
        String plain = amount.replaceAll("[\\s\\u00a0]", "").replace(',', '.');
        if (!plain.matches("-?\\d{1,12}(\\.\\d{1,4})?")) return Optional.empty();
        try {
            return Optional.of(Money.of(new BigDecimal(plain), currency.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no such currency
        }
    }

    private static String actor() {
        return Objects.requireNonNullElse(Audit.actor(), "");
    }
}
