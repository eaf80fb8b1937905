package okienko.ordercontrol.trial;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.shops.OrderFormat;
import okienko.shops.OrderFormats;
import org.jspecify.annotations.Nullable;

/**
 * What the command was asked to do.
 *
 * @param files in the order given; {@code -} is standard input
 * @param now the moment of control; null: the present one
 * @param format null: each file's own, by its beginning
 */
record Arguments(
        boolean help,
        List<String> files,
        @Nullable String stock,
        @Nullable String payments,
        @Nullable String customers,
        @Nullable String rules,
        String channel,
        Locale language,
        @Nullable Instant now,
        @Nullable OrderFormat format) {

    static final String STANDARD_INPUT = "-";

    private static final Set<String> LANGUAGES = Set.of("pl", "en", "ru", "bg");

    /** The command line, read. */
    static Arguments read(String... words) throws Unusable {
        Draft draft = new Draft();
        Deque<String> left = new ArrayDeque<>(List.of(words));
        boolean optionsOver = false;
        while (!left.isEmpty()) {
            String word = left.removeFirst();
            if (optionsOver || word.equals(STANDARD_INPUT) || !word.startsWith("-")) draft.files.add(word);
            else if (word.equals("--")) optionsOver = true;
            else draft.option(word, left);
        }
        if (draft.help) return draft.done();
        if (draft.files.isEmpty()) {
            throw new Unusable("no file is named: give one or more exported files, or - for standard input");
        }
        if (draft.files.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new Unusable("- (standard input) is named more than once: it can be read once only, name it once");
        }
        return draft.done();
    }

    /** The command line as far as it is read. */
    private static final class Draft {
        private boolean help;
        private final List<String> files = new ArrayList<>();
        private @Nullable String stock;
        private @Nullable String payments;
        private @Nullable String customers;
        private @Nullable String rules;
        private String channel = "";
        private Locale language = Locale.ENGLISH;
        private @Nullable Instant now;
        private @Nullable OrderFormat format;

        private void option(String word, Deque<String> left) throws Unusable {
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (name.equals("--help") || name.equals("-h")) {
                help = true;
                return;
            }
            if (!Set.of("--stock", "--payments", "--customers", "--rules", "--channel", "--lang", "--now", "--format")
                    .contains(name)) {
                throw new Unusable("option " + name + " is not known: see --help for those that are, "
                        + "or put -- before a file of that name");
            }
            String value = equals < 0 ? left.pollFirst() : word.substring(equals + 1);
            if (value == null || value.isEmpty()) {
                throw new Unusable("option " + name + " has no value: write one after it, see --help");
            }
            set(name, value);
        }

        private void set(String name, String value) throws Unusable {
            switch (name) {
                case "--stock" -> stock = value;
                case "--payments" -> payments = value;
                case "--customers" -> customers = value;
                case "--rules" -> rules = value;
                case "--channel" -> channel = value;
                case "--lang" -> language = language(value);
                case "--now" -> now = moment(value);
                default -> format = format(value);
            }
        }

        private Arguments done() {
            return new Arguments(
                    help, List.copyOf(files), stock, payments, customers, rules, channel, language, now, format);
        }
    }

    private static Locale language(String value) throws Unusable {
        if (!LANGUAGES.contains(value)) {
            throw new Unusable("--lang is '" + value + "', which is not a language of ours: write pl, en, ru or bg");
        }
        return Locale.forLanguageTag(value);
    }

    private static Instant moment(String value) throws Unusable {
        try {
            return OffsetDateTime.parse(value).toInstant();
        } catch (DateTimeException e) {
            throw new Unusable("--now is '" + value + "', which is not a moment: write it like 2026-11-23T10:00:00Z");
        }
    }

    private static OrderFormat format(String value) throws Unusable {
        return OrderFormats.named(value)
                .orElseThrow(() -> new Unusable("--format is '" + value + "', which is not known: write one of "
                        + OrderFormats.ALL.stream().map(OrderFormat::name).collect(Collectors.joining(", "))));
    }
}
