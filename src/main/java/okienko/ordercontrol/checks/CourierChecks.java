package okienko.ordercontrol.checks;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import okienko.stock.Article;
import okienko.vocabulary.Money;

/** Whether the courier takes this parcel and this form of payment. */
final class CourierChecks {

    private static final String ANY = "*";

    private CourierChecks() {}

    /** Holds by the most special line of the courier table that speaks of the order; no line, no objection. */
    static List<Finding> formNotAccepted(Order order, Facts facts, Settings settings) {
        DeliveryService service = Destination.of(order, facts).service();
        if (service == null) return Seen.nothing();
        LocalDate today = LocalDate.ofInstant(facts.now(), facts.zone());
        Optional<CourierTerm> best = facts.courierTerms().stream()
                .filter(term -> speaksOf(term, service, order, today))
                .max(Comparator.comparingInt(CourierChecks::speciality)
                        .thenComparing(term -> term.validFrom() == null ? LocalDate.MIN : term.validFrom()));
        return best.map(term -> judged(term, service, order, facts)).orElse(Seen.nothing());
    }

    private static List<Finding> judged(CourierTerm term, DeliveryService service, Order order, Facts facts) {
        if (!term.accepted()) return notAccepted("never", term, service, order).alone();
        Money limit = term.limit();
        if (limit == null) return Seen.nothing();
        Optional<Money> compared = facts.rates().convert(order.total(), limit.currency());
        if (compared.isEmpty()) {
            return notAccepted("noRate", term, service, order)
                    .saw("limit", limit)
                    .alone();
        }
        if (compared.get().compareTo(limit) <= 0) return Seen.nothing();
        Seen seen = notAccepted("aboveLimit", term, service, order)
                .saw("limit", limit)
                .saw("compared", compared.get());
        if (!order.currency().equals(limit.currency())) {
            seen.sawRates(facts.rates(), order.currency(), limit.currency());
        }
        return seen.alone();
    }

    private static Seen notAccepted(String variant, CourierTerm term, DeliveryService service, Order order) {
        return Seen.of(ReasonCode.PAYMENT_FORM_NOT_ACCEPTED, variant)
                .at("payment.form", "delivery.service", "total")
                .saw("service", service.name())
                .saw("form", order.payment().form().name())
                .saw("country", order.country())
                .saw("total", order.total())
                .saw("source", term.source())
                .edit("delivery.service")
                .edit("payment.form")
                .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE);
    }

    private static boolean speaksOf(CourierTerm term, DeliveryService service, Order order, LocalDate today) {
        return (term.carrier().equals(service.carrier()) || term.carrier().equals(ANY))
                && (term.service().equals(service.code()) || term.service().equals(ANY))
                && (term.country().equals(order.country()) || term.country().equals(ANY))
                && (term.form().equals(order.payment().form().name())
                        || term.form().equals(ANY))
                && (term.validFrom() == null || !today.isBefore(term.validFrom()))
                && (term.validTo() == null || !today.isAfter(term.validTo()));
    }

    /** How special a line is: a service says more than a country, a country more than a form, a form more than a carrier. */
    private static int speciality(CourierTerm term) {
        return (term.service().equals(ANY) ? 0 : 8)
                + (term.country().equals(ANY) ? 0 : 4)
                + (term.form().equals(ANY) ? 0 : 2)
                + (term.carrier().equals(ANY) ? 0 : 1);
    }

    /** Holds when one piece does not fit, or all of them together weigh too much for one parcel. */
    static List<Finding> tooBig(Order order, Facts facts, Settings settings) {
        DeliveryService service = Destination.of(order, facts).service();
        if (service == null || facts.articles() == null) return Seen.nothing();
        for (int i = 0; i < order.lines().size(); i++) {
            Line line = order.lines().get(i);
            Article article = AmountChecks.article(line, facts.articles());
            if (article != null && article.size() != null && !fits(article.size(), service.maxSize())) {
                return tooLarge(line, i, article.size(), service);
            }
        }
        long weight = weight(order, facts);
        Integer most = service.maxWeightGrams();
        if (most == null || weight <= most) return Seen.nothing();
        return Seen.of(ReasonCode.PARCEL_TOO_BIG, "tooHeavy")
                .at("delivery.service", "lines")
                .saw("service", service.name())
                .saw("weightKilograms", kilograms(weight))
                .saw("limitKilograms", kilograms(most))
                .edit("delivery.service")
                .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                .alone();
    }

    private static List<Finding> tooLarge(Line line, int index, Article.Size size, DeliveryService service) {
        return Seen.of(ReasonCode.PARCEL_TOO_BIG, "tooLarge")
                .at("delivery.service", "lines[" + index + "].sku")
                .saw("service", service.name())
                .saw("sku", line.sku())
                .saw("product", line.name())
                .saw("size", sides(sorted(size)))
                .saw("limit", sides(service.maxSize()))
                .edit("delivery.service")
                .then(Kind.CONTACT_CUSTOMER, Kind.RELEASE)
                .alone();
    }

    private static boolean fits(Article.Size size, List<Integer> most) {
        List<Integer> sides = sorted(size);
        for (int i = 0; i < Math.min(sides.size(), most.size()); i++) {
            if (sides.get(i) > most.get(i)) return false;
        }
        return true;
    }

    private static List<Integer> sorted(Article.Size size) {
        return List.of(size.length(), size.width(), size.height()).stream()
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    private static String sides(List<Integer> millimetres) {
        return String.join(
                " × ", millimetres.stream().map(CourierChecks::centimetres).toList());
    }

    private static String centimetres(int millimetres) {
        return BigDecimal.valueOf(millimetres, 1).stripTrailingZeros().toPlainString();
    }

    private static BigDecimal kilograms(long grams) {
        return BigDecimal.valueOf(grams, 3).stripTrailingZeros();
    }

    /** What the known articles weigh; those without a weight add nothing. */
    private static long weight(Order order, Facts facts) {
        long grams = 0;
        for (Line line : order.lines()) {
            Article article = AmountChecks.article(line, facts.articles());
            if (article != null && article.weightGrams() != null) {
                grams += (long) article.weightGrams() * Math.max(0, line.quantity());
            }
        }
        return grams;
    }
}
