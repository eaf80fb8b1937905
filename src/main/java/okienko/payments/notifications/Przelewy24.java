package okienko.payments.notifications;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import okienko.payments.notifications.Provider.Heard;
import okienko.vocabulary.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Przelewy24: {@code sign} in the body is the SHA-384 of compact JSON in a fixed order of keys, unicode and strokes not
 * escaped (the test vector of mnastalski/przelewy24-php, recomputed). A notification is a promise only: the money stays a
 * prepayment until {@code PUT /api/v1/transaction/verify} was answered with 200, signed in its own order of keys, with
 * the point of sale and the key of the interface as Basic credentials (docs.przelewy24.pl as collected in the channels'
 * research; clients of public repositories looked at 2026-11-28 differ in nothing but the user name, where some send the
 * merchant's number: it is the same one unless a shop has several points of sale).
 */
final class Przelewy24 implements Provider {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "PRZELEWY24";
    }

    @Override
    public String label() {
        return "Przelewy24";
    }

    @Override
    public String address() {
        return "https://secure.przelewy24.pl";
    }

    @Override
    public String signatureHeader() {
        return "";
    }

    @Override
    public boolean needsMerchant() {
        return true;
    }

    @Override
    public boolean confirms() {
        return true;
    }

    @Override
    public Heard read(Notice notice, Account account, Surroundings surroundings) {
        try {
            JsonNode body = JSON.readTree(notice.body());
            Map<String, Object> signed = new LinkedHashMap<>();
            for (String number : new String[] {"merchantId", "posId"})
                signed.put(number, body.path(number).asLong(0));
            signed.put("sessionId", body.path("sessionId").asString(""));
            for (String number : new String[] {"amount", "originAmount"})
                signed.put(number, body.path(number).asLong(0));
            signed.put("currency", body.path("currency").asString(""));
            for (String number : new String[] {"orderId", "methodId"})
                signed.put(number, body.path(number).asLong(0));
            signed.put("statement", body.path("statement").asString(""));
            signed.put("crc", account.secret());
            if (!Digests.same(sign(signed), body.path("sign").asString(""))) return new Heard.Refused("sign");
            String merchant = Long.toString(body.path("merchantId").asLong(0));
            if (!merchant.equals(account.merchant())) return new Heard.Refused("merchantId '" + merchant + "'");
            String payment = Long.toString(body.path("orderId").asLong(0));
            Money amount = new Money(
                    body.path("amount").asLong(0), body.path("currency").asString(""));
            String session = body.path("sessionId").asString("");
            return new Heard.Paid(payment, payment, order(session), amount, confirmation(body, account));
        } catch (JacksonException | IllegalArgumentException e) {
            return new Heard.Refused("unreadable: " + e.getMessage());
        }
    }

    /** Shops make a new session for every attempt and put what tells it apart behind a bar or a colon: 104523|2. */
    private static String order(String session) {
        int bar = session.indexOf('|');
        return bar > 0 ? session.substring(0, bar) : session;
    }

    private static String confirmation(JsonNode body, Account account) {
        Map<String, Object> signed = new LinkedHashMap<>();
        signed.put("sessionId", body.path("sessionId").asString(""));
        signed.put("orderId", body.path("orderId").asLong(0));
        signed.put("amount", body.path("amount").asLong(0));
        signed.put("currency", body.path("currency").asString(""));
        signed.put("crc", account.secret());
        String sign = sign(signed);
        signed.remove("crc"); // the key itself never leaves the house
        signed.put("merchantId", body.path("merchantId").asLong(0));
        signed.put("posId", body.path("posId").asLong(0));
        signed.put("sign", sign);
        return JSON.writeValueAsString(signed);
    }

    @Override
    public Optional<HttpRequest.Builder> confirmation(String confirmation, Account account) {
        String pos = JSON.readTree(confirmation).path("posId").asString("");
        String credentials = Base64.getEncoder().encodeToString(Digests.bytes(pos + ":" + account.apiKey()));
        return Optional.of(HttpRequest.newBuilder(URI.create(account.address() + "/api/v1/transaction/verify"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(confirmation)));
    }

    static String sign(Map<String, Object> signed) {
        return Digests.of("SHA-384", Digests.bytes(JSON.writeValueAsString(signed)));
    }
}
