package okienko.ordercontrol.rulefiles;

import static okienko.ordercontrol.rulefiles.RuleTree.BY;
import static okienko.ordercontrol.rulefiles.RuleTree.FACTS;
import static okienko.ordercontrol.rulefiles.RuleTree.FOUR_EYES_ABOVE;
import static okienko.ordercontrol.rulefiles.RuleTree.FROM;
import static okienko.ordercontrol.rulefiles.RuleTree.LAPSES_AFTER;
import static okienko.ordercontrol.rulefiles.RuleTree.LASTS;
import static okienko.ordercontrol.rulefiles.RuleTree.PERCENT;
import static okienko.ordercontrol.rulefiles.RuleTree.REASON_NEEDED;
import static okienko.ordercontrol.rulefiles.RuleTree.RELEASES;
import static okienko.ordercontrol.rulefiles.RuleTree.SCOPE;
import static okienko.ordercontrol.rulefiles.RuleTree.SEVERITY;
import static okienko.ordercontrol.rulefiles.RuleTree.TO;
import static okienko.ordercontrol.rulefiles.RuleTree.UP_TO;
import static okienko.ordercontrol.rulefiles.RuleTree.VALID;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.access.Role;
import okienko.ordercontrol.Rule.Releases;
import okienko.ordercontrol.Rule.Scope;
import okienko.ordercontrol.Rule.Severity;
import okienko.ordercontrol.Rule.Validity;
import okienko.ordercontrol.terms.Attributes;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Reads what of a rule is made of words, days, lengths of time and amounts. */
record DetailReader(Map<String, YamlItem> fields) {

    private static final int LONGEST_WORD = 100;
    private static final Duration LONGEST = Duration.ofDays(3_650);

    Severity severity() {
        YamlItem item = fields.get(SEVERITY);
        return item == null ? Severity.NORMAL : word(item, Severity.values()).orElse(Severity.NORMAL);
    }

    Validity validity() {
        YamlItem item = fields.get(VALID);
        if (item == null) return Validity.ALWAYS;
        var days = new DetailReader(item.fields(Set.of(FROM, TO)));
        LocalDate from = days.day(FROM);
        LocalDate to = days.day(TO);
        if (from != null && to != null && to.isBefore(from)) {
            item.wrong("endsBeforeItBegins", Map.of("from", from.toString(), "to", to.toString()));
            return Validity.ALWAYS;
        }
        return new Validity(from, to);
    }

    Releases releases() {
        YamlItem item = fields.get(RELEASES);
        if (item == null) return Releases.ANYBODY;
        var parts = new DetailReader(item.fields(Set.of(BY, REASON_NEEDED, FOUR_EYES_ABOVE, SCOPE, LAPSES_AFTER)));
        return new Releases(
                parts.roles(),
                parts.flag(REASON_NEEDED),
                parts.amount(FOUR_EYES_ABOVE),
                parts.scope(),
                parts.length(LAPSES_AFTER));
    }

    private Scope scope() {
        YamlItem item = fields.get(SCOPE);
        if (item == null) return Scope.SAME_FACTS;
        var parts = new DetailReader(item.fields(Set.of(FACTS, UP_TO, PERCENT, LASTS)));
        return new Scope(parts.facts(), parts.amount(UP_TO), parts.percent(), parts.length(LASTS));
    }

    private Set<Role> roles() {
        Set<Role> roles = new LinkedHashSet<>();
        YamlItem item = fields.get(BY);
        if (item != null) item.items().forEach(role -> word(role, Role.values()).ifPresent(roles::add));
        return roles;
    }

    private Set<String> facts() {
        Set<String> facts = new LinkedHashSet<>();
        YamlItem item = fields.get(FACTS);
        if (item != null)
            item.items()
                    .forEach(fact -> fact.text(LONGEST_WORD).ifPresent(path -> {
                        if (Attributes.named(path).isPresent()) facts.add(path);
                        else fact.wrong("unknownFact");
                    }));
        return facts;
    }

    private boolean flag(String field) {
        YamlItem item = fields.get(field);
        if (item == null) return false;
        String text = item.text(LONGEST_WORD).orElse("false");
        if (!text.equals("true") && !text.equals("false")) item.wrong("bad.FLAG", "example", "true");
        return text.equals("true");
    }

    private @Nullable LocalDate day(String field) {
        return read(field, "bad.DAY", "2026-12-24", LocalDate::parse);
    }

    @Nullable
    Duration length(String field) {
        return read(field, "bad.DURATION", "P7D", text -> {
            Duration length = Duration.parse(text.toUpperCase(Locale.ROOT));
            if (!length.isPositive() || length.compareTo(LONGEST) > 0) throw new IllegalArgumentException(text);
            return length;
        });
    }

    private @Nullable Money amount(String field) {
        return read(field, "bad.MONEY", "500.00 PLN", text -> {
            String[] parts = text.split("\\s+", -1);
            if (parts.length != 2) throw new IllegalArgumentException(text);
            Money amount = Money.of(new BigDecimal(parts[0].replace(',', '.')), parts[1]);
            if (amount.minor() < 0) throw new IllegalArgumentException(text);
            return amount;
        });
    }

    private @Nullable Integer percent() {
        return read(PERCENT, "bad.PERCENT", "10", text -> {
            int percent = Integer.parseInt(text);
            new Scope(Set.of(), null, percent, null);
            return percent;
        });
    }

    /** Reads a text; throws {@link IllegalArgumentException} or {@link DateTimeException} when it is none of its kind. */
    private interface Kind<T> {
        T read(String text);
    }

    private <T> @Nullable T read(String field, String otherwise, String example, Kind<T> kind) {
        YamlItem item = fields.get(field);
        if (item == null) return null;
        Optional<String> text = item.text(LONGEST_WORD);
        if (text.isEmpty()) return null;
        try {
            return kind.read(text.get());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            item.wrong(otherwise, "example", example);
            return null;
        }
    }

    /** One of some words, in capitals or not. */
    static <E extends Enum<E>> Optional<E> word(YamlItem item, E[] words) {
        Optional<String> text = item.text(LONGEST_WORD);
        Optional<E> found = text.flatMap(typed -> Arrays.stream(words)
                .filter(word -> word.name().equalsIgnoreCase(typed))
                .findFirst());
        if (text.isPresent() && found.isEmpty()) {
            item.wrong(
                    "badWord", "words", Arrays.stream(words).map(RuleTree::word).collect(Collectors.joining(", ")));
        }
        return found;
    }
}
