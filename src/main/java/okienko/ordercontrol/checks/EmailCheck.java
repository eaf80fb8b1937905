package okienko.ordercontrol.checks;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;

/**
 * Whether a letter to the buyer's e-mail address can arrive: its syntax (RFC 5321 lengths, the characters people really
 * use), well-known domains mistyped, domains of throw-away mailboxes. Nothing is looked up in the network.
 */
final class EmailCheck {

    static final Parameter ALSO_FINE = Parameter.list("alsoFine", "");

    /** RFC 5321, 4.5.3.1.3: a path has 256 octets, two of them brackets. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_PART = 64;

    private static final Pattern SYNTAX =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+(\\p{L}{2,24}|xn--[a-z0-9-]{2,59})");

    /** Marketplaces give each buyer an address of their own, which looks odd and works. */
    private static final Pattern RELAY = Pattern.compile(
            "(.+\\.)?(allegromail\\.(pl|cz|sk|hu|com)|marketplace\\.amazon\\.[a-z.]{2,6}|members\\.ebay\\.[a-z.]{2,6}"
                    + "|privaterelay\\.appleid\\.com|erli\\.pl|mail\\.emag\\.[a-z]{2,3}|relay\\.firefox\\.com|mozmail\\.com)");

    /** Domains so short that one letter more or less is usually another real one: only the table speaks of them. */
    private static final int SHORTEST_COMPARED = 5;

    private static final Set<String> KNOWN = new HashSet<>(Resource.lines("mail-domains.txt"));

    private static final Set<String> DISPOSABLE = new HashSet<>(Resource.lines("throw-away-domains.txt"));

    private static final Map<String, String> TYPOS = Resource.rows("mistyped-domains.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.getField("typed"), row -> row.getField("meant")));

    private EmailCheck() {}

    static List<Finding> examine(Order order, Facts facts, Settings settings) {
        String email = order.buyer().email();
        if (email.isBlank()) return Seen.nothing();
        String address = email.strip();
        int at = address.lastIndexOf('@');
        String domain = address.substring(at + 1).toLowerCase(Locale.ROOT);
        if (!wellFormed(address, at)) {
            return finding("syntax", email, domain, repaired(address));
        }
        if (KNOWN.contains(domain)
                || RELAY.matcher(domain).matches()
                || settings.list(ALSO_FINE).contains(domain)) {
            return Seen.nothing();
        }
        if (throwAway(domain)) return finding("throwAway", email, domain, Optional.empty());
        Optional<String> meant = meant(domain);
        return meant.isPresent()
                ? finding("typo", email, domain, meant.map(right -> address.substring(0, at + 1) + right))
                : Seen.nothing();
    }

    private static List<Finding> finding(String variant, String email, String domain, Optional<String> proposed) {
        return Seen.of(ReasonCode.EMAIL_INVALID, variant)
                .at("buyer.email")
                .saw("email", email)
                .saw("domain", domain)
                .propose("buyer.email", proposed.orElse(null))
                .edit("buyer.email")
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    private static boolean wellFormed(String address, int at) {
        return at > 0
                && at <= MAX_LOCAL_PART
                && address.length() <= MAX_LENGTH
                && SYNTAX.matcher(address).matches();
    }

    /** The address without what a hurried thumb adds: spaces, commas for dots, a dot at the end, the domain's typo. */
    private static Optional<String> repaired(String address) {
        if (address.length() > MAX_LENGTH) return Optional.empty();
        String tidy = address.replaceAll("\\s", "")
                .replaceFirst("^mailto:", "")
                .replace(',', '.')
                .replaceAll("\\.{2,}", ".")
                .replaceAll("@+", "@")
                .replaceAll("^[.<]+|[.>;]+$", "")
                .replace(".@", "@")
                .replace("@.", "@");
        int at = tidy.lastIndexOf('@');
        if (at <= 0) return Optional.empty();
        String domain = tidy.substring(at + 1).toLowerCase(Locale.ROOT);
        String right = KNOWN.contains(domain) ? domain : meant(domain).orElse(domain);
        String whole = tidy.substring(0, at + 1) + right;
        return wellFormed(whole, at) && !whole.equals(address) ? Optional.of(whole) : Optional.empty();
    }

    private static boolean throwAway(String domain) {
        if (DISPOSABLE.contains(domain)) return true;
        int dot = domain.indexOf('.');
        return dot > 0 && domain.indexOf('.', dot + 1) > 0 && throwAway(domain.substring(dot + 1));
    }

    /** The well-known domain a mistyped one stands for. */
    private static Optional<String> meant(String domain) {
        String listed = TYPOS.get(domain);
        if (listed != null) return Optional.of(listed);
        if (domain.indexOf('.') < SHORTEST_COMPARED && domain.length() < SHORTEST_COMPARED + 4) return Optional.empty();
        for (String known : KNOWN) {
            boolean comparable = known.indexOf('.') >= SHORTEST_COMPARED;
            if (comparable && Distance.isOne(domain, known)) return Optional.of(known);
        }
        return Optional.empty();
    }
}
