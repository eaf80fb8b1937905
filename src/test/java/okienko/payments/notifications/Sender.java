package okienko.payments.notifications;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.Map;
import okienko.payments.notifications.Provider.Notice;
import okienko.vocabulary.Money;
import tools.jackson.databind.json.JsonMapper;

/** Writes and signs notifications as each provider does. */
record Sender(Provider provider, SigningKeys keys, ProviderSimulator simulator, long now) {

    static final String SECRET = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";

    Account account(String name) {
        boolean confirms = provider.confirms();
        return new Account(
                name,
                provider.name(),
                provider.needsMerchant() ? ProviderSimulator.MERCHANT : "",
                confirms ? ProviderSimulator.CRC : SECRET,
                confirms ? ProviderSimulator.API_KEY : "",
                simulator.address());
    }

    Notice paid(String payment, String order, Money amount) {
        return switch (provider.name()) {
            case "PAYU" -> payU(payment, order, amount, "COMPLETED");
            case "PRZELEWY24" -> przelewy24(payment, order, amount);
            case "TPAY" -> tpay(payment, order, amount, "TRUE");
            default -> stripe(payment, order, amount, "payment_intent.succeeded");
        };
    }

    Notice payU(String payment, String order, Money amount, String status) {
        byte[] body = Digests.bytes("{\n  \"order\": {\"orderId\": \"" + payment + "\", \"extOrderId\": \"" + order
                + "\", \"merchantPosId\": \"" + ProviderSimulator.MERCHANT + "\", \"currencyCode\": \""
                + amount.currency() + "\", \"totalAmount\": \"" + amount.minor() + "\", \"status\": \"" + status
                + "\"}}");
        String hash = Digests.of("MD5", body, Digests.bytes(SECRET));
        return new Notice(body, "sender=checkout;signature=" + hash + ";algorithm=MD5;content=DOCUMENT");
    }

    private static Notice przelewy24(String payment, String order, Money amount) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("merchantId", Long.valueOf(ProviderSimulator.MERCHANT));
        fields.put("posId", Long.valueOf(ProviderSimulator.MERCHANT));
        fields.put("sessionId", order + "|żółć/" + payment);
        fields.put("amount", amount.minor());
        fields.put("originAmount", amount.minor());
        fields.put("currency", amount.currency());
        fields.put("orderId", Long.valueOf(payment));
        fields.put("methodId", 154);
        fields.put("statement", "p24-A12-B34");
        fields.put("crc", ProviderSimulator.CRC);
        String sign = Digests.of("SHA-384", Digests.bytes(JsonMapper.shared().writeValueAsString(fields)));
        fields.remove("crc");
        fields.put("sign", sign);
        return new Notice(Digests.bytes(JsonMapper.shared().writeValueAsString(fields)), "");
    }

    Notice tpay(String payment, String order, Money amount, String status) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("id", ProviderSimulator.MERCHANT);
        form.put("tr_id", payment);
        form.put("tr_date", "2026-11-28 09:27:59");
        form.put("tr_crc", order);
        form.put("tr_amount", amount.amount().toPlainString());
        form.put("tr_paid", amount.amount().toPlainString());
        form.put("tr_desc", "Zamówienie żółte " + order);
        form.put("tr_status", status);
        String signed = ProviderSimulator.MERCHANT + payment + amount.amount().toPlainString() + order;
        form.put("md5sum", Digests.of("MD5", Digests.bytes(signed + SECRET)));
        StringBuilder body = new StringBuilder();
        form.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        byte[] bytes = Digests.bytes(body.toString());
        try {
            return new Notice(bytes, keys.jws(simulator.address() + "/x509/notifications-jws.pem", bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Notice stripe(String payment, String order, Money amount, String type) {
        byte[] body = Digests.bytes("{\"id\":\"evt_" + payment + "\",\"type\":\"" + type
                + "\",\"data\":{\"object\":{\"id\":\"pi_" + payment + "\",\"amount_received\":" + amount.minor()
                + ",\"currency\":\"" + amount.currency().toLowerCase(java.util.Locale.ROOT)
                + "\",\"metadata\":{\"order_id\":\"" + order + "\"}}}}");
        String hash = Digests.hmacSha256(SECRET, Digests.bytes(now + "."), body);
        return new Notice(body, "t=" + now + ",v1=" + "0".repeat(64) + ",v1=" + hash);
    }
}
