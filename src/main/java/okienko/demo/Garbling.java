package okienko.demo;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What connections and hasty extensions of a shop do to an order's text. */
final class Garbling {

    private static final List<UnaryOperator<String>> WAYS = List.of(
            // the connection broke
            json -> json.substring(0, json.length() * 2 / 3),
            // an amount as people write it
            json -> json.replaceFirst("\"total\":\"?([0-9]+)\\.([0-9]+)\"?", "\"total\":\"$1,$2 zł\""),
            // a date nobody's calendar has
            json -> json.replaceFirst("\"placedAt\":\"([0-9]{4})-[^\"]*\"", "\"placedAt\":\"$1-13-32\""));

    static String of(String json, String number) {
        int way = Math.floorMod(number.toLowerCase(Locale.ROOT).hashCode(), WAYS.size());
        return WAYS.get(way).apply(json);
    }

    private Garbling() {}
}
