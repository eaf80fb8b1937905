package okienko.ui;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * What the office says, in the reader's language. The sentences are <a
 * href="https://unicode-org.github.io/icu/userguide/format_parse/messages/">ICU MessageFormat</a> in the {@code words*.properties}
 * beside the pages. Static, because every template speaks; the language is the request's ({@link LocaleContextHolder}), or given
 * with {@link #in}, which needs neither a request nor Spring.
 */
public final class Words {

    private static final Logger LOG = LoggerFactory.getLogger(Words.class);
    private static final Map<Language, Words> SPOKEN = new EnumMap<>(Language.class);

    private static volatile ZoneId zone = ZoneId.of("Europe/Warsaw");
    private static volatile Clock clock = Clock.systemUTC();

    private final Language language;
    private final Map<String, String> patterns;
    private final Forms forms;
    private final Map<String, Sentence> sentences = new ConcurrentHashMap<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();

    private Words(Language language) {
        this.language = language;
        this.patterns = Bundles.merged(language);
        this.forms = new Forms(language);
    }

    /** The words of one language, for what is written outside a request: command line, e-mails, exports. */
    public static Words in(Locale locale) {
        Language language = Language.of(locale);
        synchronized (SPOKEN) {
            return SPOKEN.computeIfAbsent(language, Words::new);
        }
    }

    /** The reader's words. */
    public static Words here() {
        return in(LocaleContextHolder.getLocale());
    }

    /** The sentence of a key in the reader's language; one {@link Map} as argument gives named arguments. */
    public static String t(String key, @Nullable Object... arguments) {
        return here().say(key, arguments);
    }

    /** The reader's language as a locale: one of pl, en, ru, bg. */
    public static Locale locale() {
        return here().language.locale();
    }

    /** The office's time zone ({@code okienko.zone}): where its days begin. */
    public static ZoneId zone() {
        return zone;
    }

    public static String money(Money money) {
        return here().forms.money(money);
    }

    /** Day and time to the minute. */
    public static String dateTime(Instant instant) {
        return here().forms.dateTime(instant, zone);
    }

    public static String time(Instant instant) {
        return here().forms.time(instant, zone);
    }

    public static String date(LocalDate date) {
        return here().forms.date(date);
    }

    /** How long ago, or in how long: {@code 5 minutes ago}. */
    public static String ago(Instant instant) {
        return here().forms.ago(Duration.between(instant, clock.instant()));
    }

    /** How long it is until then; negative when it is over. */
    public static Duration left(Instant instant) {
        return Duration.between(clock.instant(), instant);
    }

    /** The two largest units, short: {@code 2 h 5 min}. */
    public static String duration(Duration duration) {
        return here().forms.duration(duration);
    }

    public static String number(long number) {
        return here().forms.number(number);
    }

    /** A share, 0.923 as {@code 92.3 %}. */
    public static String percent(double share) {
        return here().forms.percent(share);
    }

    /** A telephone number in international form; what is not one stays as it was typed. */
    public static String phone(String typed) {
        return Forms.phone(typed);
    }

    /** The sentence of a key in this language. A key nobody wrote is shown as ⟦key⟧ and logged once. */
    public String say(String key, @Nullable Object... arguments) {
        Sentence sentence = sentences.computeIfAbsent(key, this::sentence);
        if (sentence.fixed() != null) {
            return sentence.fixed();
        }
        MessageFormat format = sentence.format();
        // an ICU format keeps scratch state while it formats
        synchronized (format) {
            return arguments.length == 1 && arguments[0] instanceof Map<?, ?> named
                    ? format.format(named(named))
                    : format.format(positional(arguments));
        }
    }

    /** Whether somebody wrote this key, for words chosen by data (queues, payment forms). */
    public boolean knows(String key) {
        return patterns.containsKey(key);
    }

    /** The keys of this language. */
    Set<String> keys() {
        return patterns.keySet();
    }

    /** Tells the time to {@link #ago} and the zone to everything. */
    static void keepTime(Clock officeClock, ZoneId officeZone) {
        clock = officeClock;
        zone = officeZone;
    }

    private Sentence sentence(String key) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            if (missing.add(key)) {
                LOG.warn("No word '{}' in {}: write it in the words*.properties of its feature", key, language);
            }
            return new Sentence("⟦" + key + "⟧", new MessageFormat(""));
        }
        var format = new MessageFormat(pattern, ULocale.forLocale(language.form()));
        boolean plain = format.getArgumentNames().isEmpty();
        return new Sentence(plain ? format.format(new Object[0]) : null, format);
    }

    private Object[] positional(@Nullable Object[] arguments) {
        Object[] readable = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            readable[i] = readable(arguments[i]);
        }
        return readable;
    }

    private Map<String, Object> named(Map<?, ?> arguments) {
        Map<String, Object> readable = new HashMap<>();
        arguments.forEach((name, value) -> readable.put(String.valueOf(name), readable(value)));
        return readable;
    }

    private Object readable(@Nullable Object argument) {
        return switch (argument) {
            case null -> "";
            case Money money -> forms.money(money);
            case Instant instant -> forms.dateTime(instant, zone);
            case LocalDate date -> forms.date(date);
            case Duration duration -> forms.duration(duration);
            case Number number -> number;
            case Object other -> other.toString();
        };
    }

    /** A compiled sentence; one without arguments is already said. */
    private record Sentence(@Nullable String fixed, MessageFormat format) {}
}
