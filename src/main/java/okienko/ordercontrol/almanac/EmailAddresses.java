package okienko.ordercontrol.almanac;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** E-mail addresses as RFC 5321 limits them, of the characters people really use. */
public final class EmailAddresses {

    /** RFC 5321, 4.5.3.1.3: a path has 256 octets, two of them brackets. */
    private static final int MAX_LENGTH = 254;

    private static final int MAX_LOCAL_PART = 64;

    private static final Pattern SYNTAX =
            Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@([\\p{L}\\p{N}]([\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?\\.)+(\\p{L}{2,24}|xn--[a-z0-9-]{2,59})");

    private EmailAddresses() {}

    /** What stands behind the last {@code @}, in lower case; the whole text where there is none. */
    public static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    /** The same mailbox at another domain. */
    public static String at(String domain, String address) {
        return address.substring(0, address.lastIndexOf('@') + 1) + domain;
    }

    /** Whether a letter could be addressed so. */
    public static boolean wellFormed(String address) {
        int at = address.lastIndexOf('@');
        return at > 0
                && at <= MAX_LOCAL_PART
                && address.length() <= MAX_LENGTH
                && SYNTAX.matcher(address).matches();
    }

    /** The address without what a hurried thumb adds: spaces, commas for dots, a dot at the end, the domain's typo. */
    public static Optional<String> repaired(String address) {
        if (address.length() > MAX_LENGTH) return Optional.empty();
        String tidy = address.replaceAll("\\s", "")
                .replaceFirst("^mailto:", "")
                .replace(',', '.')
                .replaceAll("\\.{2,}", ".")
                .replaceAll("@+", "@")
                .replaceAll("^[.<]+|[.>;]+$", "")
                .replace(".@", "@")
                .replace("@.", "@");
        if (tidy.lastIndexOf('@') <= 0) return Optional.empty();
        String domain = domain(tidy);
        String right = MailDomains.wellKnown(domain)
                ? domain
                : MailDomains.meant(domain).orElse(domain);
        String whole = at(right, tidy);
        return wellFormed(whole) && !whole.equals(address) ? Optional.of(whole) : Optional.empty();
    }
}
