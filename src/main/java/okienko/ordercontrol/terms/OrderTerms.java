package okienko.ordercontrol.terms;

import static okienko.ordercontrol.checks.Source.ORDER;
import static okienko.ordercontrol.checks.Source.SHIPPING;
import static okienko.ordercontrol.terms.Term.money;
import static okienko.ordercontrol.terms.Term.number;
import static okienko.ordercontrol.terms.Term.text;
import static okienko.ordercontrol.terms.Term.time;
import static okienko.ordercontrol.terms.Term.yesNo;

import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import okienko.orders.Order;
import okienko.orders.Order.Line;
import okienko.shipping.DeliveryService;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** What a condition can ask about the order itself. */
final class OrderTerms {

    static final List<String> COUNTRIES =
            Arrays.stream(Locale.getISOCountries()).sorted().toList();

    static final List<String> CURRENCIES = Currency.availableCurrencies()
            .map(Currency::getCurrencyCode)
            .sorted()
            .toList();

    static final List<String> PAYMENT_FORMS = names(Order.PaymentForm.values());

    private static final List<Term<Situation>> WHOLE = List.of(
            text("order.channel", ORDER, on -> on.order().key().channel()),
            text("order.number", ORDER, on -> on.order().number()),
            time("order.placedAt", ORDER, on -> on.order().placedAt()),
            money("order.total", ORDER, on -> on.amount(on.order().total())),
            money("order.goods", ORDER, on -> on.amount(goods(on.order()))),
            money("order.deliveryCost", ORDER, on -> on.amount(on.order().deliveryCost())),
            money("order.discount", ORDER, on -> on.amount(on.order().discount())),
            text("order.currency", ORDER, (Situation on) -> on.order().currency())
                    .among(CURRENCIES),
            country("order.country", on -> on.order().country()),
            text("order.comment", ORDER, on -> on.order().comment()),
            Term.of("order.lines", ValueType.LINES, ORDER, Situation::lines),
            number(
                    "order.pieces",
                    ORDER,
                    on -> on.order().lines().stream().mapToLong(Line::quantity).sum()),
            number("order.revision", ORDER, on -> (long) on.facts().revision()),
            yesNo("order.released", ORDER, on -> on.facts().releasedRevision() != null));

    private static final List<Term<Situation>> BUYER = List.of(
            yesNo("order.buyer.business", ORDER, on -> on.order().business()),
            maybe("order.buyer.name", on -> on.order().buyer().name()),
            maybe("order.buyer.company", on -> on.order().buyer().company()),
            maybe("order.buyer.taxId", on -> on.order().invoice().taxId()),
            maybe("order.buyer.login", on -> on.order().buyer().login()),
            maybe("order.buyer.email", on -> on.order().buyer().email()),
            maybe("order.buyer.phone", on -> on.order().buyer().phone()),
            maybe("order.buyer.street", on -> billing(on).street()),
            maybe("order.buyer.city", on -> billing(on).city()),
            maybe("order.buyer.postalCode", on -> billing(on).postalCode()),
            country("order.buyer.country", on -> billing(on).country()),
            yesNo("order.invoice.wanted", ORDER, on -> on.order().invoice().wanted()),
            yesNo("order.invoice.toCompany", ORDER, on -> on.order().invoice().toCompany()),
            maybe("order.invoice.company", on -> on.order().invoice().company()));

    private static final List<Term<Situation>> DELIVERY = List.of(
            maybe("order.delivery.method", on -> on.order().delivery().method()),
            service("order.delivery.service", DeliveryService::code),
            service("order.delivery.carrier", DeliveryService::carrier),
            service("order.delivery.kind", service -> service.kind().name())
                    .among(names(DeliveryService.Kind.values())),
            maybe("order.delivery.name", on -> on.order().delivery().address().name()),
            maybe(
                    "order.delivery.company",
                    on -> on.order().delivery().address().company()),
            maybe("order.delivery.street", on -> shipping(on).street()),
            maybe("order.delivery.city", on -> shipping(on).city()),
            maybe("order.delivery.postalCode", on -> shipping(on).postalCode()),
            country(
                    "order.delivery.country",
                    on -> on.order().delivery().address().country()),
            maybe("order.delivery.phone", on -> on.order().delivery().phone()),
            maybe("order.delivery.pickupPoint", on -> on.order().delivery().pickupPoint()),
            text(
                            "order.payment.form",
                            ORDER,
                            (Situation on) -> on.order().payment().form().name())
                    .among(PAYMENT_FORMS),
            maybe("order.payment.channelForm", on -> on.order().payment().channelForm()),
            yesNo(
                    "order.payment.prepaid",
                    ORDER,
                    on -> on.order().payment().form().prepaid()),
            yesNo("order.payment.cash", ORDER, on -> on.order().payment().form().cash()));

    static final List<Term<Situation>> ALL =
            Stream.of(WHOLE, BUYER, DELIVERY).flatMap(List::stream).toList();

    private OrderTerms() {}

    private static Term<Situation> maybe(String path, Function<Situation, String> text) {
        return Term.<Situation>text(path, ORDER, on -> Situation.given(text.apply(on)))
                .mayLack();
    }

    private static Term<Situation> country(String path, Function<Situation, String> code) {
        return maybe(path, code).among(COUNTRIES);
    }

    /** Which service a method means is read from the shop's table. */
    private static Term<Situation> service(String path, Function<DeliveryService, String> part) {
        return Term.<Situation>text(path, SHIPPING, on -> {
                    @Nullable DeliveryService service = on.destination().service();
                    return service == null ? null : part.apply(service);
                })
                .mayLack();
    }

    private static Money goods(Order order) {
        Money sum = Money.zero(order.currency());
        for (Line line : order.lines()) {
            // a line in another currency is somebody else's finding; here it must not stop the others
            if (line.unitPrice().currency().equals(sum.currency())) sum = sum.plus(line.amount());
        }
        return sum;
    }

    private static PostalAddress billing(Situation on) {
        return on.order().buyer().address();
    }

    private static PostalAddress shipping(Situation on) {
        return on.destination().address();
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
