package okienko.payments.notifications;

import java.net.http.HttpRequest;
import java.util.Optional;
import okienko.vocabulary.Money;

/** A payment service provider: how it signs, what it says, what answer it wants. One class each, one contract test. */
interface Provider {

    /** Its name as stored, {@code PAYU}; in an address it is written small. */
    String name();

    /** The provider's own name for itself. */
    String label();

    /** Where it is reached when nothing else was entered. */
    String address();

    /** The header that carries the signature; empty when the body does. */
    String signatureHeader();

    /** Whether the shop's number is needed to check what it sends. */
    boolean needsMerchant();

    /** Whether it has to be told that its notification was understood. */
    default boolean confirms() {
        return false;
    }

    /** Checks and reads a notification; never throws, whatever the bytes. */
    Heard read(Notice notice, Account account, Surroundings surroundings);

    /** The body of the answer that says "understood". */
    default String understood() {
        return "";
    }

    /** The body of the answer that says "not believed"; it goes out with {@link #refusal}. */
    default String refused() {
        return "";
    }

    default int refusal() {
        return 401;
    }

    /** The request that confirms a payment. */
    default Optional<HttpRequest.Builder> confirmation(String confirmation, Account account) {
        return Optional.empty();
    }

    /** A notification as it came. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way through: nobody compares or changes them
    record Notice(byte[] body, String signature) {}

    /** What of the outside the check of a signature needs. */
    interface Surroundings {

        /** Now, in seconds since 1970. */
        long now();

        /** A certificate of the provider, fetched or kept; empty when it can't be had. */
        Optional<String> certificate(String address);
    }

    /** What was understood. */
    sealed interface Heard {

        /** Not from the provider, or not for this account. */
        record Refused(String why) implements Heard {}

        /** Cannot be checked at the moment: the provider shall send it again. */
        record Later(String why) implements Heard {}

        /** Genuine, and says nothing of money that arrived. */
        record Ignored(String event, String why) implements Heard {}

        /**
         * Money arrived.
         *
         * @param event the message's own id
         * @param payment the payment's
         * @param order the order's number as the shop gave it to the provider
         * @param confirmation what {@link Provider#confirmation} needs; empty when nothing has to be confirmed
         */
        record Paid(String event, String payment, String order, Money amount, String confirmation) implements Heard {}
    }
}
