package okienko.ordercontrol.checks;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.almanac.PolishTowns;
import okienko.ordercontrol.almanac.PostalCodes;
import okienko.orders.Order;
import okienko.shipping.DeliveryService;
import okienko.vocabulary.PostalAddress;

/** Whether a parcel can find its way: address, postal code, pickup point. */
final class AddressChecks {

    /** ISO 3166 countries and the codes shops use beside them: XK (Kosovo), EL and UK (as the EU writes Greece, Britain). */
    private static final Set<String> COUNTRIES = countries();

    /** Countries where a house may have a name and no number. */
    private static final Set<String> HOUSES_WITH_NAMES = Set.of("GB", "UK", "IE");

    private static final Pattern NO_NUMBER = Pattern.compile(
            "(?<!\\p{L})(bez (numeru|nr)|b\\.? ?n\\.?|b/n|b\\.? ?b\\.?|s/n|s\\.n\\.|sn|no number|ohne nr|"
                    + "skr(ytka|\\.)? ?poczt\\p{L}*|p\\.? ?o\\.? ?box|postfach|poste restante|без номер[а]?|б/н)(?!\\p{L})",
            CASE_INSENSITIVE | UNICODE_CASE);

    /** A number that belongs to the street's name, so that "3 Maja" still lacks its house number. */
    private static final Pattern NUMBER_IN_NAME = Pattern.compile(
            "(?<!\\d)\\d{1,4}[.]?(-?(go|tego|ego|ti|ri|mi|ma|vi|ти|ри|ми|ма|ви|ви|леция|lecia|lecie))?[ .]+"
                    + "(stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|wrze[sś]nia|pa[zź]dziernika|listopada|"
                    + "grudnia|pu[lł]ku|dywizji|brygady|armii|wo[lł]y[nń]skiej|janu[aá]r|února|března|dubna|května|"
                    + "[rř][ií]jna|listopadu|януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|"
                    + "декември|марта|мая|октября|января|февраля|июня|июля|августа|сентября|ноября|декабря|травня|"
                    + "серпня|жовтня|листопада|січня|лютого|березня|квітня|червня|липня|вересня|грудня)(?!\\p{L})"
                    + "|(?<!\\d)\\d{2,4}-?(lecia|lecie|річчя|летия)",
            CASE_INSENSITIVE | UNICODE_CASE);

    private static final Pattern DIGIT = Pattern.compile("\\d");

    private static final Pattern WORD_OF_CODE = Pattern.compile("[^A-Za-z0-9-]+");

    /** Compiled patterns of point codes: the table holds a few dozen texts, every order asks for one. */
    private static final ConcurrentMap<String, Pattern> POINT_PATTERNS = new ConcurrentHashMap<>();

    /** More than any shop's delivery services; beyond it patterns are compiled each time. */
    private static final int MAX_POINT_PATTERNS = 1_000;

    private AddressChecks() {}

    static List<Finding> incomplete(Order order, Facts facts, Settings settings) {
        Destination destination = Destination.of(order, facts);
        List<String> missing = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        if (nobody(order)) {
            missing.add("name");
            fields.add("delivery.address.name");
        }
        if (destination.toPoint()) {
            if (order.delivery().phone().isBlank()
                    && order.buyer().phone().isBlank()
                    && order.buyer().email().isBlank()) {
                missing.add("contact");
                fields.add("delivery.phone");
            }
        } else if (!destination.atCounter()) {
            for (String part : missingParts(destination.address(), order.country())) {
                missing.add(part);
                fields.add(destination.at(part.equals("houseNumber") ? "street" : part));
            }
        }
        if (missing.isEmpty()) return Seen.nothing();
        return Seen.of(ReasonCode.ADDRESS_INCOMPLETE, "missing")
                .at(fields.stream().distinct().toArray(String[]::new))
                .saw("missing", List.copyOf(missing))
                .saw("street", destination.address().street())
                .saw("city", destination.address().city())
                .edit(fields.getFirst())
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    private static boolean nobody(Order order) {
        PostalAddress address = order.delivery().address();
        return address.name().isBlank()
                && address.company().isBlank()
                && order.buyer().name().isBlank()
                && order.buyer().company().isBlank();
    }

    private static List<String> missingParts(PostalAddress address, String country) {
        List<String> missing = new ArrayList<>();
        if (address.street().isBlank()) {
            missing.add("street");
        } else if (!hasHouseNumber(address.street(), country)) {
            missing.add("houseNumber");
        }
        if (address.postalCode().isBlank() && PostalCodes.needed(country)) missing.add("postalCode");
        if (address.city().isBlank()) missing.add("city");
        if (!COUNTRIES.contains(country.toUpperCase(Locale.ROOT))) missing.add("country");
        return missing;
    }

    /** Whether a street line has a house number, says that there is none, or is written where none is needed. */
    static boolean hasHouseNumber(String street, String country) {
        if (HOUSES_WITH_NAMES.contains(country)) return true;
        if (NO_NUMBER.matcher(street).find()) return true;
        String rest = NUMBER_IN_NAME.matcher(street).replaceAll(" ");
        return DIGIT.matcher(rest).find();
    }

    static List<Finding> postalCode(Order order, Facts facts, Settings settings) {
        Destination destination = Destination.of(order, facts);
        if (destination.toPoint() || destination.atCounter()) return Seen.nothing();
        String code = destination.address().postalCode();
        String country = order.country();
        if (code.isBlank() || PostalCodes.fits(code, country)) return Seen.nothing();
        String field = destination.at("postalCode");
        Optional<String> proposed = PostalCodes.repair(code, country);
        return Seen.of(ReasonCode.POSTAL_CODE_INVALID, proposed.isPresent() ? "fixable" : "format")
                .at(field)
                .saw("code", code)
                .saw("country", country)
                .saw("format", PostalCodes.format(country))
                .propose(field, proposed.orElse(null))
                .edit(field)
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    static List<Finding> postalCodeAndCity(Order order, Facts facts, Settings settings) {
        Destination destination = Destination.of(order, facts);
        PostalAddress address = destination.address();
        if (destination.toPoint() || destination.atCounter() || !order.country().equals("PL")) return Seen.nothing();
        if (!PostalCodes.fits(address.postalCode(), "PL")) return Seen.nothing();
        List<String> prefixes = PolishTowns.prefixes(address.city());
        String code = address.postalCode().strip();
        if (prefixes.isEmpty() || prefixes.contains(code.substring(0, 2))) return Seen.nothing();
        return Seen.of(ReasonCode.POSTAL_CODE_CITY_MISMATCH, "region")
                .at(destination.at("postalCode"), destination.at("city"))
                .saw("code", code)
                .saw("city", address.city())
                .saw("expected", prefixes)
                .edit(destination.at("postalCode"))
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    static List<Finding> pickupPoint(Order order, Facts facts, Settings settings) {
        Destination destination = Destination.of(order, facts);
        DeliveryService service = destination.service();
        if (service == null || !destination.toPoint()) return Seen.nothing();
        String point = order.delivery().pickupPoint().strip();
        if (service.pointPattern().isEmpty()) {
            return point.isEmpty() ? pointFinding("missing", service, point, Optional.empty()) : Seen.nothing();
        }
        Pattern pattern = compiled(service.pointPattern());
        if (point.isEmpty()) {
            // lockers known by a number are often written into the street: "Packstation 145"
            return pointFinding(
                    "missing", service, point, codeIn(destination.address().street(), pattern));
        }
        return pattern.matcher(point.toUpperCase(Locale.ROOT)).matches()
                ? Seen.nothing()
                : pointFinding("malformed", service, point, codeIn(point, pattern));
    }

    private static List<Finding> pointFinding(
            String variant, DeliveryService service, String point, Optional<String> proposed) {
        return Seen.of(ReasonCode.PICKUP_POINT_MISSING, variant)
                .at("delivery.pickupPoint")
                .saw("service", service.name())
                .saw("point", point)
                .propose("delivery.pickupPoint", proposed.orElse(null))
                .edit("delivery.pickupPoint")
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    private static Pattern compiled(String pointPattern) {
        Pattern known = POINT_PATTERNS.get(pointPattern);
        if (known != null) return known;
        Pattern pattern = Pattern.compile(pointPattern);
        if (POINT_PATTERNS.size() < MAX_POINT_PATTERNS) POINT_PATTERNS.put(pointPattern, pattern);
        return pattern;
    }

    /** The one code found in a longer text, "Paczkomat POZ08A, ul. Solna"; also with a stray space inside, "POZ 08A". */
    private static Optional<String> codeIn(String text, Pattern pattern) {
        String upper = text.toUpperCase(Locale.ROOT);
        String squeezed = upper.replaceAll("[^A-Z0-9]", "");
        Matcher whole = pattern.matcher(squeezed);
        if (whole.matches()) return Optional.of(squeezed);
        List<String> found = new ArrayList<>();
        for (String word : WORD_OF_CODE.split(upper, -1)) {
            if (DIGIT.matcher(word).find() && pattern.matcher(word).matches()) found.add(word);
        }
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private static Set<String> countries() {
        Set<String> codes = new HashSet<>(Set.of(Locale.getISOCountries()));
        codes.addAll(List.of("XK", "EL", "UK"));
        return Set.copyOf(codes);
    }
}
