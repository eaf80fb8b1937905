package okienko.ordercontrol.engine;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ordercontrol.holds.Fields;
import okienko.orders.CanonicalJson;
import okienko.orders.Order;
import okienko.orders.UnreadableOrder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of values a consultant typed into fields. */
sealed interface Correction {

    /** The order with the values in it. */
    record Corrected(Order order) implements Correction {}

    /** Key of what is wrong with each value that cannot be, by field path. */
    record Wrong(Map<String, String> fields) implements Correction {}

    /** The fields a consultant may change; what the order is known by is not among them. */
    Pattern EDITABLE = Pattern.compile("buyer\\.(login|name|company|email|phone)"
            + "|(buyer|delivery|invoice)\\.address\\.(name|company|street|postalCode|city|country)"
            + "|delivery\\.(method|service|phone|pickupPoint)"
            + "|invoice\\.(wanted|toCompany|company|taxId)"
            + "|payment\\.form"
            + "|lines\\[(\\d{1,4})]\\.(sku|name|quantity|unitPrice)"
            + "|deliveryCost|discount|total|comment");

    /** Those of them that are amounts. */
    Pattern AMOUNT = Pattern.compile("lines\\[\\d+]\\.unitPrice|deliveryCost|discount|total");

    /** Longest text of one field. */
    int LONGEST = 10_000;

    /** Puts the values, text by path, into the order. */
    static Correction of(Order order, Map<String, String> values) {
        Map<String, String> left = new TreeMap<>(values);
        Map<String, String> wrong = new LinkedHashMap<>();
        left.forEach((path, text) -> {
            if (!EDITABLE.matcher(path).matches()) wrong.put(path, "control.edit.notEditable");
            else if (text.length() > LONGEST) wrong.put(path, "control.edit.tooLong");
        });
        wrong.keySet().forEach(left::remove);
        while (true) {
            try {
                Order corrected = CanonicalJson.read(tree(order, left));
                return wrong.isEmpty() ? new Corrected(corrected) : new Wrong(wrong);
            } catch (UnreadableOrder e) {
                // what stands there the person sees: what should stand there helps
                wrong.put(e.field(), e.problem().words() + ".remedy");
                // the other values are looked at too, so that all that is wrong is said at once
                if (left.remove(e.field()) == null) return new Wrong(wrong);
            }
        }
    }

    private static JsonNode tree(Order order, Map<String, String> values) {
        ObjectNode tree = (ObjectNode) Fields.tree(order);
        values.forEach((path, text) -> set(tree, path, AMOUNT.matcher(path).matches() ? amount(text) : text.strip()));
        ArrayNode lines = (ArrayNode) tree.path("lines");
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (lines.get(i).path("quantity").asString("").equals("0")) lines.remove(i);
        }
        return tree;
    }

    /** People write {@code 1 234,50}. */
    private static String amount(String text) {
        String plain = text.replaceAll("[\\s\u00a0\u202f]", "");
        return plain.contains(".") ? plain : plain.replace(',', '.');
    }

    private static void set(ObjectNode tree, String path, String text) {
        Matcher line = Pattern.compile("lines\\[(\\d+)]\\.(\\w+)").matcher(path);
        if (line.matches()) {
            ArrayNode lines = (ArrayNode) tree.path("lines");
            int place = Integer.parseInt(line.group(1));
            // the next line after the last is a new one
            if (place > lines.size()) throw new UnreadableOrder(UnreadableOrder.Problem.MISSING, path, text);
            ObjectNode item = place == lines.size() ? lines.addObject() : (ObjectNode) lines.get(place);
            item.put(line.group(2), text);
            return;
        }
        ObjectNode object = tree;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1; i++) {
            object = object.path(names[i]) instanceof ObjectNode inner ? inner : object.putObject(names[i]);
        }
        String name = names[names.length - 1];
        if (text.isEmpty()) object.remove(name);
        else object.put(name, name.equals("country") || name.equals("form") ? text.toUpperCase(Locale.ROOT) : text);
    }
}
