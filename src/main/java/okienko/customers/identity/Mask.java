package okienko.customers.identity;

import java.util.Locale;
import java.util.Set;

/** The part of a marketplace's made-up address that stays the same for one buyer. */
public final class Mask {

    /** Allegro writes {@code buyer+order@allegromail.pl}; the others' addresses say nothing that lasts. */
    private static final Set<String> LASTING =
            Set.of("allegromail.pl", "allegromail.cz", "allegromail.sk", "allegromail.hu");

    /** Empty where the address is no mask or holds nothing that lasts. */
    public static String lasting(String email) {
        int at = email.indexOf('@');
        int plus = email.indexOf('+');
        if (plus < 1 || plus > at) return "";
        String domain = email.substring(at + 1).strip().toLowerCase(Locale.ROOT);
        return LASTING.contains(domain) ? email.substring(0, plus).strip().toLowerCase(Locale.ROOT) : "";
    }

    private Mask() {}
}
