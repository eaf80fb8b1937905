package okienko.reference;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Random;
import okienko.customers.CustomerFile;
import okienko.payments.PaymentFile;
import okienko.stock.StockFile;
import okienko.stock.StockLevel;
import okienko.ui.Words;
import org.junit.jupiter.api.Test;

class SheetTest {

    @Test
    void everyDialectAndEncodingSaysTheSame() {
        String polish = "Symbol;Ilość;Data dostawy;W dostawie\r\nA-1;1 200;30.11.2026;5\r\n\r\nB-2;0;;\r\n";
        for (byte[] file : new byte[][] {
            polish.getBytes(UTF_8),
            polish.getBytes(Charset.forName("windows-1250")),
            ("\ufeff" + polish).getBytes(UTF_8),
            ("\ufeff" + polish.replace(';', '\t')).getBytes(UTF_16LE),
            "Артикул;Наличност;Дата на доставка;due\nA-1;1200;2026-11-30;5\nB-2;0;;\n"
                    .getBytes(Charset.forName("windows-1251")),
            "[{\"sku\":\"A-1\",\"onHand\":1200,\"dueOn\":\"2026-11-30\",\"dueQuantity\":5},{\"sku\":\"B-2\",\"onHand\":0}]"
                    .getBytes(UTF_8),
            "{\"sku\":\"A-1\",\"onHand\":1200,\"dueOn\":\"2026-11-30\",\"dueQuantity\":5}\n{\"sku\":\"B-2\",\"onHand\":0}"
                    .getBytes(UTF_8)
        }) {
            Reading<StockLevel> read = StockFile.read(file);
            assertThat(read.problems()).isEmpty();
            assertThat(read.entries())
                    .containsExactly(
                            new StockLevel("A-1", 1200, 5, java.time.LocalDate.of(2026, 11, 30)),
                            new StockLevel("B-2", 0, 0, null));
        }
    }

    @Test
    void aBadLineIsNamedWithItsRemedyAndTheOthersAreKept() {
        var read = StockFile.read("sku,quantity\nA-1,12\n,3\nB-2,many\nC-3,1.5\nD-4,4\n".getBytes(UTF_8));
        assertThat(read.entries()).extracting(StockLevel::sku).containsExactly("A-1", "D-4");
        assertThat(read.problems())
                .extracting(Problem::line, Problem::field, Problem::value, Problem::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "sku", "", "required"),
                        org.assertj.core.groups.Tuple.tuple(4, "onHand", "many", "number"),
                        org.assertj.core.groups.Tuple.tuple(5, "onHand", "1.5", "count"));
        assertThat(read.problems().get(1).sentence(Words.in(Locale.ENGLISH)))
                .isEqualTo("onHand is “many”, not a number we understand. Write it as 12.");
    }

    @Test
    void aFileWithoutTheNeededColumnsSaysWhichHeadingsAreKnown() {
        var read = StockFile.read("colour,shape\nred,round\n".getBytes(UTF_8));
        assertThat(read.entries()).isEmpty();
        assertThat(read.problems()).extracting(Problem::kind).containsOnly("column");
    }

    @Test
    void amountsAreReadAsPeopleWriteThem() {
        var read = PaymentFile.read("""
                nr zamówienia;kwota;waluta
                1;1 234,56;PLN
                2;1,234.56;EUR
                3;"12,50 zł";
                4;-7;CZK
                """.getBytes(UTF_8));
        assertThat(read.problems()).isEmpty();
        assertThat(read.entries())
                .extracting(each -> each.payment().amount().toString())
                .containsExactly("1234.56 PLN", "1234.56 EUR", "12.50 PLN", "-7.00 CZK");
    }

    @Test
    void garbageIsRefusedAndNeverThrows() {
        Random random = new Random(17);
        String[] seeds = {
            "sku;onHand\n", "[{\"sku\":", "{\"sku\":\"A\",\"onHand\":", "reference,flags\n", "\"", "amount\n-,,"
        };
        for (int i = 0; i < 20_000; i++) {
            byte[] noise = new byte[random.nextInt(120)];
            random.nextBytes(noise);
            if (i % 2 == 0) {
                for (int j = 0; j < noise.length; j++)
                    noise[j] = (byte) ";,\n\"'{}[]:.-0129aA@| \t".charAt(noise[j] & 15);
            }
            byte[] seed = seeds[random.nextInt(seeds.length)].getBytes(UTF_8);
            byte[] file = java.util.Arrays.copyOf(seed, seed.length + noise.length);
            System.arraycopy(noise, 0, file, seed.length, noise.length);
            assertThat(StockFile.read(file)).isNotNull();
            assertThat(PaymentFile.read(file)).isNotNull();
            assertThat(CustomerFile.read(file)).isNotNull();
        }
    }
}
