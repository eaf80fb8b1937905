package okienko.connections;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures of calls from outside, compared in a time that says nothing about how much of one was right. */
public final class Signatures {

    /** Whether the signature is the HMAC-SHA256 of the body in Base64, as WooCommerce and Shopify send it. */
    public static boolean base64(byte[] body, String secret, String signature) {
        return !secret.isEmpty() && same(Base64.getEncoder().encodeToString(hmac(body, secret)), signature);
    }

    /** Whether the signature is the HMAC-SHA256 of the body in hexadecimal. */
    public static boolean hex(byte[] body, String secret, String signature) {
        return !secret.isEmpty() && same(HexFormat.of().formatHex(hmac(body, secret)), signature);
    }

    /** Whether two texts are the same. */
    public static boolean same(String ours, String theirs) {
        return MessageDigest.isEqual(ours.getBytes(StandardCharsets.UTF_8), theirs.getBytes(StandardCharsets.UTF_8));
    }

    /** HMAC-SHA256. */
    public static byte[] hmac(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java runtime has HmacSHA256", e);
        }
    }

    private Signatures() {}
}
