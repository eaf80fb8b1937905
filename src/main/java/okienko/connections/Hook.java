package okienko.connections;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call from outside, as it came.
 *
 * @param query what stood behind the question mark of the address; empty: nothing
 * @param body byte for byte, which is what a signature is made over
 */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through: nobody compares or changes them
public record Hook(Map<String, String> headers, String query, byte[] body) {

    public Hook {
        Map<String, String> any = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        any.putAll(headers);
        headers = any;
    }

    /** A header, whatever its case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** What it is. */
    public sealed interface Verdict {

        /**
         * It was signed by the shop.
         *
         * @param delivery the shop's number of this delivery; empty: it gives none, and the body itself is taken
         * @param externalId the order it is about; empty: it does not say, and the office looks for news
         */
        record Genuine(String delivery, String topic, String externalId) implements Verdict {}

        /** A trial call that says nothing: answered kindly, not kept. */
        record Trial() implements Verdict {}

        /** Anybody may have sent it. */
        record Forged() implements Verdict {}
    }
}
