package okienko.ordercontrol;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ordercontrol.terms.ValueType;

/** Conditions as an expert might write them, of any attribute and most functions. The same seed gives the same ones. */
final class RandomConditions {

    private static final int DEEPEST = 3;

    private static final List<String> ABOUT_TEXT = List.of(
            ".contains(\"a\")",
            ".startsWith(\"PL\")",
            ".endsWith(\"e\")",
            ".matches(\"^[A-Z]{2}\")",
            ".containsAny([\"prezent*\", \"kubek\"])",
            ".size() > 3",
            ".postalBetween(\"60-000\", \"61-999\")");

    private static final List<String> OF_THE_SHOP = List.of(
            "customer.ordersInDays(7) >= 1",
            "courierAccepts()",
            "courierAccepts(\"CASH_ON_DELIVERY\", order.total)",
            "inEu(order.country.orValue(\"\"))",
            "inGroup(order.country.orValue(\"\"), \"V4\")",
            "weekday(order.placedAt) in [6, 7]",
            "hour(now()) >= 15",
            "daysSince(order.placedAt) > 1",
            "order.total > eur(\"30.50\")",
            "order.discount > order.goods.percent(30)",
            "1 / (order.revision - 1) > 0");

    private final Random random;

    RandomConditions(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        return yesOrNo(0);
    }

    private String yesOrNo(int depth) {
        if (depth >= DEEPEST) return simple();
        return switch (random.nextInt(7)) {
            case 0 -> yesOrNo(depth + 1) + " && " + bracketed(depth);
            case 1 -> "(" + yesOrNo(depth + 1) + " || " + yesOrNo(depth + 1) + ")";
            case 2 -> "!" + bracketed(depth);
            case 3 -> "(" + bracketed(depth) + " ? " + bracketed(depth) + " : " + bracketed(depth) + ")";
            default -> simple();
        };
    }

    private String bracketed(int depth) {
        return "(" + yesOrNo(depth + 1) + ")";
    }

    private String simple() {
        return switch (random.nextInt(8)) {
            case 0 -> pick(OF_THE_SHOP);
            case 1, 2 ->
                "order.lines.%s(l, %s)"
                        .formatted(pick(List.of("exists", "all")), about("l.", pick(Attributes.OF_A_LINE)));
            case 3 -> "order.lines.count(l, " + about("l.", pick(Attributes.OF_A_LINE)) + ") > 0";
            default -> about("", pick(Attributes.ALL));
        };
    }

    /** A question about an attribute. */
    private String about(String owner, Attribute attribute) {
        String written = owner.isEmpty() ? attribute.path() : owner + attribute.name();
        if (attribute.mayLack() && random.nextInt(3) == 0) return written + ".hasValue()";
        String value = attribute.mayLack() ? written + ".orValue(" + written(attribute.type()) + ")" : written;
        return switch (attribute.type()) {
            case YES_NO -> value;
            case TEXT ->
                attribute.choices().isEmpty()
                        ? either(() -> value + pick(ABOUT_TEXT), () -> value + " != \"Poznań\"")
                        : either(
                                () -> value + " == \"" + pick(attribute.choices()) + "\"",
                                () -> value + " in [\"" + pick(attribute.choices()) + "\"]");
            case NUMBER, MONEY, TIME -> value + comparison() + written(attribute.type());
            case TEXTS ->
                either(
                        () -> "\"" + pick(attribute.choices().isEmpty() ? List.of("x") : attribute.choices()) + "\" in "
                                + value,
                        () -> value + ".size() == 1");
            case LINES -> value + ".size()" + comparison() + written(ValueType.NUMBER);
        };
    }

    private String comparison() {
        return pick(List.of(" < ", " <= ", " > ", " >= ", " == ", " != "));
    }

    private String written(ValueType type) {
        return switch (type) {
            case TEXT -> "\"\"";
            case NUMBER -> Integer.toString(random.nextInt(4));
            case MONEY -> pick(List.of("pln(0)", "pln(100)", "eur(30)", "money(\"5\", \"TRY\")"));
            case YES_NO -> "false";
            case TIME -> "date(\"2026-11-2" + random.nextInt(10) + "\")";
            case TEXTS, LINES -> "[]";
        };
    }

    private String either(Supplier<String> one, Supplier<String> other) {
        return random.nextBoolean() ? one.get() : other.get();
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
