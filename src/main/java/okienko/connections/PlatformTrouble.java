package okienko.connections;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something went wrong between the office and a platform; nothing is lost by it. */
public final class PlatformTrouble extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final Duration LONGEST_ASKED_REST = Duration.ofHours(6);
    private static final int DOUBLINGS_MAX = 12;

    private final Kind kind;
    private final transient @Nullable Duration retryAfter;

    /** What went wrong. */
    public enum Kind {
        /** It cannot be reached or does not work just now. */
        UNAVAILABLE,
        /** We asked too often. */
        LIMITED,
        /** It does not let us in: a person has to look at the credentials. */
        REFUSED,
        /** Somebody has to confirm at the platform that the office may come in; what it said is where. */
        UNCONFIRMED,
        /** It has no state of that name; what it said is which one, and which there are. */
        NO_SUCH_STATE,
        /** It answers otherwise than it should. */
        ODD
    }

    private PlatformTrouble(Kind kind, String said, @Nullable Duration retryAfter) {
        super(said);
        this.kind = kind;
        this.retryAfter = retryAfter;
    }

    /** It cannot be reached just now. */
    public static PlatformTrouble unavailable(String said) {
        return new PlatformTrouble(Kind.UNAVAILABLE, said, null);
    }

    /** It asks to be left alone for so long; null: it does not say how long. */
    public static PlatformTrouble limited(String said, @Nullable Duration retryAfter) {
        return new PlatformTrouble(Kind.LIMITED, said, retryAfter);
    }

    /** It does not let us in. */
    public static PlatformTrouble refused(String said) {
        return new PlatformTrouble(Kind.REFUSED, said, null);
    }

    /** Somebody has to confirm the access at this address. */
    public static PlatformTrouble unconfirmed(String address) {
        return new PlatformTrouble(Kind.UNCONFIRMED, address, null);
    }

    /** It has no state that was chosen: which one, and which there are. */
    public static PlatformTrouble noSuchState(String said) {
        return new PlatformTrouble(Kind.NO_SUCH_STATE, said, null);
    }

    /** It answers what we do not understand. */
    public static PlatformTrouble odd(String said) {
        return new PlatformTrouble(Kind.ODD, said, null);
    }

    /**
     * How long the platform is left alone now: as long as it asks, or twice as long as the last time.
     *
     * @param failures in a row before this one
     */
    public Duration rest(int failures, Duration shortest, Duration longest) {
        Duration asked = retryAfter;
        if (asked != null) return asked.compareTo(LONGEST_ASKED_REST) > 0 ? LONGEST_ASKED_REST : asked;
        Duration doubled = shortest.multipliedBy(1L << Math.min(failures, DOUBLINGS_MAX));
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** What went wrong. */
    public Kind kind() {
        return kind;
    }

    /** What the other side said. */
    public String said() {
        return String.valueOf(getMessage());
    }

    /** How long it asked to be left alone; null where it did not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
