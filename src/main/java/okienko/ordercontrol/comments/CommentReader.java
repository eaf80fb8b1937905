package okienko.ordercontrol.comments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ordercontrol.almanac.Courtesies;

/**
 * Reads comments. Courtesies pass; a number, a name of a day, an exception stop; the rest is weighed by the model. What no
 * example is like stops. The text is looked at, never obeyed.
 */
public final class CommentReader {

    /** Longer comments say something; people don't thank in essays. */
    static final int MAX_LENGTH = 600;

    /** Clauses kept as the deciding ones. */
    private static final int MAX_CLAUSES = 10;

    /** As much of a text as is searched for facts. */
    private static final int MAX_SEARCHED = 4_000;

    private static final double CERTAIN = 1.0;

    /** A number's label, which says nothing once the number is known. */
    private static final Pattern LABEL = Pattern.compile(
            "(?:(?:mój|moj|nr|numer|tel|telefon\\p{L}*|kom|komórka|kontakt|e-?mail|mail|phone|number|тел|телефон\\p{L}*|имейл|номер|NIP)[.:,\\s]*)+$",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Model model;

    CommentReader(Model model) {
        this.model = model;
    }

    /** The reader with the model this version of Okienko was built with. */
    public static CommentReader shipped() {
        return Shipped.READER;
    }

    /** Loaded when the first comment is read: most commands read none. */
    private static final class Shipped {
        private static final CommentReader READER = new CommentReader(load());

        private static Model load() {
            try (InputStream bytes = CommentReader.class.getResourceAsStream("comments.model")) {
                if (bytes == null)
                    throw new IllegalStateException("the build left out comments.model: run bin/comments");
                return Model.read(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The version of the model. */
    public String version() {
        return model.version();
    }

    double threshold() {
        return model.threshold();
    }

    /** Reads a comment for itself. */
    public Reading read(String comment) {
        return read(comment, Known.NOTHING);
    }

    /** Reads a comment beside an order: what the order already says is no news. */
    public Reading read(String comment, Known known) {
        if (comment.length() > MAX_SEARCHED) return stopped("long", comment.substring(0, MAX_SEARCHED));
        String text = Plain.of(comment).strip();
        if (Pieces.wordless(text)) return passed("wordless", 0);
        String news = known.values().isEmpty() ? text : withoutKnown(text, known);
        if (Pieces.wordless(news)) return passed("known", 0);
        if (news.length() > MAX_LENGTH) return stopped("long", text);
        if (Courtesies.others(news, known.names()).isEmpty()) return passed("courtesy", 0);
        return weighed(news, known);
    }

    private Reading weighed(String text, Known known) {
        double score = 0;
        String because = "";
        Set<String> clauses = new LinkedHashSet<>();
        Set<Intent> intents = new LinkedHashSet<>();
        List<Pieces.Piece> pieces = Pieces.of(text, known.names(), model::knows);
        for (Pieces.Piece piece : pieces) {
            String rule = rule(piece);
            double found = rule.isEmpty() ? model.relevance(piece.features()) : CERTAIN;
            score = Math.max(score, found);
            if (found < model.threshold()) continue;
            if (because.isEmpty()) because = rule.isEmpty() ? "model" : rule;
            // of two clauses that stop only together the pair is shown
            boolean shown = clauses.stream().anyMatch(piece.text()::contains);
            if (!shown && clauses.size() < MAX_CLAUSES) clauses.add(piece.text());
            if (!shown) intents.add(intent(piece));
        }
        if (clauses.isEmpty()) return passed(pieces.isEmpty() ? "remark" : "model", score);
        List<Intent> sorted = intents.stream().sorted(Comparator.naturalOrder()).toList();
        return new Reading(true, because, sorted, score, List.copyOf(clauses), FactFinder.in(text), model.version());
    }

    private String rule(Pieces.Piece piece) {
        List<Fact> facts = FactFinder.numbers(piece.text());
        for (StopRule rule : StopRule.ALL) {
            if (rule.stops().test(piece, facts)) return rule.name();
        }
        int words = piece.features().wordCount();
        return model.unknownWords(piece.features()) * 2 > words ? "unknown" : "";
    }

    private Intent intent(Pieces.Piece piece) {
        for (Fact fact : FactFinder.numbers(piece.text())) {
            switch (fact.kind()) {
                case TAX_ID -> {
                    return Intent.INVOICE;
                }
                case PICKUP_POINT -> {
                    return Intent.DELIVERY_ADDRESS;
                }
                case VIN -> {
                    return Intent.COMPAT_HEALTH;
                }
                default -> {
                    // its words tell better
                }
            }
        }
        return model.intent(piece.features());
    }

    private static String withoutKnown(String text, Known known) {
        String rest = text;
        for (Fact fact : FactFinder.numbers(text)) {
            if (!known.says(fact)) continue;
            int at = rest.indexOf(fact.text());
            if (at < 0) continue;
            String before = rest.substring(0, at);
            Matcher label = LABEL.matcher(before);
            if (label.find()) before = before.substring(0, label.start());
            rest = before + " " + rest.substring(at + fact.text().length());
        }
        return rest;
    }

    private Reading passed(String because, double score) {
        return new Reading(false, because, List.of(), score, List.of(), List.of(), model.version());
    }

    private Reading stopped(String because, String text) {
        List<Fact> facts = new ArrayList<>(FactFinder.in(text));
        Intent intent = model.intent(Pieces.whole(text).features());
        return new Reading(true, because, List.of(intent), CERTAIN, List.of(text), facts, model.version());
    }
}
