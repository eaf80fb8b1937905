package okienko.connections;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.connections.WriteBack.Kind;

/**
 * The states of a shop that makes its own. Nobody can guess which of them means held, released or cancelled, so somebody
 * types it, by name or by number; what is left empty is not told.
 *
 * @param names what they are called, by id, in the shop's order
 */
public record States(Map<String, String> names) {

    /** The field for orders that are held. */
    public static final String HELD = "heldState";

    private static final String RELEASED = "releasedState";

    /** The field for orders that are cancelled. */
    public static final String CANCELLED = "cancelledState";

    /** What such a platform asks for beside its keys. */
    public static final List<Credential> CHOICES = List.of(
            Credential.optionalOpen(HELD), Credential.optionalOpen(RELEASED), Credential.optionalOpen(CANCELLED));

    public States {
        names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    }

    /** Whether somebody chose the state a message needs; notes and parcels need none. */
    public static boolean chosen(Kind kind, String text, Map<String, String> credentials) {
        return Set.of(Kind.NOTE, Kind.TRACKING).contains(kind)
                || !credentials.getOrDefault(field(kind, text), "").isBlank();
    }

    /** The id of the state a message asks for; empty: none was chosen, or the shop has it no more. */
    public Optional<String> target(Access access, WriteBack message) {
        return id(access.credential(field(message.kind(), message.text())));
    }

    /** Sees whether the states that were typed are there. */
    public void check(Access access) {
        for (Credential choice : CHOICES) {
            String typed = access.credential(choice.name());
            if (!typed.isBlank() && id(typed).isEmpty()) {
                throw PlatformTrouble.noSuchState("„" + typed + "” – " + String.join(", ", names.values()));
            }
        }
    }

    private Optional<String> id(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return names.entrySet().stream()
                .filter(state -> state.getKey().equals(wanted)
                        || state.getValue().strip().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String field(Kind kind, String text) {
        if (kind == Kind.CANCELLATION) return CANCELLED;
        return switch (WriteBack.Standing.valueOf(text)) {
            case HELD -> HELD;
            case RELEASED -> RELEASED;
        };
    }
}
