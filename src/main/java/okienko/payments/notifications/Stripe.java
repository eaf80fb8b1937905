package okienko.payments.notifications;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import okienko.payments.notifications.Provider.Heard;
import okienko.vocabulary.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe: {@code Stripe-Signature: t=…,v1=…}, the HMAC-SHA256 of {@code t.rawBody} under the endpoint's signing secret; no
 * older and no newer than five minutes, the tolerance of Stripe's own libraries. Events repeat and come in any order: the
 * event's id tells a repeated one. The order's number is read from the metadata {@code order_number}, else {@code
 * order_id}.
 */
final class Stripe implements Provider {

    private static final long TOLERANCE_SECONDS = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "STRIPE";
    }

    @Override
    public String label() {
        return "Stripe";
    }

    @Override
    public String address() {
        return "https://api.stripe.com";
    }

    @Override
    public String signatureHeader() {
        return "Stripe-Signature";
    }

    @Override
    public boolean needsMerchant() {
        return false;
    }

    @Override
    public int refusal() {
        return 400;
    }

    @Override
    public Heard read(Notice notice, Account account, Surroundings surroundings) {
        String time = "";
        List<String> given = new ArrayList<>();
        for (String part : notice.signature().split(",", -1)) {
            if (part.strip().startsWith("t=")) time = part.strip().substring(2);
            if (part.strip().startsWith("v1=")) given.add(part.strip().substring(3));
        }
        if (!time.matches("[0-9]{1,12}")) return new Heard.Refused("Stripe-Signature: t='" + time + "'");
        String expected = Digests.hmacSha256(account.secret(), Digests.bytes(time + "."), notice.body());
        boolean genuine = false;
        for (String each : given) genuine |= Digests.same(expected, each);
        if (!genuine) return new Heard.Refused("Stripe-Signature");
        if (Math.abs(surroundings.now() - Long.parseLong(time)) > TOLERANCE_SECONDS) {
            return new Heard.Refused("Stripe-Signature: t=" + time + " is not within five minutes");
        }
        return event(notice);
    }

    private static Heard event(Notice notice) {
        try {
            JsonNode event = JSON.readTree(notice.body());
            String id = event.path("id").asString("");
            String type = event.path("type").asString("");
            if (!type.equals("payment_intent.succeeded")) return new Heard.Ignored(id, type);
            JsonNode payment = event.path("data").path("object");
            JsonNode metadata = payment.path("metadata");
            String order = metadata.path("order_number")
                    .asString(metadata.path("order_id").asString(""));
            Money amount = new Money(
                    payment.path("amount_received").asLong(0),
                    payment.path("currency").asString("").toUpperCase(Locale.ROOT));
            return new Heard.Paid(id, payment.path("id").asString(""), order, amount, "");
        } catch (JacksonException | IllegalArgumentException e) {
            return new Heard.Ignored(Digests.of("SHA-256", notice.body()), "unreadable: " + e.getMessage());
        }
    }
}
