package okienko.connections;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okienko.orders.CanonicalJson;
import okienko.orders.UnreadableOrder;
import tools.jackson.databind.JsonNode;

/** What a platform answered. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way through: nobody compares or changes them
public record Reply(int status, HttpHeaders headers, byte[] body) {

    private static final int QUOTED_CHARACTERS = 300;

    /** Whether it said yes. */
    public boolean ok() {
        return status / 100 == 2;
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body of a yes as JSON, numbers as they were written; anything else is trouble. */
    public JsonNode json() {
        if (!ok()) throw odd();
        try {
            return CanonicalJson.parse(body);
        } catch (UnreadableOrder e) {
            throw PlatformTrouble.odd("no JSON: " + quoted());
        }
    }

    /** The trouble that this answer is where nobody expected it. */
    public PlatformTrouble odd() {
        return PlatformTrouble.odd(quoted());
    }

    /** The answer in short, for people. */
    public String quoted() {
        String text = new String(body, 0, Math.min(body.length, QUOTED_CHARACTERS), StandardCharsets.UTF_8);
        return ("HTTP " + status + " " + text.strip()).strip();
    }
}
