package okienko.payments.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Random;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 27);
    private static final String TITLE = "zamówienie nr 104523, dziękuję i pozdrawiam";

    @ParameterizedTest
    @ValueSource(strings = {"IBM852", "windows-1250", "ISO-8859-2", "UTF-8"})
    void theCodePageShowsInThePolishLetters(String page) {
        String text = new BankFiles(DAY)
                .free("C", "129,99", "MB1", "Łucja Źrebięć", TITLE)
                .mt940();
        StatementLine line = only(text.getBytes(Charset.forName(page)));
        assertThat(line.payer()).isEqualTo("Łucja Źrebięć");
        assertThat(line.title()).isEqualTo(TITLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM852", "windows-1250", "ISO-8859-2"})
    void capitalsAreReadAsWell(String page) {
        String text = new BankFiles(DAY)
                .free("C", "1,00", "MB1", "ŻANETA GĄSIOR", "ZAMÓWIENIE")
                .mt940();
        assertThat(only(text.getBytes(Charset.forName(page))).payer()).isEqualTo("ŻANETA GĄSIOR");
    }

    @Test
    void freeTextHasLabels() {
        var file = new BankFiles(DAY).free("C", "129,99", "MB170", "JAN NOWAK UL. SOLNA 4", TITLE);
        StatementLine line = only(bytes(file));
        assertThat(line.account()).isEqualTo(BankFiles.ACCOUNT);
        assertThat(line.bookedOn()).isEqualTo(DAY);
        assertThat(line.amount()).isEqualTo(Money.of("129.99", "PLN"));
        assertThat(line.reference()).isEqualTo("MB170");
        assertThat(line.payerAccount()).isEqualTo(file.payerAccount);
    }

    @Test
    void aCollectingAccountSaysForWhom() {
        var file = new BankFiles(DAY)
                .raw(
                        ":61:2611271127CN0,01NTRFNONREF//MB1\r\n911-TRANSAKCJA IPH\r\n:86:911 TRANSAKCJA COLLECT; ID IPH: "
                                + "XX000000104523; Z RACH.: \r\n56114010810000267002001001; OD: JAN KOT; TYT.: PRZELEW SRODKOW;");
        assertThat(only(bytes(file)).collectId()).isEqualTo("XX000000104523");
    }

    @ParameterizedTest
    @ValueSource(chars = {'~', '<', '?', '^', '+'})
    void subFieldsStandBehindWhateverSignTheBankTakes(char separator) {
        var file = new BankFiles(DAY).parted(separator, "C", "129,99", "ANNA NOWAK", TITLE);
        StatementLine line = only(bytes(file));
        assertThat(line.title()).isEqualTo(TITLE);
        assertThat(line.payer()).isEqualTo("ANNA NOWAK");
        assertThat(line.payerAccount()).isEqualTo("PL" + file.payerAccount);
    }

    @Test
    void aReversedDebitComesInAndAReversedCreditGoesOut() {
        var file = new BankFiles(DAY)
                .free("RD", "5,00", "MB1", "BANK", "a")
                .free("RC", "6,00", "MB2", "BANK", "b")
                .free("D", "7,", "MB3", "BANK", "c");
        assertThat(Statement.read(bytes(file)).lines())
                .extracting(line -> line.amount().toString())
                .containsExactly("5.00 PLN", "-6.00 PLN", "-7.00 PLN");
    }

    @Test
    void oneUnreadableLineCostsOnlyItself() {
        var file = new BankFiles(DAY)
                .free("C", "5,00", "MB1", "JAN", "a")
                .raw(":61:261399C5,00NTRF\r\n:86:nothing")
                .raw(":61:hello")
                .free("C", "6,00", "MB2", "JAN", "b");
        Statement read = Statement.read(bytes(file));
        assertThat(read.lines()).hasSize(2);
        assertThat(read.unread()).extracting(Statement.Unread::field).containsExactly(":61: date", ":61:");
        assertThat(read.unread()).extracting(Statement.Unread::value).containsExactly("261399C5,00NTRF", "hello");
    }

    @Test
    void theIntradayLineIsTheDaysLine() {
        var lines = new BankFiles(DAY).free("C", "129,99", "MB1", "JAN NOWAK", TITLE);
        StatementLine early = only(lines.mt942().getBytes(StandardCharsets.UTF_8));
        StatementLine late = only(lines.mt940().getBytes(StandardCharsets.UTF_8));
        assertThat(early.fingerprint(0)).isEqualTo(late.fingerprint(0));
        assertThat(early.fingerprint(0)).isNotEqualTo(late.fingerprint(1));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void everyVersionOfCamtIsRead(int version) {
        StatementLine line =
                only(BankFiles.camt(version, "129.99", TITLE, "Anna Nowak").getBytes(StandardCharsets.UTF_8));
        assertThat(line.title()).isEqualTo(TITLE);
        assertThat(line.payer()).isEqualTo("Anna Nowak");
        assertThat(line.amount()).isEqualTo(Money.of("129.99", "PLN"));
        assertThat(line.account()).isEqualTo(BankFiles.ACCOUNT);
        assertThat(line.reference()).isEqualTo("E1");
    }

    @Test
    void aDocumentTypeIsRefused() {
        String evil = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
                + BankFiles.camt(2, "1.00", "&e;", "x").replaceFirst("<\\?xml.*\\?>\\s*", "");
        Statement read = Statement.read(evil.getBytes(StandardCharsets.UTF_8));
        assertThat(read.lines()).isEmpty();
        assertThat(read.unread()).isNotEmpty();
    }

    @Test
    void whatIsNotBookedYetIsLeftOut() {
        String pending = BankFiles.camt(2, "1.00", "x", "y").replace("BOOK", "PDNG");
        assertThat(Statement.read(pending.getBytes(StandardCharsets.UTF_8)).lines())
                .isEmpty();
    }

    @Test
    void garbageIsNeverMoreThanUnreadable() {
        Random random = new Random(7);
        byte[] mt940 = bytes(
                new BankFiles(DAY).free("C", "129,99", "MB1", "JAN", TITLE).parted('~', "C", "5,00", "ANNA", TITLE));
        byte[] camt = BankFiles.camt(8, "129.99", TITLE, "Anna").getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 4_000; round++) {
            byte[] file = (round % 2 == 0 ? mt940 : camt).clone();
            for (int i = 0; i <= random.nextInt(12); i++)
                file[random.nextInt(file.length)] = (byte) random.nextInt(256);
            Statement read = Statement.read(java.util.Arrays.copyOf(file, random.nextInt(file.length + 1)));
            read.lines().forEach(line -> assertThat(line.fingerprint(0)).hasSize(32));
        }
        byte[] noise = new byte[5_000];
        for (int round = 0; round < 200; round++) {
            random.nextBytes(noise);
            assertThat(Statement.read(noise).lines()).isEmpty();
        }
    }

    private static byte[] bytes(BankFiles file) {
        return file.mt940().getBytes(StandardCharsets.UTF_8);
    }

    private static StatementLine only(byte[] file) {
        Statement read = Statement.read(file);
        assertThat(read.unread()).isEmpty();
        assertThat(read.lines()).hasSize(1);
        return read.lines().getFirst();
    }
}
