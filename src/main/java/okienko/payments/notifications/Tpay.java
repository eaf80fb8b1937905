package okienko.payments.notifications;

import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import okienko.payments.notifications.Provider.Heard;
import okienko.vocabulary.Money;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tpay: a form whose {@code md5sum} is md5(id + tr_id + tr_amount + tr_crc + security code), and a detached JWS in {@code
 * X-JWS-Signature} (RS256) over the raw body. Its {@code x5u} names the certificate, which must lie at Tpay's own address
 * and be signed by Tpay's root beside it (tpay-com/tpay-openapi-php; the addresses of both were seen in clients of public
 * repositories, read 2026-11-28). Both have to be right. The answer is the word TRUE, else it is sent again. Tpay settles
 * in zloty.
 */
final class Tpay implements Provider {

    static final String ROOT = "/x509/tpay-jws-root.pem";
    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public String name() {
        return "TPAY";
    }

    @Override
    public String label() {
        return "Tpay";
    }

    @Override
    public String address() {
        return "https://secure.tpay.com";
    }

    @Override
    public String signatureHeader() {
        return "X-JWS-Signature";
    }

    @Override
    public boolean needsMerchant() {
        return true;
    }

    @Override
    public String understood() {
        return "TRUE";
    }

    @Override
    public String refused() {
        return "FALSE";
    }

    @Override
    public Heard read(Notice notice, Account account, Surroundings surroundings) {
        Map<String, String> form;
        try {
            form = form(new String(notice.body(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return new Heard.Refused("unreadable: " + e.getMessage());
        }
        String signed = field(form, "id") + field(form, "tr_id") + field(form, "tr_amount") + field(form, "tr_crc");
        String expected = Digests.of("MD5", Digests.bytes(signed + account.secret()));
        if (!Digests.same(expected, field(form, "md5sum"))) return new Heard.Refused("md5sum");
        if (!field(form, "id").equals(account.merchant())) return new Heard.Refused("id '" + field(form, "id") + "'");
        Optional<Heard> doubt = signature(notice, account, surroundings);
        if (doubt.isPresent()) return doubt.get();
        String payment = field(form, "tr_id");
        String status = field(form, "tr_status");
        String event = payment + ":" + status;
        if (!status.equals("TRUE") && !status.equals("PAID")) return new Heard.Ignored(event, status);
        if (field(form, "test_mode").equals("1")) return new Heard.Ignored(event, "test_mode");
        try {
            Money paid = Money.of(form.getOrDefault("tr_paid", field(form, "tr_amount")), "PLN");
            return new Heard.Paid(event, payment, field(form, "tr_crc"), paid, "");
        } catch (IllegalArgumentException | ArithmeticException e) {
            return new Heard.Ignored(event, "tr_paid '" + form.get("tr_paid") + "'");
        }
    }

    private static Optional<Heard> signature(Notice notice, Account account, Surroundings surroundings) {
        String[] parts = notice.signature().split("\\.", -1);
        if (parts.length != 3) return Optional.of(new Heard.Refused("X-JWS-Signature"));
        try {
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            String source = header.path("x5u").asString("");
            boolean ours = header.path("alg").asString("").equals("RS256")
                    && source.startsWith(account.address() + "/")
                    && !source.contains("..");
            if (!ours) return Optional.of(new Heard.Refused("x5u '" + source + "'"));
            Optional<String> own = surroundings.certificate(source);
            Optional<String> root = surroundings.certificate(account.address() + ROOT);
            if (own.isEmpty() || root.isEmpty()) return Optional.of(new Heard.Later("certificate " + source));
            X509Certificate certificate = certificate(own.get());
            certificate.verify(certificate(root.get()).getPublicKey());
            certificate.checkValidity(Date.from(Instant.ofEpochSecond(surroundings.now())));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(certificate.getPublicKey());
            String payload = Base64.getUrlEncoder().withoutPadding().encodeToString(notice.body());
            signature.update(Digests.bytes(parts[0] + "." + payload));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
                    ? Optional.empty()
                    : Optional.of(new Heard.Refused("X-JWS-Signature"));
        } catch (GeneralSecurityException | JacksonException | IllegalArgumentException e) {
            return Optional.of(new Heard.Refused("X-JWS-Signature: " + e.getMessage()));
        }
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Digests.bytes(pem)));
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals <= 0) continue;
            String value = URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8);
            form.putIfAbsent(URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8), value);
        }
        return form;
    }

    private static String field(Map<String, String> form, String name) {
        return form.getOrDefault(name, "");
    }
}
