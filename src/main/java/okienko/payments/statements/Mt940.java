package okienko.payments.statements;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.payments.statements.Statement.Unread;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * MT940 and its intraday sister MT942, as Polish banks write them: without the envelope of SWIFT, with a control byte in
 * front, several accounts in a file. Fields by mBank's description (http://docplayer.pl/605075, read 2026-11-28). Read by
 * hand and not by a library, because one unreadable line must not cost the other nine thousand; see
 * docs/decisions/0020.
 */
final class Mt940 {

    private static final Pattern TAG = Pattern.compile("^:([0-9]{2}[A-Z]?):(.*)$");

    /** Value date, entry date, credit or debit with its reversals, funds code, amount, type, our and the bank's reference. */
    private static final Pattern MOVEMENT = Pattern.compile(
            "^([0-9]{6})([0-9]{4})?(R?[CD])([A-Z])?([0-9]{1,15}(?:,[0-9]{0,3})?)([A-Z][A-Z0-9]{3})?(.*)$");

    private static final Pattern BALANCE = Pattern.compile("^[CD][0-9]{6}([A-Z]{3}).*$");
    private static final Pattern FLOOR = Pattern.compile("^([A-Z]{3})[CD]?[0-9,]*$");

    private final List<StatementLine> lines = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private String account = "";
    private String currency = "PLN";
    private @Nullable Movement open;

    /** A :61: whose :86: may follow. */
    private record Movement(int line, LocalDate on, Money amount, String reference) {}

    private record Field(int line, String tag, String text) {}

    private Mt940() {}

    static boolean looksLike(String text) {
        return text.lines().limit(200).anyMatch(line -> line.startsWith(":25:") || line.startsWith(":20:"));
    }

    static Statement read(String text) {
        Mt940 reader = new Mt940();
        for (Field field : fields(text)) reader.take(field);
        reader.close("");
        return new Statement("MT940", reader.lines, reader.unread);
    }

    /** A field goes on until the next tag, or the dash that ends a message. */
    private static List<Field> fields(String text) {
        List<Field> fields = new ArrayList<>();
        int number = 0;
        int start = 0;
        String tag = "";
        StringBuilder content = new StringBuilder();
        for (String line : text.split("\\R", -1)) {
            number++;
            Matcher begins = TAG.matcher(line);
            boolean ends = line.equals("-") || line.startsWith("-}") || line.startsWith("{1:");
            if (begins.matches() || ends) {
                if (!tag.isEmpty()) fields.add(new Field(start, tag, content.toString()));
                tag = ends ? "" : begins.group(1);
                start = number;
                content.setLength(0);
                if (!ends) content.append(begins.group(2));
            } else if (!tag.isEmpty()) {
                content.append('\n').append(line);
            }
        }
        if (!tag.isEmpty()) fields.add(new Field(start, tag, content.toString()));
        return fields;
    }

    private void take(Field field) {
        switch (field.tag()) {
            case "25" -> account = field.text().strip().replaceFirst("^/", "");
            case "60F", "60M" -> currency(BALANCE.matcher(field.text()));
            case "34F" -> currency(FLOOR.matcher(field.text()));
            case "61" -> movement(field);
            case "86" -> close(field.text());
            default -> close("");
        }
    }

    private void currency(Matcher found) {
        close("");
        if (found.matches()) currency = found.group(1);
    }

    private void movement(Field field) {
        close("");
        String first = field.text().lines().findFirst().orElse("");
        Matcher found = MOVEMENT.matcher(first);
        if (!found.matches()) {
            unread.add(new Unread(field.line(), ":61:", first));
            return;
        }
        LocalDate on = date(found.group(1));
        Money amount = amount(found.group(5));
        if (on == null || amount == null) {
            unread.add(new Unread(field.line(), on == null ? ":61: date" : ":61: amount", first));
            return;
        }
        // a debit taken back comes in, a credit taken back goes out
        boolean in = found.group(3).equals("C") || found.group(3).equals("RD");
        String references = found.group(7);
        int bank = references.indexOf("//");
        String reference = bank < 0 ? "" : references.substring(bank + 2).strip();
        open = new Movement(field.line(), on, in ? amount : new Money(-amount.minor(), currency), reference);
    }

    private void close(String described) {
        Movement movement = open;
        if (movement == null) return;
        open = null;
        Description said = Description.of(described);
        lines.add(new StatementLine(
                movement.line(),
                account,
                movement.on(),
                movement.amount(),
                movement.reference(),
                said.title(),
                said.payer(),
                said.account(),
                said.collectId()));
    }

    private @Nullable Money amount(String written) {
        try {
            Currency.getInstance(currency);
            return Money.of(new BigDecimal(written.replaceFirst(",$", "").replace(',', '.')), currency);
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String written) {
        try {
            return LocalDate.of(
                    2000 + Integer.parseInt(written.substring(0, 2)),
                    Integer.parseInt(written.substring(2, 4)),
                    Integer.parseInt(written.substring(4, 6)));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
