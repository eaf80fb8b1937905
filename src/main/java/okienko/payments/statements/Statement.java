package okienko.payments.statements;

import java.util.List;

/**
 * What a file says.
 *
 * @param format MT940 (its intraday sister MT942 included) or CAMT053; empty when it is neither
 */
record Statement(String format, List<StatementLine> lines, List<Unread> unread) {

    /** What could not be read: where, which field, what stands there. */
    record Unread(int line, String field, String value) {

        private static final int LONGEST_VALUE = 200;

        Unread {
            String clean = value.replace('\0', ' ');
            value = clean.length() > LONGEST_VALUE ? clean.substring(0, LONGEST_VALUE) : clean;
        }
    }

    Statement {
        lines = List.copyOf(lines);
        unread = List.copyOf(unread);
    }

    /** Reads whatever a bank may have sent; a file that is none of it is a statement without a format. */
    static Statement read(byte[] file) {
        if (Camt053.looksLike(file)) return Camt053.read(file);
        String text = BankText.read(file);
        return Mt940.looksLike(text) ? Mt940.read(text) : new Statement("", List.of(), List.of());
    }
}
