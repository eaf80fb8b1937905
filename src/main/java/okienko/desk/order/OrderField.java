package okienko.desk.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ui.Words;

/**
 * A field of an order as the order page shows and corrects it.
 *
 * @param path where it is in the canonical order, as findings name it: {@code delivery.address.postalCode}
 * @param words the key of its label
 */
record OrderField(String path, String words, Kind kind) {

    /** How a field is typed in. */
    enum Kind {
        TEXT,
        EMAIL,
        PHONE,
        COUNTRY,
        MONEY,
        QUANTITY,
        SERVICE,
        FORM,
        YES_NO
    }

    /** A part of the order that is corrected in one go. */
    record Section(String name, List<OrderField> fields) {

        /** Whether a path named by a finding lies in this section. */
        boolean holds(String path) {
            return path.equals(name)
                    || path.startsWith(name + ".")
                    || fields.stream().anyMatch(f -> f.path.equals(path));
        }
    }

    /** The order in the order one reads it; lines have a table of their own. */
    static final List<Section> SECTIONS = List.of(buyer(), delivery(), invoice(), payment());

    /** What the customer is asked to pay, besides the lines. */
    static final List<OrderField> SUMS = List.of(money("deliveryCost"), money("discount"), money("total"));

    /** The section a path belongs to: one of {@link #SECTIONS}, {@code lines} or {@code comment}. */
    static String section(String path) {
        for (Section section : SECTIONS) {
            if (section.holds(path)) return section.name();
        }
        return path.startsWith("comment") ? "comment" : "lines";
    }

    private static Section buyer() {
        var fields = new ArrayList<>(List.of(
                text("buyer.name"),
                text("buyer.company"),
                new OrderField("buyer.email", "desk.field.email", Kind.EMAIL),
                new OrderField("buyer.phone", "desk.field.phone", Kind.PHONE),
                text("buyer.login")));
        fields.addAll(address("buyer.address"));
        return new Section("buyer", List.copyOf(fields));
    }

    private static Section delivery() {
        var fields = new ArrayList<>(List.of(
                text("delivery.method"),
                new OrderField("delivery.service", "desk.field.service", Kind.SERVICE),
                text("delivery.pickupPoint"),
                new OrderField("delivery.phone", "desk.field.phone", Kind.PHONE)));
        fields.addAll(address("delivery.address"));
        return new Section("delivery", List.copyOf(fields));
    }

    private static Section invoice() {
        var fields = new ArrayList<>(List.of(
                new OrderField("invoice.wanted", "desk.field.wanted", Kind.YES_NO),
                new OrderField("invoice.toCompany", "desk.field.toCompany", Kind.YES_NO),
                text("invoice.company"),
                text("invoice.taxId")));
        fields.addAll(address("invoice.address"));
        return new Section("invoice", List.copyOf(fields));
    }

    private static Section payment() {
        return new Section(
                "payment",
                List.of(
                        new OrderField("payment.form", "desk.field.form", Kind.FORM),
                        text("payment.channelForm"),
                        new OrderField("payment.paid", "desk.field.paid", Kind.MONEY)));
    }

    private static List<OrderField> address(String path) {
        return List.of(
                text(path + ".name"),
                text(path + ".company"),
                text(path + ".street"),
                text(path + ".postalCode"),
                text(path + ".city"),
                new OrderField(path + ".country", "desk.field.country", Kind.COUNTRY));
    }

    private static OrderField text(String path) {
        return new OrderField(path, label(path), Kind.TEXT);
    }

    private static OrderField money(String path) {
        return new OrderField(path, label(path), Kind.MONEY);
    }

    /** The fields of one line. */
    static List<OrderField> line(int index) {
        String path = "lines[" + index + "].";
        return List.of(
                text(path + "sku"),
                new OrderField(path + "name", "desk.field.article", Kind.TEXT),
                new OrderField(path + "quantity", "desk.field.quantity", Kind.QUANTITY),
                money(path + "unitPrice"));
    }

    /** What a path is called, with what it belongs to: {@code Delivery: postal code}. */
    static String name(String path) {
        Matcher line = LINE.matcher(path);
        if (line.matches()) {
            String field = line.group(2);
            return Words.t(
                    "desk.field.of.line",
                    Integer.parseInt(line.group(1)) + 1,
                    field == null ? "" : Words.t(field.equals("name") ? "desk.field.article" : label(field)));
        }
        String key = label(path);
        if (!Words.here().knows(key)) return path;
        int dot = path.indexOf('.');
        return dot < 0 ? Words.t(key) : Words.t("desk.field.of." + path.substring(0, dot), Words.t(key));
    }

    private static final Pattern LINE = Pattern.compile("lines\\[(\\d{1,4})](?:\\.(\\w+))?");

    /** Whether it says once more what the buyer is called: the name on the buyer's address mostly does. */
    boolean repeats(Map<String, String> values) {
        String said = switch (path) {
            case "buyer.address.name" -> "buyer.name";
            case "buyer.address.company" -> "buyer.company";
            default -> "";
        };
        return values.containsKey(said) && values.get(said).equals(values.get(path));
    }

    /** The keyboard a telephone shows for it. */
    String inputMode() {
        return switch (kind) {
            case EMAIL -> "email";
            case PHONE -> "tel";
            case MONEY -> "decimal";
            case QUANTITY -> "numeric";
            case TEXT, COUNTRY, SERVICE, FORM, YES_NO -> "text";
        };
    }

    /** The key of a path's label: its last part tells what it is, the section's heading whose. */
    static String label(String path) {
        return "desk.field." + path.substring(path.lastIndexOf('.') + 1);
    }
}
