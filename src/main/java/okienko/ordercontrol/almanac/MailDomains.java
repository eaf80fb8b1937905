package okienko.ordercontrol.almanac;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Domains of e-mail addresses: those many people have, those mistyped for them, those of throw-away mailboxes. */
public final class MailDomains {

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

    private MailDomains() {}

    /** Whether many people have their mailbox there, or a marketplace's forwarding. */
    public static boolean wellKnown(String domain) {
        return KNOWN.contains(domain) || RELAY.matcher(domain).matches();
    }

    /** Whether it is, or is below, a domain whose mailboxes live for minutes. */
    public static boolean throwAway(String domain) {
        if (DISPOSABLE.contains(domain)) return true;
        int dot = domain.indexOf('.');
        return dot > 0 && domain.indexOf('.', dot + 1) > 0 && throwAway(domain.substring(dot + 1));
    }

    /** The well-known domain a mistyped one stands for. */
    public static Optional<String> meant(String domain) {
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
