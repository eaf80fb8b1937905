package okienko.ordercontrol.holds;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import okienko.vocabulary.Money;

/**
 * What a rule found something by. While it stays so, nothing has changed that concerns whoever settled it.
 *
 * @param values by attribute ({@code order.total}), field of the order ({@code delivery.address.city}) or piece of
 *     evidence; empty text where nothing was given or known
 * @param chosen whether the rule names what counts, instead of all it read
 * @param total the order's
 */
public record Grounds(Map<String, Object> values, boolean chosen, Money total) {

    public Grounds {
        Map<String, Object> kept = new LinkedHashMap<>();
        values.forEach((name, value) -> kept.put(name, kept(value)));
        values = Collections.unmodifiableMap(kept);
    }

    /** As it reads back after it was kept. */
    private static Object kept(Object value) {
        return switch (value) {
            case Integer number -> number;
            case Long number -> number;
            case BigDecimal number -> number;
            case Boolean yes -> yes;
            case Money money -> money;
            case Instant moment -> moment;
            case LocalDate day -> day;
            case Collection<?> several -> several.stream().map(Grounds::kept).toList();
            case Object text -> text.toString();
        };
    }
}
