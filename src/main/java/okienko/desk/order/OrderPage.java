package okienko.desk.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.access.Agent;
import okienko.desk.Queues;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.OrderControl;
import okienko.orders.Order;
import okienko.orders.OrderId;
import okienko.orders.StoredOrder;
import okienko.orders.TimelineEntry;
import okienko.payments.IncomingPayment;
import okienko.shipping.DeliveryService;
import okienko.stock.Availability;
import okienko.ui.Page;
import okienko.ui.Words;
import okienko.work.Queue;
import org.jspecify.annotations.Nullable;

/**
 * One order: why it is held, what is in it, and what can be done.
 *
 * @param list the question of the list it was opened from, so that back and next keep to it
 * @param findings what blocks it
 * @param settled holds that ended, last first
 * @param shadows what checks that only watch would have said
 * @param asked what a colleague proposed and a second person has to confirm; null when nothing
 * @param availability by SKU; null when no stock is loaded
 * @param others other orders of the same customer, newest first
 * @param names of agents by login
 */
record OrderPage(
        StoredOrder stored,
        ControlledOrder control,
        String list,
        List<FindingCard> findings,
        List<Hold> settled,
        List<FindingCard> shadows,
        OrderControl.@Nullable Asked asked,
        ClaimPart claim,
        Draft draft,
        @Nullable Map<String, Availability> availability,
        List<IncomingPayment> received,
        List<TimelineEntry> timeline,
        List<ControlledOrder> others,
        List<Queue> queues,
        List<Agent> colleagues,
        Map<String, String> names,
        List<DeliveryService> services)
        implements Page {

    /** The same for somebody who has had it open for a while. */
    OrderPage watching() {
        return new OrderPage(
                stored,
                control,
                list,
                findings,
                settled,
                shadows,
                asked,
                claim.watching(),
                draft,
                availability,
                received,
                timeline,
                others,
                queues,
                colleagues,
                names,
                services);
    }

    Order order() {
        return stored.order();
    }

    Marks marks() {
        return Marks.of(findings);
    }

    Map<String, String> values() {
        return OrderValues.of(order());
    }

    String path() {
        return "/orders/" + stored.id();
    }

    /** The order's address with the list it was opened from, and one more parameter. */
    String with(String parameter, String value) {
        return path() + "?" + (list.isEmpty() ? "" : "list=" + encoded(list) + "&") + parameter + "=" + encoded(value);
    }

    String encodedList() {
        return encoded(list);
    }

    String listAddress() {
        return list.isEmpty() ? "/orders?state=HELD" : "/orders?" + list;
    }

    private static String encoded(String value) {
        return java.net.URLEncoder.encode(value, java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Whether anything can still be done before the warehouse has it. */
    boolean open() {
        return switch (control.state()) {
            case HELD, WAITING, PENDING -> true;
            case RELEASED, CANCELLED -> false;
        };
    }

    boolean held() {
        return control.state() == ControlledOrder.State.HELD;
    }

    String name(@Nullable String login) {
        if (login == null) return Words.t("desk.office");
        return names.getOrDefault(login, login);
    }

    /** What stands in a field, in the reader's form. */
    String shown(OrderField field, Map<String, String> values) {
        String value = values.getOrDefault(field.path(), "");
        if (value.isEmpty()) return "";
        return switch (field.kind()) {
            case TEXT, EMAIL, QUANTITY -> value;
            case PHONE -> Words.phone(value);
            case COUNTRY -> country(value);
            case SERVICE -> service(value);
            case FORM -> Words.t("desk.form." + value);
            case YES_NO -> Words.t(Boolean.parseBoolean(value) ? "desk.yes" : "desk.no");
            case MONEY ->
                switch (field.path()) {
                    case "deliveryCost" -> Words.money(order().deliveryCost());
                    case "discount" -> Words.money(order().discount());
                    case "total" -> Words.money(order().total());
                    default ->
                        order().payment().paid() == null
                                ? ""
                                : Words.money(order().payment().paid());
                };
        };
    }

    /** What a form opens with: what stands in the field now. */
    String opened(OrderField field) {
        String value = values().getOrDefault(field.path(), "");
        return field.kind() == OrderField.Kind.YES_NO && value.isEmpty() ? "false" : value;
    }

    private static String country(String code) {
        return Locale.of("", code).getDisplayCountry(Words.locale()) + " (" + code + ")";
    }

    private String service(String code) {
        return services.stream()
                .filter(service -> service.code().equals(code))
                .map(DeliveryService::name)
                .findFirst()
                .orElse(code);
    }

    /** What a delivery service or a form of payment can be changed to, by code. */
    Map<String, String> choices(OrderField field) {
        var choices = new LinkedHashMap<String, String>();
        if (field.kind() == OrderField.Kind.SERVICE) {
            choices.put("", Words.t("desk.none"));
            services.forEach(service -> choices.put(service.code(), service.name()));
            // one the table does not know any more must not be lost by saving the rest of the form
            choices.putIfAbsent(opened(field), opened(field));
        } else {
            for (Order.PaymentForm form : Order.PaymentForm.values()) {
                choices.put(form.name(), Words.t("desk.form." + form));
            }
        }
        return choices;
    }

    /** Where an order can be handed: {@code queue:payments}, {@code agent:ania}. */
    Map<String, String> hands() {
        var hands = new LinkedHashMap<String, String>();
        queues.forEach(queue -> hands.put("queue:" + queue.name(), Queues.name(queue.name())));
        colleagues.stream()
                .filter(agent -> !agent.login().equals(claim.agent()))
                .forEach(agent -> hands.put("agent:" + agent.login(), agent.name()));
        return hands;
    }

    @Nullable
    Availability stock(Order.Line line) {
        return availability == null ? null : availability.getOrDefault(line.sku(), Availability.NONE);
    }

    /** This page with nothing opened in it. */
    String here() {
        return address(stored.id(), list);
    }

    static String address(OrderId id, String list) {
        return "/orders/" + id + (list.isEmpty() ? "" : "?list=" + encoded(list));
    }

    /** This page with a field opened for correction. */
    String editing(String field) {
        return with("edit", OrderField.section(field)) + "&focus=" + encoded(field) + "#section-"
                + OrderField.section(field);
    }

    /** Where the keyboard goes when a form opens: the field named, else the first at fault, else the first. */
    boolean focusOn(String path) {
        if (!draft.focus().isEmpty()) return draft.focus().equals(path);
        if (!draft.errors().isEmpty()) return draft.errors().containsKey(path);
        return path.equals(firstOf(draft.form()));
    }

    private String firstOf(String section) {
        for (FindingCard card : findings) {
            for (String field : card.finding().fields()) {
                if (OrderField.section(field).equals(section)) return field;
            }
        }
        return section.equals("lines")
                ? "lines[0].sku"
                : OrderField.SECTIONS.stream()
                        .filter(known -> known.name().equals(section))
                        .map(known -> known.fields().getFirst().path())
                        .findFirst()
                        .orElse("");
    }

    /** Whether this is the section of the first field at fault: the one the edit key opens. */
    boolean firstFaulty(String section) {
        return findings.stream()
                .flatMap(card -> card.finding().fields().stream())
                .map(OrderField::section)
                .filter(found -> !found.equals("comment"))
                .findFirst()
                .orElse("delivery")
                .equals(section);
    }

    /** Whether a section has nothing to show and nothing is wrong with that. */
    boolean blank(OrderField.Section section, Map<String, String> values, Marks marks) {
        return section.fields().stream()
                .noneMatch(field -> !shown(field, values).isEmpty() || marks.any(field.path()));
    }

    String label(String path) {
        return OrderField.name(path);
    }

    /** A proposed value in the reader's form. */
    String shownAs(String path, String value) {
        return OrderField.SECTIONS.stream()
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.path().equals(path) && field.kind() != OrderField.Kind.MONEY)
                .findFirst()
                .map(field -> shown(field, Map.of(path, value)))
                .orElse(value);
    }

    /** Whether a finding proposes to ask the customer, and there is a way to. */
    boolean contact() {
        boolean reachable = !phone().isBlank() || !order().buyer().email().isBlank();
        return reachable && findings.stream().anyMatch(FindingCard::asksCustomer);
    }

    /** The phone to reach the customer by. */
    String phone() {
        return order().buyer().phone().isBlank()
                ? order().delivery().phone()
                : order().buyer().phone();
    }

    /** Subject of a message to the customer. */
    String subject() {
        return encoded(Words.t("desk.step.subject", control.number())).replace("+", "%20");
    }

    /** The order as customers and payments know it. */
    String customerAddress() {
        return encoded(reference());
    }

    String paymentAddress() {
        return "/payments?order=" + encoded(reference());
    }

    private String reference() {
        return control.key().channel() + ":" + control.key().externalId();
    }
}
