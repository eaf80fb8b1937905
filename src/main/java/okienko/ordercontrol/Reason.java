package okienko.ordercontrol;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why an order is held: a code of the specification, or a rule the shop wrote itself. Its name is what is stored and sent. */
public sealed interface Reason permits ReasonCode, Reason.Custom {

    /** {@code UNPAID}, {@code CUSTOM:large-order}. */
    String name();

    /**
     * A rule of the shop's own.
     *
     * @param rule its short name, which never changes: small Latin letters, digits and dashes
     */
    record Custom(String rule) implements Reason {

        public static final String PREFIX = "CUSTOM:";

        /** What a short name may look like; it stands in addresses, files and filters. */
        public static final Pattern SHORT_NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?");

        public Custom {
            if (!SHORT_NAME.matcher(rule).matches()) {
                throw new IllegalArgumentException(
                        "'" + rule + "' is no short name of a rule: write 1 to 40 small Latin"
                                + " letters, digits and dashes, for example large-order");
            }
        }

        @Override
        public String name() {
            return PREFIX + rule;
        }

        @Override
        public String toString() {
            return name();
        }
    }

    /** The reason with a name; empty when there is none. */
    static Optional<Reason> find(String name) {
        if (name.startsWith(Custom.PREFIX)) {
            String rule = name.substring(Custom.PREFIX.length());
            return Custom.SHORT_NAME.matcher(rule).matches() ? Optional.of(new Custom(rule)) : Optional.empty();
        }
        return ReasonCode.find(name).map(Reason.class::cast);
    }

    /**
     * The reason with a name, which must be one.
     *
     * @throws IllegalArgumentException when it is none
     */
    static Reason of(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no reason"));
    }
}
