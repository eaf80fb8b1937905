package okienko.ordercontrol.checks;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.vocabulary.Money;

/**
 * What the law allows to be paid in banknotes.
 *
 * <p>Between businesses a payment goes through an account when the transaction is worth more than 15,000 zł, however
 * many payments it is split into; other currencies at NBP's mid rate (Polish Act of 6 March 2018, Prawo
 * przedsiębiorców, art. 19; the lower limit of 8,000 zł and the consumers' limit of 20,000 zł were repealed before they
 * came into force). From 10 July 2027 no business may take more than 10,000 EUR in cash from anybody, in one or several
 * operations that appear to be linked (Regulation (EU) 2024/1624, art. 80 and 90).
 *
 * <p>Whether the buyer pays the courier by card is not known when the order is placed, so it counts as cash.
 */
final class CashLimit {

    static final Parameter BUSINESS_LIMIT = Parameter.money("businessLimit", "15000.00 PLN");
    static final Parameter EVERYBODY_LIMIT = Parameter.money("everybodyLimit", "10000.00 EUR");

    /** Regulation (EU) 2024/1624, art. 90: it applies from 10 July 2027. */
    static final LocalDate EVERYBODY_FROM = LocalDate.of(2027, 7, 10);

    private CashLimit() {}

    static List<Finding> examine(Order order, Facts facts, Settings settings) {
        if (!order.payment().form().cash()) return Seen.nothing();
        LocalDate day = day(order.placedAt(), facts);
        if (order.business()) {
            List<Finding> business = over("business", settings.money(BUSINESS_LIMIT), order, facts, day);
            if (!business.isEmpty()) return business;
        }
        return day.isBefore(EVERYBODY_FROM)
                ? Seen.nothing()
                : over("everybody", settings.money(EVERYBODY_LIMIT), order, facts, day);
    }

    private static List<Finding> over(String who, Money limit, Order order, Facts facts, LocalDate day) {
        Optional<Money> own = facts.rates().convert(order.total(), limit.currency());
        if (own.isEmpty()) {
            return seen("noRate", limit, order)
                    .saw("currency", order.currency())
                    .alone();
        }
        Money sum = own.get();
        List<String> linked = new ArrayList<>();
        for (OtherOrder other : facts.sameBuyer()) {
            if (!day(other.placedAt(), facts).equals(day)) continue;
            Optional<Money> worth = total(other, order.currency())
                    .flatMap(total -> facts.rates().convert(total, limit.currency()));
            // what cannot be compared is not taken for nothing
            if (worth.isEmpty())
                return seen("noRate", limit, order)
                        .saw("currency", other.total())
                        .alone();
            sum = sum.plus(worth.get());
            linked.add(other.number().isBlank() ? other.key().externalId() : other.number());
        }
        if (sum.compareTo(limit) <= 0) return Seen.nothing();
        Seen seen = seen(linked.isEmpty() ? who : who + "Linked", limit, order).saw("sum", sum);
        if (!linked.isEmpty()) seen.saw("linked", linked);
        if (!order.currency().equals(limit.currency())) {
            seen.sawRates(facts.rates(), order.currency(), limit.currency());
        }
        return seen.alone();
    }

    private static Seen seen(String variant, Money limit, Order order) {
        return Seen.of(ReasonCode.CASH_LIMIT_B2B, variant)
                .at("payment.form", "total")
                .saw("total", order.total())
                .saw("limit", limit)
                .saw("taxId", order.invoice().taxId())
                .edit("payment.form")
                .then(Kind.CONTACT_CUSTOMER);
    }

    /** The other order's total as it is written, {@code 120.50 PLN}; without a currency it is in this order's. */
    private static Optional<Money> total(OtherOrder other, String currency) {
        String[] parts = other.total().strip().split(" ", -1);
        try {
            BigDecimal amount = new BigDecimal(parts[0].replace(',', '.'));
            return Optional.of(Money.of(amount, parts.length > 1 ? parts[1] : currency));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static LocalDate day(Instant moment, Facts facts) {
        return LocalDate.ofInstant(moment, facts.zone());
    }
}
