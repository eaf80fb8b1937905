package okienko.payments.statements;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import okienko.vocabulary.Money;

/**
 * One movement as a statement tells it. Text that was not given is the empty string.
 *
 * @param line where it stands in the file, counted from 1
 * @param account ours
 * @param amount negative when it went out
 * @param reference the bank's own
 * @param payerAccount the other side's, letters and figures only
 * @param collectId what a collecting account adds to say for whom
 */
record StatementLine(
        int line,
        String account,
        LocalDate bookedOn,
        Money amount,
        String reference,
        String title,
        String payer,
        String payerAccount,
        String collectId) {

    private static final int LONGEST_TEXT = 1_000;

    StatementLine {
        title = shortened(title);
        payer = shortened(payer);
        reference = shortened(reference);
        account = account.replaceAll("[^A-Za-z0-9]", "");
        payerAccount = payerAccount.replaceAll("[^A-Za-z0-9]", "");
    }

    /**
     * By what a line is known again when another statement repeats it: the intraday statement's lines come back in the
     * day's. Blanks and ends of line do not count, since banks break the same text differently; what is the same twice in
     * one statement is two movements, told apart by their count.
     *
     * @param occurrence how many equal lines the same file has before this one
     */
    byte[] fingerprint(int occurrence) {
        String text = Normalizer.normalize((title + payer).toUpperCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("[^A-Z0-9]", "");
        String all = String.join(
                "|",
                account.replaceFirst("^PL(?=[0-9]{26}$)", ""),
                bookedOn.toString(),
                amount.toString(),
                reference,
                payerAccount,
                text,
                Integer.toString(occurrence));
        try {
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String shortened(String text) {
        String clean = text.replace('\0', ' ').strip();
        return clean.length() > LONGEST_TEXT ? clean.substring(0, LONGEST_TEXT) : clean;
    }
}
