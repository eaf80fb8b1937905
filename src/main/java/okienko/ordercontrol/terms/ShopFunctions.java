package okienko.ordercontrol.terms;

import static okienko.ordercontrol.terms.Function.global;
import static okienko.ordercontrol.terms.Function.looking;

import dev.cel.common.types.CelType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.almanac.CountryGroups;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.Source;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** What a shop asks about times, countries, couriers and its customer's other orders. */
final class ShopFunctions {

    /** How far back the office looks for other orders of the same buyer. */
    private static final long MOST_DAYS = 30;

    private static final Check COURIER =
            Checks.of(ReasonCode.PAYMENT_FORM_NOT_ACCEPTED).orElseThrow();

    private static final CelType TEXT = ValueType.TEXT.cel();
    private static final CelType NUMBER = ValueType.NUMBER.cel();
    private static final CelType MONEY = ValueType.MONEY.cel();
    private static final CelType YES_NO = ValueType.YES_NO.cel();
    private static final CelType TIME = ValueType.TIME.cel();

    static final List<Function> TIMES = List.of(
            looking("now", TIME, (on, _) -> on.facts().now())
                    .reading(Source.TIME)
                    .as("hour(now()) >= 15"),
            looking("daysSince", NUMBER, (on, a) -> since(on, a[0]).toDays(), TIME)
                    .reading(Source.TIME)
                    .as("daysSince(order.placedAt) >= 3"),
            looking("hoursSince", NUMBER, (on, a) -> since(on, a[0]).toHours(), TIME)
                    .reading(Source.TIME)
                    .as("hoursSince(order.placedAt) < 48"),
            looking("hour", NUMBER, (on, a) -> (long) local(on, a[0]).getHour(), TIME)
                    .as("hour(order.placedAt) < 6"),
            looking(
                            "weekday",
                            NUMBER,
                            (on, a) -> (long) local(on, a[0]).getDayOfWeek().getValue(),
                            TIME)
                    .as("weekday(order.placedAt) in [6, 7]"),
            looking("date", TIME, (on, a) -> on.startOf(LocalDate.parse((String) a[0])), TEXT)
                    .writtenOut(0, "date", ShopFunctions::isDate)
                    .as("order.placedAt >= date(\"2026-12-01\")"));

    private static final List<Function> SHOP = List.of(
            global("inEu", YES_NO, (_, a) -> CountryGroups.contains("EU", (String) a[0]), TEXT)
                    .as("order.country.hasValue() && !inEu(order.country.orValue(\"\"))"),
            global("inGroup", YES_NO, (_, a) -> CountryGroups.contains((String) a[1], (String) a[0]), TEXT, TEXT)
                    .writtenOut(1, "group", group -> group instanceof String name && CountryGroups.NAMES.contains(name))
                    .as("inGroup(order.country.orValue(\"\"), \"V4\")"),
            looking("customer.ordersInDays", NUMBER, (on, a) -> ordersInDays(on, (Long) a[0]), NUMBER)
                    .reading(Source.OTHER_ORDERS)
                    .writtenOut(0, "days", days -> days instanceof Long number && number > 0 && number <= MOST_DAYS)
                    .as("customer.ordersInDays(7) >= 3"),
            courier((on, _) -> accepts(on, null, null, null)).as("!courierAccepts()"),
            courier((on, a) -> accepts(on, (String) a[0], null, null), TEXT)
                    .writtenOut(0, "form", ShopFunctions::isForm)
                    .as("!courierAccepts(\"CASH_ON_DELIVERY\")"),
            courier((on, a) -> accepts(on, (String) a[0], (Amount) a[1], null), TEXT, MONEY)
                    .writtenOut(0, "form", ShopFunctions::isForm)
                    .as("!courierAccepts(\"CASH_ON_DELIVERY\", order.total)"),
            courier((on, a) -> accepts(on, (String) a[0], (Amount) a[1], (String) a[2]), TEXT, MONEY, TEXT)
                    .writtenOut(0, "form", ShopFunctions::isForm)
                    .as("!courierAccepts(\"CASH_ON_DELIVERY\", order.total, \"CZ\")"));

    static final List<Function> ALL =
            Stream.of(TIMES, SHOP).flatMap(List::stream).toList();

    private ShopFunctions() {}

    private static Function courier(Function.Look look, CelType... parameters) {
        return looking("courierAccepts", YES_NO, look, parameters).reading(Source.SHIPPING, Source.RATES);
    }

    private static Duration since(Situation on, Object time) {
        return Duration.between((Instant) time, on.facts().now());
    }

    private static ZonedDateTime local(Situation on, Object time) {
        return ((Instant) time).atZone(on.facts().zone());
    }

    private static long ordersInDays(Situation on, long days) {
        if (days < 1 || days > MOST_DAYS) throw new Trouble(Trouble.Kind.OUT_OF_RANGE);
        Instant placed = on.order().placedAt();
        Instant from = placed.minus(Duration.ofDays(days));
        return on.facts().sameBuyer().stream()
                .filter(other -> !other.key().equals(on.order().key()))
                .map(Facts.OtherOrder::placedAt)
                .filter(at -> at.isAfter(from) && !at.isAfter(placed))
                .count();
    }

    /** The same answer as the built-in check gives, for the order as it is or as it might be. */
    private static Object accepts(
            Situation on, @Nullable String form, @Nullable Amount total, @Nullable String country) {
        Order order = on.order();
        Order asked = supposed(
                order,
                form == null ? order.payment().form() : PaymentForm.valueOf(form),
                total == null ? order.total() : total.money(),
                country == null ? order.country() : country);
        List<Finding> objections = COURIER.examine(asked, on.facts(), Map.of());
        if (objections.isEmpty()) return true;
        boolean noRate = objections.getFirst().variant().equals("noRate");
        return noRate ? NotKnown.inside(WorldTerms.RATES_OF.attribute()) : (Object) false;
    }

    private static Order supposed(Order order, PaymentForm form, Money total, String country) {
        Order.Delivery delivery = order.delivery();
        PostalAddress to = delivery.address();
        PostalAddress there =
                new PostalAddress(to.name(), to.company(), to.street(), to.postalCode(), to.city(), country);
        return new Order(
                order.key(),
                order.number(),
                order.placedAt(),
                order.status(),
                order.buyer(),
                new Order.Delivery(
                        delivery.method(), delivery.service(), there, delivery.phone(), delivery.pickupPoint()),
                order.invoice(),
                new Order.Payment(
                        form,
                        order.payment().channelForm(),
                        order.payment().paid(),
                        order.payment().paidAt()),
                order.lines(),
                order.deliveryCost(),
                order.discount(),
                total,
                order.comment());
    }

    private static boolean isForm(Object form) {
        return form instanceof String name && OrderTerms.PAYMENT_FORMS.contains(name);
    }

    private static boolean isDate(Object date) {
        try {
            return date instanceof String text && LocalDate.parse(text).getYear() < 3000;
        } catch (DateTimeParseException _) {
            return false;
        }
    }
}
