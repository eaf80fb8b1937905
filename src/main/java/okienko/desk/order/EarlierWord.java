package okienko.desk.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Hold.Limit;
import okienko.ui.Words;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Tells how far the word of who settled a hold goes, and why it does not reach what is held now. */
final class EarlierWord {

    /** A longer value says nothing beside another one: that it changed is said then, and the revisions show how. */
    private static final int LONGEST_VALUE = 60;

    private EarlierWord() {}

    /** Why it does not reach: "Released on 24 Nov by Anna up to 500.00 PLN; the total is now 612.00 PLN." */
    static String sentence(Hold.Beyond beyond, Function<@Nullable String, String> names) {
        String date = Words.date(LocalDate.ofInstant(beyond.at(), Words.zone()));
        String who = names.apply(beyond.by());
        return switch (beyond.limit()) {
            case Limit.Total(Money upTo, Money now) ->
                Words.t("desk.beyond.total", Map.of("date", date, "who", who, "limit", upTo, "now", now));
            case Limit.Time(Instant until) ->
                Words.t("desk.beyond.time", Map.of("date", date, "who", who, "until", until));
            case Limit.Value(String name, Object _, Object _)
            when name.isEmpty() -> Words.t("desk.beyond.other", Map.of("date", date, "who", who));
            case Limit.Value(String name, Object before, Object now) -> {
                String was = told(before);
                String is = told(now);
                boolean brief = was.length() <= LONGEST_VALUE && is.length() <= LONGEST_VALUE && !was.equals(is);
                yield Words.t(
                        brief ? "desk.beyond.value" : "desk.beyond.changed",
                        Map.of("date", date, "who", who, "name", name(name), "before", was, "now", is));
            }
        };
    }

    /** How far it goes, piece by piece; nothing where it goes as far as the facts stay the same. */
    static List<String> cover(Hold hold) {
        Hold.Cover cover = hold.cover();
        if (cover == null) return List.of();
        var pieces = new ArrayList<String>();
        if (cover.upTo() != null) pieces.add(Words.t("desk.cover.total", cover.upTo()));
        if (cover.until() != null) pieces.add(Words.t("desk.cover.until", cover.until()));
        return pieces;
    }

    private static String name(String name) {
        String attribute = "condition.attribute." + name;
        if (Words.here().knows(attribute)) return Words.t(attribute);
        String field = OrderField.name(name);
        String evidence = "desk.evidence." + name;
        return field.equals(name) && Words.here().knows(evidence) ? Words.t(evidence) : field;
    }

    private static String told(Object value) {
        return switch (value) {
            case Money money -> Words.money(money);
            case Instant moment -> Words.dateTime(moment);
            case LocalDate day -> Words.date(day);
            case Boolean yes -> Words.t(yes ? "desk.yes" : "desk.no");
            case Number number -> number.toString();
            case Collection<?> all -> all.stream().map(EarlierWord::told).collect(Collectors.joining(", "));
            default ->
                value.toString().isBlank()
                        ? Words.t("desk.none")
                        : value.toString().strip();
        };
    }
}
