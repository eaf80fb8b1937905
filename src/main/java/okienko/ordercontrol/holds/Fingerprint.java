package okienko.ordercontrol.holds;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;

/**
 * What a hold was found by, in a few letters: a hold a person settled stays settled while this stays the same. It is made
 * of the values of the fields the finding concerns; where it is about facts outside the order (money that came in, a flag
 * on the customer's card), of the evidence too. Times are left out: they pass without anything having changed.
 */
final class Fingerprint {

    /** Findings that can change while the order stays as it is, and then are news to whoever settled them. */
    private static final Set<Reason> ABOUT_FACTS = Set.of(
            ReasonCode.UNDERPAID,
            ReasonCode.OVERPAID,
            ReasonCode.PAYMENT_CURRENCY_MISMATCH,
            ReasonCode.CUSTOMER_FLAGGED,
            ReasonCode.DUPLICATE_ORDER,
            ReasonCode.DUPLICATE_CUSTOMER,
            ReasonCode.CHANGED_AFTER_RELEASE,
            ReasonCode.RULE_ERROR);

    private static final int LETTERS = 32;

    static String of(Finding finding, Fields fields) {
        StringBuilder text = new StringBuilder(finding.reason().name());
        for (String path : finding.fields()) {
            text.append('\n').append(path).append('=').append(fields.at(path));
        }
        if (finding.reason() instanceof Reason.Custom || ABOUT_FACTS.contains(finding.reason())) {
            new TreeMap<>(finding.evidence()).forEach((name, value) -> {
                if (!(value instanceof Instant))
                    text.append('\n').append(name).append(':').append(value);
            });
        }
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, LETTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private Fingerprint() {}
}
