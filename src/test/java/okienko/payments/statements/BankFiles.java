package okienko.payments.statements;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** Writes statements as banks do, for tests. */
final class BankFiles {

    static final String ACCOUNT = "PL61109010140000071219812874";
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");

    private final List<String> lines = new ArrayList<>();
    private final LocalDate day;

    /** Of whoever pays: one file's own, since the office remembers for whom an account has paid. */
    final String payerAccount =
            "2711402004" + ThreadLocalRandom.current().nextLong(1_000_000_000_000_000L, 10_000_000_000_000_000L);

    BankFiles(LocalDate day) {
        this.day = day;
    }

    /** A line as mBank describes it. */
    BankFiles free(String sign, String amount, String reference, String payer, String title) {
        lines.add(":61:" + SHORT.format(day) + "1128" + sign + "N" + amount + "NTRFNONREF//" + reference
                + "\r\n911-PRZELEW PRZYCHODZĄCY"
                + "\r\n:86:911 PRZELEW PRZYCHODZĄCY; Z RACH.: \r\n" + payerAccount + "; OD: " + payer
                + "; TYT.: " + title + "; \r\nTNR: 179171073864111.010001");
        return this;
    }

    /** A line with sub-fields behind a separator; the title cut at 27 characters as banks do. */
    BankFiles parted(char separator, String sign, String amount, String payer, String title) {
        StringBuilder field = new StringBuilder(":86:020").append(separator).append("00PRZELEW");
        int code = 20;
        for (int from = 0; from < title.length(); from += 27) {
            field.append("\r\n").append(separator).append(code++);
            field.append(title, from, Math.min(title.length(), from + 27));
        }
        field.append("\r\n").append(separator).append("3010902590");
        field.append(separator).append("32").append(payer);
        field.append("\r\n").append(separator).append("38PL").append(payerAccount);
        lines.add(":61:" + SHORT.format(day) + sign + amount + "S020NONREF\r\n" + field);
        return this;
    }

    BankFiles raw(String line) {
        lines.add(line);
        return this;
    }

    String mt940() {
        return "\u0001\r\n:20:ST" + SHORT.format(day) + "CYC/1\r\n:25:" + ACCOUNT + "\r\n:28C:1/1\r\n:60F:C"
                + SHORT.format(day)
                + "PLN100,00\r\n" + String.join("\r\n", lines) + "\r\n:62F:C" + SHORT.format(day)
                + "PLN200,00\r\n:64:C" + SHORT.format(day) + "PLN200,00\r\n-\r\n\u0003";
    }

    /** The intraday statement of the same lines. */
    String mt942() {
        return "\u0001\r\n:20:ST" + SHORT.format(day) + "CYC/0001\r\n:25:" + ACCOUNT
                + "\r\n:28C:1/1\r\n:34F:PLN0\r\n:13D:"
                + SHORT.format(day) + "1815+0100\r\n" + String.join("\r\n", lines)
                + "\r\n:90D:0PLN0,00\r\n:90C:3PLN0,03\r\n-\r\n";
    }

    /** One entry of a camt.053 in the shape of version 2, or of version 8. */
    static String camt(int version, String amount, String title, String payer) {
        boolean newer = version >= 8;
        String state = newer ? "<Sts><Cd>BOOK</Cd></Sts>" : "<Sts>BOOK</Sts>";
        String name = newer ? "<Pty><Nm>" + payer + "</Nm></Pty>" : "<Nm>" + payer + "</Nm>";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.0%d"><BkToCstmrStmt><Stmt><Id>1</Id>
                <Acct><Id><IBAN>%s</IBAN></Id><Ccy>PLN</Ccy></Acct>
                <Ntry><Amt Ccy="PLN">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>%s
                <BookgDt><Dt>2026-11-27</Dt></BookgDt><ValDt><Dt>2026-11-27</Dt></ValDt><AcctSvcrRef>E1</AcctSvcrRef>
                <NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
                <RltdPties><Dbtr>%s</Dbtr><DbtrAcct><Id><IBAN>PL27114020040000300201355387</IBAN></Id></DbtrAcct></RltdPties>
                <RmtInf><Ustrd>%s</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>
                </Stmt></BkToCstmrStmt></Document>
                """.formatted(version, ACCOUNT, amount, state, name, title);
    }
}
