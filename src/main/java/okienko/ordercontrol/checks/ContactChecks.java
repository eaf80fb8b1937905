package okienko.ordercontrol.checks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.almanac.EmailAddresses;
import okienko.ordercontrol.almanac.MailDomains;
import okienko.ordercontrol.almanac.PhoneNumbers;
import okienko.ordercontrol.almanac.PhoneNumbers.Quality;
import okienko.orders.Order;
import okienko.shipping.DeliveryService;
import org.jspecify.annotations.Nullable;

/** Whether the courier can reach the receiver by telephone, and a letter the buyer by e-mail. */
final class ContactChecks {

    static final Parameter MOBILE_FOR_LOCKERS = Parameter.flag("mobileForLockers", true);
    static final Parameter ALSO_FINE = Parameter.list("alsoFine", "");

    /** The country of a number where the order names none. */
    private static final String HOME = "PL";

    /** A number longer than this is no number, and not worth repairing. */
    private static final int MAX_PHONE = 60;

    private ContactChecks() {}

    static List<Finding> phone(Order order, Facts facts, Settings settings) {
        boolean given = !order.delivery().phone().isBlank();
        String phone = (given ? order.delivery().phone() : order.buyer().phone()).strip();
        String field = given ? "delivery.phone" : "buyer.phone";
        String country = order.country().isBlank() ? HOME : order.country().toUpperCase(Locale.ROOT);
        DeliveryService service = Destination.of(order, facts).service();
        boolean mobileNeeded = settings.flag(MOBILE_FOR_LOCKERS) && service != null && service.mobileRequired();
        String by = service == null ? "" : service.name();
        if (phone.isEmpty()) {
            return mobileNeeded ? wrongPhone("missing", field, phone, country, by, null) : Seen.nothing();
        }
        Quality quality = PhoneNumbers.quality(phone, country);
        if (fits(quality, mobileNeeded)) return Seen.nothing();
        String proposed = meant(phone, country, order)
                .filter(number -> fits(PhoneNumbers.quality(number), mobileNeeded))
                .findFirst()
                .orElse(null);
        String variant = quality == Quality.LANDLINE ? "notMobile" : "impossible";
        return wrongPhone(variant, field, phone, country, by, proposed);
    }

    private static List<Finding> wrongPhone(
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

    private static boolean fits(Quality quality, boolean mobileNeeded) {
        return quality == Quality.MOBILE || (quality == Quality.LANDLINE && !mobileNeeded);
    }

    /** What the number may mean, then the same number in the buyer's country, then the buyer's own number. */
    private static Stream<String> meant(String phone, String country, Order order) {
        if (phone.length() > MAX_PHONE) return Stream.empty();
        String buyersCountry = order.buyer().address().country();
        Optional<String> there =
                buyersCountry.isBlank() ? Optional.empty() : PhoneNumbers.international(phone, buyersCountry);
        Optional<String> buyers = PhoneNumbers.international(order.buyer().phone(), country);
        return Stream.concat(
                PhoneNumbers.meant(phone, country), Stream.of(there, buyers).flatMap(Optional::stream));
    }

    static List<Finding> email(Order order, Facts facts, Settings settings) {
        String email = order.buyer().email();
        if (email.isBlank()) return Seen.nothing();
        String address = email.strip();
        String domain = EmailAddresses.domain(address);
        if (!EmailAddresses.wellFormed(address)) {
            return wrongEmail("syntax", email, domain, EmailAddresses.repaired(address));
        }
        if (MailDomains.wellKnown(domain) || settings.list(ALSO_FINE).contains(domain)) return Seen.nothing();
        if (MailDomains.throwAway(domain)) return wrongEmail("throwAway", email, domain, Optional.empty());
        Optional<String> meant = MailDomains.meant(domain);
        return meant.isPresent()
                ? wrongEmail("typo", email, domain, meant.map(right -> EmailAddresses.at(right, address)))
                : Seen.nothing();
    }

    private static List<Finding> wrongEmail(String variant, String email, String domain, Optional<String> proposed) {
        return Seen.of(ReasonCode.EMAIL_INVALID, variant)
                .at("buyer.email")
                .saw("email", email)
                .saw("domain", domain)
                .propose("buyer.email", proposed.orElse(null))
                .edit("buyer.email")
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }
}
