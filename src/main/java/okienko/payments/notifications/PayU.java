package okienko.payments.notifications;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import okienko.payments.notifications.Provider.Heard;
import okienko.vocabulary.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * PayU: header {@code OpenPayu-Signature: sender=…;signature=…;algorithm=MD5;content=DOCUMENT}, the hash of the raw body
 * and the second key behind it (PayU's SDK and documentation as collected in the channels' research; the vectors were
 * recomputed). The algorithm is taken from a list of ours and not from whoever wrote the header. Repeated until answered
 * 200; money is there with COMPLETED, everything before is ignored.
 */
final class PayU implements Provider {

    private static final Map<String, String> ALGORITHMS =
            Map.of("MD5", "MD5", "SHA-256", "SHA-256", "SHA256", "SHA-256");
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "PAYU";
    }

    @Override
    public String label() {
        return "PayU";
    }

    @Override
    public String address() {
        return "https://secure.payu.com";
    }

    @Override
    public String signatureHeader() {
        return "OpenPayu-Signature";
    }

    @Override
    public boolean needsMerchant() {
        return true;
    }

    @Override
    public Heard read(Notice notice, Account account, Surroundings surroundings) {
        Map<String, String> parts = new HashMap<>();
        for (String part : notice.signature().split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0)
                parts.put(
                        part.substring(0, equals).strip(),
                        part.substring(equals + 1).strip());
        }
        String algorithm = ALGORITHMS.get(parts.getOrDefault("algorithm", "").toUpperCase(Locale.ROOT));
        if (algorithm == null) return new Heard.Refused("signature algorithm '" + parts.get("algorithm") + "'");
        String expected = Digests.of(algorithm, notice.body(), Digests.bytes(account.secret()));
        if (!Digests.same(expected, parts.getOrDefault("signature", ""))) return new Heard.Refused("signature");
        try {
            JsonNode order = JSON.readTree(notice.body()).path("order");
            String pos = order.path("merchantPosId").asString("");
            if (!pos.equals(account.merchant())) return new Heard.Refused("merchantPosId '" + pos + "'");
            String payment = order.path("orderId").asString("");
            String status = order.path("status").asString("");
            String event = payment + ":" + status;
            if (!status.equals("COMPLETED")) return new Heard.Ignored(event, status);
            Money amount = new Money(
                    Long.parseLong(order.path("totalAmount").asString("")),
                    order.path("currencyCode").asString(""));
            return new Heard.Paid(event, payment, order.path("extOrderId").asString(""), amount, "");
        } catch (JacksonException | IllegalArgumentException e) {
            return new Heard.Ignored(Digests.of("SHA-256", notice.body()), "unreadable: " + e.getMessage());
        }
    }
}
