package okienko.desk.order;

import java.util.List;
import okienko.ordercontrol.Hold;
import org.jspecify.annotations.Nullable;

/** Which fields of an order are at fault, and which finding says so. */
record Marks(List<FindingCard> cards) {

    /** The findings that name this field, or something it is part of or that is part of it. */
    List<FindingCard> at(String path) {
        return cards.stream()
                .filter(card -> card.finding().fields().stream().anyMatch(field -> concerns(field, path)))
                .toList();
    }

    private static boolean concerns(String field, String path) {
        // all lines together are marked once, not at each value of each
        return field.equals(path) || (!field.equals("lines") && within(path, field));
    }

    private static boolean within(String path, String parent) {
        return path.startsWith(parent)
                && path.length() > parent.length()
                && ".[".indexOf(path.charAt(parent.length())) >= 0;
    }

    /** Ids of the findings, for {@code aria-describedby}; null when the field is fine. */
    @Nullable
    String describedBy(String path) {
        List<FindingCard> found = at(path);
        return found.isEmpty()
                ? null
                : String.join(" ", found.stream().map(FindingCard::id).toList());
    }

    boolean any(String path) {
        return !at(path).isEmpty();
    }

    /** The findings' names, short enough to stand beside the field. */
    String words(String path) {
        return String.join(
                ", ", at(path).stream().map(FindingCard::title).distinct().toList());
    }

    static Marks of(List<FindingCard> cards) {
        return new Marks(cards.stream()
                .filter(card -> card.hold().state() == Hold.State.OPEN)
                .toList());
    }
}
