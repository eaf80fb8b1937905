package okienko.ordercontrol.checks;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.vocabulary.Money;

/** Who buys, what is known of them, and whether they have ordered the same already. */
final class CustomerChecks {

    static final Parameter WITHIN = Parameter.duration("within", Duration.ofHours(24), Duration.ofDays(90));
    static final Parameter AGREEING = Parameter.integer("agreeing", 1, 1, 4);
    static final Parameter REFUSED = Parameter.integer("refusedParcels", 2, 1, 1_000);
    static final Parameter NEW_UP_TO = Parameter.money("upTo", "2000.00 PLN");
    static final Parameter HOME = Parameter.list("home", "PL");

    private CustomerChecks() {}

    /** Of two alike the later one is held: the first must not change its mind when it is looked at again. */
    static List<Finding> duplicateOrder(Order order, Facts facts, Settings settings) {
        Map<String, Integer> lines = lines(order.lines());
        Duration within = settings.duration(WITHIN);
        for (OtherOrder other : facts.sameBuyer()) {
            boolean same = other.first()
                    && !other.key().equals(order.key())
                    && other.lines().equals(lines);
            Duration apart =
                    Duration.between(other.placedAt(), order.placedAt()).abs();
            if (!same || apart.compareTo(within) > 0) continue;
            return Seen.of(ReasonCode.DUPLICATE_ORDER, "sameLines")
                    .at("lines")
                    .saw("other", other.number().isBlank() ? other.key().externalId() : other.number())
                    .saw("otherChannel", other.key().channel())
                    .saw("otherId", other.key().externalId())
                    .saw("otherPlacedAt", other.placedAt())
                    .saw("minutesApart", apart.toMinutes())
                    .then(Kind.CONTACT_CUSTOMER, Kind.CANCEL_ORDER, Kind.RELEASE)
                    .alone();
        }
        return Seen.nothing();
    }

    /** Pieces by SKU; a line without one is known by its name. */
    static Map<String, Integer> lines(List<Line> lines) {
        Map<String, Integer> pieces = new HashMap<>();
        for (Line line : lines) {
            pieces.merge(line.sku().isBlank() ? line.name() : line.sku(), line.quantity(), Integer::sum);
        }
        return pieces;
    }

    static List<Finding> duplicateCustomer(Order order, Facts facts, Settings settings) {
        List<Recognition.Candidate> candidates = facts.buyer().probable().stream()
                .filter(candidate -> candidate.agreeing().size() >= settings.integer(AGREEING))
                .toList();
        if (candidates.isEmpty()) return Seen.nothing();
        Recognition.Candidate likeliest = candidates.getFirst();
        return Seen.of(ReasonCode.DUPLICATE_CUSTOMER, likeliest.differing().isEmpty() ? "alike" : "alikeBut")
                .at("buyer.name", "buyer.email", "buyer.phone")
                .saw("customer", likeliest.customer().name())
                .saw("reference", likeliest.customer().reference())
                .saw("agreeing", likeliest.agreeing())
                .saw("differing", likeliest.differing())
                .saw("candidates", candidates.size())
                .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                .alone();
    }

    static List<Finding> flagged(Order order, Facts facts, Settings settings) {
        Customer customer = facts.buyer().known();
        if (customer == null) return Seen.nothing();
        LocalDate today = LocalDate.ofInstant(facts.now(), facts.zone());
        List<CustomerFlag> flags = customer.flags().stream()
                .filter(flag -> flag.until() == null || !today.isAfter(flag.until()))
                .toList();
        boolean refused = customer.refusedParcels() >= settings.integer(REFUSED);
        if (flags.isEmpty() && !refused) return Seen.nothing();
        List<String> kinds = new ArrayList<>();
        flags.forEach(flag -> kinds.add(flag.kind().name()));
        List<String> notes = flags.stream()
                .map(CustomerFlag::note)
                .filter(note -> !note.isBlank())
                .toList();
        return Seen.of(ReasonCode.CUSTOMER_FLAGGED, flags.isEmpty() ? "refused" : refused ? "both" : "flags")
                .at("buyer.name")
                .saw("customer", customer.name())
                .saw("reference", customer.reference())
                .saw("flags", kinds)
                .saw("notes", notes)
                .saw("refusedParcels", customer.refusedParcels())
                .then(Kind.CONTACT_CUSTOMER, Kind.CANCEL_ORDER, Kind.RELEASE)
                .alone();
    }

    static List<Finding> newAndExpensive(Order order, Facts facts, Settings settings) {
        Customer known = facts.buyer().known();
        boolean first = known == null || known.earlierOrders() == 0;
        if (!first || order.payment().form() != Order.PaymentForm.CASH_ON_DELIVERY) return Seen.nothing();
        Money limit = settings.money(NEW_UP_TO);
        Optional<Money> compared = facts.rates().convert(order.total(), limit.currency());
        if (compared.isPresent() && compared.get().compareTo(limit) <= 0) return Seen.nothing();
        Seen seen = Seen.of(ReasonCode.NEW_CUSTOMER_HIGH_VALUE, compared.isPresent() ? "above" : "noRate")
                .at("total", "payment.form")
                .saw("total", order.total())
                .saw("limit", limit);
        if (compared.isPresent() && !order.currency().equals(limit.currency())) {
            seen.saw("converted", compared.get());
            seen.sawRates(facts.rates(), order.currency(), limit.currency());
        }
        return seen.then(Kind.CONTACT_CUSTOMER, Kind.RELEASE).alone();
    }

    static List<Finding> foreign(Order order, Facts facts, Settings settings) {
        List<String> home = settings.list(HOME);
        String delivery = order.delivery().address().country();
        String billing = order.buyer().address().country();
        boolean deliveredAbroad = !delivery.isBlank() && !home.contains(delivery);
        boolean billedAbroad = !billing.isBlank() && !home.contains(billing);
        if (!deliveredAbroad && !billedAbroad) return Seen.nothing();
        return Seen.of(ReasonCode.FOREIGN_ORDER, deliveredAbroad ? "delivery" : "billing")
                .at(deliveredAbroad ? "delivery.address.country" : "buyer.address.country")
                .saw("country", deliveredAbroad ? delivery : billing)
                .saw("home", home)
                .then(Kind.RELEASE, Kind.CONTACT_CUSTOMER)
                .alone();
    }

    static List<Finding> changedAfterRelease(Order order, Facts facts, Settings settings) {
        Integer released = facts.releasedRevision();
        if (released == null || facts.revision() <= released) return Seen.nothing();
        return Seen.of(ReasonCode.CHANGED_AFTER_RELEASE, "changed")
                .at("number")
                .saw("releasedRevision", released)
                .saw("revision", facts.revision())
                .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                .alone();
    }
}
