package okienko.ordercontrol.checks;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.shipping.DeliveryService;
import org.jspecify.annotations.Nullable;

/**
 * Whether the courier can reach the receiver. Numbers are judged by libphonenumber's metadata, with the delivery country
 * for numbers without a country code.
 */
final class PhoneCheck {

    static final Parameter MOBILE_FOR_LOCKERS = Parameter.flag("mobileForLockers", true);

    /** The country of a number where the order names none. */
    private static final String HOME = "PL";

    /** A number longer than this is no number; it keeps the repairs below cheap. */
    private static final int MAX_LENGTH = 60;

    private PhoneCheck() {}

    /** What a number is good for. */
    private enum Quality {
        IMPOSSIBLE,
        LANDLINE,
        MOBILE
    }

    static List<Finding> examine(Order order, Facts facts, Settings settings) {
        boolean given = !order.delivery().phone().isBlank();
        String phone = (given ? order.delivery().phone() : order.buyer().phone()).strip();
        String field = given ? "delivery.phone" : "buyer.phone";
        String country = order.country().isBlank() ? HOME : order.country().toUpperCase(Locale.ROOT);
        DeliveryService service = Destination.of(order, facts).service();
        boolean mobileNeeded = settings.flag(MOBILE_FOR_LOCKERS) && service != null && service.mobileRequired();
        String by = service == null ? "" : service.name();
        if (phone.isEmpty()) {
            return mobileNeeded ? finding("missing", field, phone, country, by, null) : Seen.nothing();
        }
        Quality quality = quality(phone, country);
        if (quality == Quality.MOBILE || (quality == Quality.LANDLINE && !mobileNeeded)) return Seen.nothing();
        String proposed = repairs(phone, country, order)
                .filter(number -> fits(number, mobileNeeded))
                .findFirst()
                .orElse(null);
        String variant = quality == Quality.LANDLINE ? "notMobile" : "impossible";
        return finding(variant, field, phone, country, by, proposed);
    }

    private static List<Finding> finding(
            String variant, String field, String phone, String country, String service, @Nullable String proposed) {
        return Seen.of(ReasonCode.PHONE_INVALID, variant)
                .at(field)
                .saw("phone", phone)
                .saw("country", country)
                .saw("service", service)
                .propose(field, proposed)
                .edit(field)
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    private static boolean fits(String international, boolean mobileNeeded) {
        Quality quality = quality(international, "ZZ");
        return quality == Quality.MOBILE || (quality == Quality.LANDLINE && !mobileNeeded);
    }

    /** Numbers that may be meant, in international form, the likeliest first. */
    private static Stream<String> repairs(String phone, String country, Order order) {
        if (phone.length() > MAX_LENGTH) return Stream.empty();
        String buyersCountry = order.buyer().address().country();
        String digits = phone.replace('O', '0').replace('o', '0').replaceAll("[^0-9+]", "");
        int code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(country);
        return Stream.of(
                        international(phone.split("[/,;]|\\blub\\b|\\bor\\b|\\bили\\b", 2)[0], country),
                        international(digits, country),
                        international(digits.replaceFirst("^\\+?0+", ""), country),
                        international(digits.replaceFirst("^(\\+|00)?(" + code + "){2}", "+" + code), country),
                        international("+" + digits.replaceFirst("^\\+", ""), country),
                        buyersCountry.isBlank() ? Optional.<String>empty() : international(phone, buyersCountry),
                        international(order.buyer().phone(), country))
                .flatMap(Optional::stream);
    }

    private static Optional<String> international(String text, String country) {
        return parse(text, country)
                .filter(PhoneNumberUtil.getInstance()::isValidNumber)
                .map(number -> PhoneNumberUtil.getInstance().format(number, PhoneNumberFormat.E164));
    }

    private static Quality quality(String phone, String country) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        PhoneNumber number = parse(phone, country).orElse(null);
        if (number == null) return Quality.IMPOSSIBLE;
        return switch (numbers.getNumberType(number)) {
            case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER -> Quality.MOBILE;
            // what no operator was given is no number, however long it is
            case UNKNOWN -> Quality.IMPOSSIBLE;
            default -> Quality.LANDLINE;
        };
    }

    private static Optional<PhoneNumber> parse(String text, String country) {
        try {
            return Optional.of(PhoneNumberUtil.getInstance().parse(text, country));
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
