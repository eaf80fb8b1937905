package okienko.ordercontrol.checks;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.TimeZone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.vocabulary.Money;
import okienko.vocabulary.Texts;

/**
 * Tells a finding in a reader's language, without a server: the words are {@code words*.properties} beside this class.
 * A sentence's arguments are the finding's evidence by name; a piece of evidence that has a word of its own
 * ({@code evidence.<name>.<value>}) is told by that word.
 */
public final class FindingWords {

    /** The shop's time zone where the caller knows of no other. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    private static final String BUNDLE = "okienko.ordercontrol.checks.words";

    /** The words of conditions: what their attributes are called. */
    private static final String ATTRIBUTES = "okienko.ordercontrol.conditions.words";

    private static final ResourceBundle.Control ROOT_IS_ENGLISH =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final Map<Locale, Map<String, MessageFormat>> PATTERNS = new ConcurrentHashMap<>();

    /** By language and currency; there are some dozens of each. */
    private static final Map<String, LocalizedNumberFormatter> MONEY = new ConcurrentHashMap<>();

    /** Of the shop's own rules, what they are called; one that is gone keeps its name, as its holds do. */
    private static final Map<Reason.Custom, Texts> OWN_RULES = new ConcurrentHashMap<>();

    /** A piece of evidence named in the message of a shop's own rule: {@code {order.total}}. */
    private static final Pattern PIECE = Pattern.compile("\\{([A-Za-z0-9_.]+)}");

    private FindingWords() {}

    /** Learns what the shop's own rules are called: as with the bundles, every template asks. */
    public static void learn(Map<Reason.Custom, Texts> titles) {
        OWN_RULES.putAll(titles);
    }

    /** The shop's own rules that have a name here. */
    public static Set<Reason.Custom> ownRules() {
        return Set.copyOf(OWN_RULES.keySet());
    }

    /** The reason's name: "Postal code". */
    public static String title(Reason reason, Locale locale) {
        return switch (reason) {
            case ReasonCode code -> bundle(locale).getString("reason." + code + ".title");
            case Reason.Custom own -> {
                Texts title = OWN_RULES.getOrDefault(own, Texts.NONE);
                yield title.isEmpty() ? own.rule() : title.in(locale);
            }
        };
    }

    /** What the reason was called when this was found. */
    public static String title(Finding finding, Locale locale) {
        Finding.Telling own = finding.telling();
        return own == null ? title(finding.reason(), locale) : own.title().in(locale);
    }

    /** What the check looks at, in a few words. */
    public static String about(ReasonCode reason, Locale locale) {
        return bundle(locale).getString("reason." + reason + ".about");
    }

    /** A parameter's label: "tolerance per line". */
    public static String label(ReasonCode reason, Parameter parameter, Locale locale) {
        return bundle(locale).getString("reason." + reason + ".parameter." + parameter.name());
    }

    /** What happened and what to do about it, times in the shop's usual zone. */
    public static String sentence(Finding finding, Locale locale) {
        return sentence(finding, locale, ZONE);
    }

    /** What happened and what to do about it. */
    public static String sentence(Finding finding, Locale locale, ZoneId zone) {
        Map<String, Object> arguments = new HashMap<>();
        finding.evidence().forEach((name, value) -> arguments.put(name, told(name, value, locale, zone)));
        Finding.Telling own = finding.telling();
        if (own != null && finding.variant().equals(Finding.Telling.TRUE)) {
            return PIECE.matcher(own.message().in(locale))
                    .replaceAll(piece -> Matcher.quoteReplacement(
                            String.valueOf(arguments.getOrDefault(piece.group(1), piece.group()))));
        }
        arguments.put("rule", title(finding, locale));
        String key = (own == null ? "reason." + finding.reason() : "reason.CUSTOM") + "." + finding.variant();
        // a MessageFormat is not safe to share between threads; its copy is much cheaper than parsing again
        MessageFormat pattern = pattern(key, locale).clone();
        return pattern.format(arguments);
    }

    private static MessageFormat pattern(String key, Locale locale) {
        return PATTERNS.computeIfAbsent(locale, l -> new ConcurrentHashMap<>())
                .computeIfAbsent(key, k -> new MessageFormat(bundle(locale).getString(k), locale));
    }

    private static Object told(String name, Object value, Locale locale, ZoneId zone) {
        return switch (value) {
            case Number number -> number;
            case Money money ->
                money(money.currency(), locale).format(money.amount()).toString();
            case Instant instant -> {
                DateFormat format = DateFormat.getDateTimeInstance(DateFormat.MEDIUM, DateFormat.SHORT, locale);
                format.setTimeZone(TimeZone.getTimeZone(zone.getId()));
                yield format.format(Date.from(instant));
            }
            case LocalDate date -> {
                DateFormat format = DateFormat.getDateInstance(DateFormat.MEDIUM, locale);
                format.setTimeZone(TimeZone.GMT_ZONE);
                yield format.format(
                        Date.from(date.atStartOfDay(ZoneId.of("GMT")).toInstant()));
            }
            case Collection<?> list ->
                ListFormatter.getInstance(locale)
                        .format(list.stream()
                                .map(item -> told(name, item, locale, zone))
                                .toList());
            default ->
                name.equals("needs")
                        ? attribute(value.toString(), locale)
                        // the shop's own rules call a piece of evidence by its whole path
                        : word(
                                "evidence." + name.substring(name.lastIndexOf('.') + 1) + "." + value,
                                value.toString(),
                                locale);
        };
    }

    private static LocalizedNumberFormatter money(String currency, Locale locale) {
        return MONEY.computeIfAbsent(
                locale + currency, key -> NumberFormatter.withLocale(locale).unit(Currency.getInstance(currency)));
    }

    private static String word(String key, String otherwise, Locale locale) {
        ResourceBundle bundle = bundle(locale);
        return bundle.containsKey(key) ? bundle.getString(key) : otherwise;
    }

    /** What conditions call an attribute. */
    private static String attribute(String path, Locale locale) {
        ResourceBundle bundle =
                ResourceBundle.getBundle(ATTRIBUTES, locale, FindingWords.class.getClassLoader(), ROOT_IS_ENGLISH);
        String key = "condition.attribute." + path;
        // a quote is doubled there, as in every message
        return bundle.containsKey(key) ? bundle.getString(key).replace("''", "'") : path;
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(BUNDLE, locale, FindingWords.class.getClassLoader(), ROOT_IS_ENGLISH);
    }
}
