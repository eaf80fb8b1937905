package okienko.ui.styleguide;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ui.Page;
import okienko.ui.Words;
import okienko.vocabulary.Money;

/**
 * Every component with something plausible in it.
 *
 * @param now so that ages read well
 */
record StyleguidePage(Instant now) implements Page {

    /** A row of the sample table. */
    record Row(String number, String buyer, String state, Money total, Duration age) {}

    List<Row> rows() {
        return List.of(
                row("WEB-10482", "Anna Nowak-Kowalska", "HELD", 4_599, 12),
                row("ALG-77120", "Zażółć Gęślą Sp. z o.o.", "WAITING", 1_248_900, 95),
                row("WEB-10480", "Иван Петров", "RELEASED", 25_000, 180),
                row("SHP-0091", "Božena Němcová", "CANCELLED", 789_950, 2_900),
                row("WEB-10477", "Мария Георгиева-Димитрова", "PENDING", 12_345, 1));
    }

    List<Long> perHour() {
        return List.of(3L, 2L, 1L, 4L, 9L, 18L, 32L, 41L, 38L, 52L, 47L, 60L, 44L, 39L);
    }

    /** On, shadow, off in the reader's language. */
    Map<String, String> modes() {
        Map<String, String> modes = new LinkedHashMap<>();
        modes.put("on", Words.t("ui.state.on"));
        modes.put("shadow", Words.t("ui.state.shadow"));
        modes.put("off", Words.t("ui.state.off"));
        return modes;
    }

    private static Row row(String number, String buyer, String state, long minor, long minutes) {
        return new Row(number, buyer, state, new Money(minor, "PLN"), Duration.ofMinutes(minutes));
    }
}
