package okienko.ordercontrol.editor;

import java.time.Duration;
import java.util.Map;

/** Lengths of time as two fields, number and unit, and as rules write them. */
final class Lengths {

    private Lengths() {}

    /** {@code P2D}; what is no number stays as typed and is refused. Empty where nothing is typed. */
    static String joined(String amount, String unit) {
        if (amount.isEmpty()) return "";
        return switch (unit) {
            case "d" -> "P" + amount + "D";
            case "h" -> "PT" + amount + "H";
            default -> "PT" + amount + "M";
        };
    }

    /** The largest unit that leaves no remainder, by the ending of the field's name. */
    static Map<String, String> split(String text) {
        Duration length = Duration.parse(text);
        if (length.equals(Duration.ofDays(length.toDays()))) return fields(length.toDays(), "d");
        if (length.equals(Duration.ofHours(length.toHours()))) return fields(length.toHours(), "h");
        return fields(length.toMinutes(), "m");
    }

    private static Map<String, String> fields(long amount, String unit) {
        return Map.of(".amount", Long.toString(amount), ".unit", unit);
    }
}
