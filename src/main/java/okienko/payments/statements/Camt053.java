package okienko.payments.statements;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import okienko.payments.statements.Statement.Unread;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/**
 * camt.053 of ISO 20022, versions 2 to 8 alike: elements are known by their path and not by their namespace. What changed
 * with version 8 ({@code Sts/Cd}, {@code Dbtr/Pty/Nm}) is looked for beside the older place (schemas and samples of
 * genkgo/camt, MIT, looked at 2026-11-28). A document type or an entity is refused: a statement needs none.
 */
final class Camt053 {

    private static final int HEAD = 2_000;
    private static final int DEEPEST = 40;
    private static final int LONGEST_TEXT = 5_000;

    private final List<StatementLine> lines = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final List<String> path = new ArrayList<>();

    /** What the open statement, entry and transaction say, by the path below them; the first value of each. */
    private final Map<String, String> statement = new HashMap<>();

    private final Map<String, String> entry = new HashMap<>();
    private final List<Map<String, String>> transactions = new ArrayList<>();
    private int entryLine;

    private Camt053() {}

    static boolean looksLike(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
        return head.replace("\0", "").contains("<") && head.contains("BkToCstmr");
    }

    static Statement read(byte[] file) {
        Camt053 reader = new Camt053();
        int line = 1;
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(file));
            while (xml.hasNext()) {
                int event = xml.next();
                line = Math.max(1, xml.getLocation().getLineNumber());
                reader.take(event, xml, line);
            }
        } catch (XMLStreamException e) {
            reader.unread.add(new Unread(line, "XML", String.valueOf(e.getMessage())));
        }
        return new Statement("CAMT053", reader.lines, reader.unread);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private void take(int event, XMLStreamReader xml, int line) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.DTD -> throw new XMLStreamException("a document type is not allowed");
            case XMLStreamConstants.START_ELEMENT -> {
                if (path.size() >= DEEPEST) throw new XMLStreamException("nested deeper than " + DEEPEST);
                path.add(xml.getLocalName());
                start(xml, line);
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text(xml.getText());
            case XMLStreamConstants.END_ELEMENT -> {
                if (path.getLast().equals("Ntry")) close();
                path.removeLast();
            }
            default -> {}
        }
    }

    private void start(XMLStreamReader xml, int line) {
        switch (path.getLast()) {
            case "Stmt", "Rpt" -> statement.clear();
            case "Ntry" -> {
                entry.clear();
                transactions.clear();
                entryLine = line;
            }
            case "TxDtls" -> transactions.add(new HashMap<>());
            default -> {}
        }
        String currency = xml.getAttributeValue(null, "Ccy");
        if (currency != null) note("@" + path.getLast(), currency);
    }

    private void text(String text) {
        String value = text.strip();
        if (!value.isEmpty()) note("", value.length() > LONGEST_TEXT ? value.substring(0, LONGEST_TEXT) : value);
    }

    /** Several {@code Ustrd} are one title; of everything else the first counts. */
    private void note(String attribute, String value) {
        int details = path.lastIndexOf("TxDtls");
        int inside = path.lastIndexOf("Ntry");
        int start = details >= 0 ? details : inside >= 0 ? inside : path.lastIndexOf("Stmt");
        if (start < 0) start = path.lastIndexOf("Rpt");
        if (start < 0) return;
        Map<String, String> into = details >= 0 ? transactions.getLast() : inside >= 0 ? entry : statement;
        String key = String.join("/", path.subList(start + 1, path.size())) + attribute;
        if (key.endsWith("Ustrd")) into.merge(key, value, (one, more) -> one + " " + more);
        else into.putIfAbsent(key, value);
    }

    private void close() {
        String state = first(entry, "Sts", "Sts/Cd");
        if (state.equals("PDNG") || state.equals("INFO")) return; // not booked: comes again when it is
        LocalDate on = date(first(entry, "ValDt/Dt", "ValDt/DtTm", "BookgDt/Dt", "BookgDt/DtTm"));
        List<Map<String, String>> parts = transactions.isEmpty() ? List.of(Map.of()) : transactions;
        for (Map<String, String> part : parts) {
            Money amount = amount(part, parts.size() == 1);
            if (on == null || amount == null) {
                String value = on == null ? first(entry, "ValDt/Dt", "BookgDt/Dt") : first(entry, "Amt");
                unread.add(new Unread(entryLine, on == null ? "ValDt" : "Amt", value));
            } else {
                lines.add(line(part, on, amount));
            }
        }
    }

    private StatementLine line(Map<String, String> part, LocalDate on, Money amount) {
        boolean in = amount.minor() >= 0;
        String side = in ? "Dbtr" : "Cdtr";
        String payer = first(
                part,
                "RltdPties/" + side + "/Nm",
                "RltdPties/" + side + "/Pty/Nm",
                "RltdPties/Ultmt" + side + "/Nm",
                "RltdPties/Ultmt" + side + "/Pty/Nm");
        String account = first(part, "RltdPties/" + side + "Acct/Id/IBAN", "RltdPties/" + side + "Acct/Id/Othr/Id");
        String title = (first(part, "RmtInf/Ustrd") + " " + first(part, "RmtInf/Strd/CdtrRefInf/Ref")).strip();
        if (title.isEmpty()) title = first(part, "AddtlTxInf");
        if (title.isEmpty()) title = first(entry, "AddtlNtryInf");
        String endToEnd = first(part, "Refs/EndToEndId");
        if (!endToEnd.isEmpty() && !endToEnd.equals("NOTPROVIDED")) title = (title + " " + endToEnd).strip();
        String reference = first(part, "Refs/AcctSvcrRef", "Refs/TxId", "Refs/InstrId");
        if (reference.isEmpty()) reference = first(entry, "AcctSvcrRef", "NtryRef");
        return new StatementLine(
                entryLine,
                first(statement, "Acct/Id/IBAN", "Acct/Id/Othr/Id"),
                on,
                amount,
                reference,
                title,
                payer,
                account,
                "");
    }

    /** A transaction's own amount; the entry's where there is only one. */
    private @Nullable Money amount(Map<String, String> part, boolean alone) {
        String written = first(part, "Amt", "AmtDtls/TxAmt/Amt");
        String currency = first(part, "Amt@Amt", "AmtDtls/TxAmt/Amt@Amt");
        if (written.isEmpty() || alone) {
            if (!alone) return null;
            written = first(entry, "Amt");
            currency = first(entry, "Amt@Amt");
        }
        String direction = first(part, "CdtDbtInd");
        if (direction.isEmpty()) direction = first(entry, "CdtDbtInd");
        try {
            Money amount = Money.of(new BigDecimal(written), currency);
            return direction.equals("DBIT") ? new Money(-amount.minor(), currency) : amount;
        } catch (IllegalArgumentException | ArithmeticException e) {
            return null;
        }
    }

    private static @Nullable LocalDate date(String written) {
        try {
            return written.length() < 10 ? null : LocalDate.parse(written.substring(0, 10));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String first(Map<String, String> values, String... keys) {
        for (String key : keys) {
            String value = values.get(key);
            if (value != null) return value;
        }
        return "";
    }
}
