package okienko.orders;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import okienko.orders.UnreadableOrder.Problem;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalJsonTest {

    private static final String SMALLEST = """
            {"channel":"web","externalId":"7","placedAt":"2026-11-23T10:00:00+01:00","currency":"pln",
             "lines":[{"name":"Kubek","quantity":1,"unitPrice":10.10}],"total":10.10}""";

    @Test
    void whatIsWrittenReadsBackTheSame() {
        RandomOrders orders = new RandomOrders(1);
        for (int i = 0; i < 5_000; i++) {
            Order order = orders.next("web", "x" + i);
            String written = CanonicalJson.write(order);
            assertThat(CanonicalJson.read(CanonicalJson.parse(written.getBytes(UTF_8))))
                    .isEqualTo(order);
            assertThat(CanonicalJson.write(CanonicalJson.read(written))).isEqualTo(written);
        }
    }

    @Test
    void theSmallestOrderNeedsSixFields() {
        Order order = read(SMALLEST);
        assertThat(order.number()).isEqualTo("7");
        assertThat(order.placedAt()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(order.total()).isEqualTo(Money.of("10.10", "PLN"));
        assertThat(order.payment().paid()).isNull();
        assertThat(order.payment().form()).isEqualTo(Order.PaymentForm.UNKNOWN);
        assertThat(order.invoice()).isEqualTo(Order.Invoice.NONE);
        assertThat(order.dispatchBy()).isNull();
    }

    @Test
    void theChannelsTimesStayWhenAnythingElseOfTheOrderIsOtherwise() {
        Order timed = read(SMALLEST.replace(
                "\"total\":10.10",
                "\"total\":10.10,\"dispatchBy\":\"2026-11-24T22:59:59Z\",\"cancelledAfter\":\"2026-12-03T22:59:59Z\""));
        assertThat(timed.dispatchBy()).isEqualTo("2026-11-24T22:59:59Z");
        assertThat(timed.cancelledAfter()).isEqualTo("2026-12-03T22:59:59Z");
        Order changed = timed.with(timed.delivery(), timed.payment()).cancelled();
        assertThat(changed.dispatchBy()).isEqualTo(timed.dispatchBy());
        assertThat(changed.cancelledAfter()).isEqualTo(timed.cancelledAfter());
    }

    @Test
    void numbersNeverPassThroughFloatingPoint() {
        assertThat(read(SMALLEST.replace("\"total\":10.10", "\"total\":9007199254.93"))
                        .total()
                        .minor())
                .isEqualTo(900_719_925_493L);
        assertThat(read(SMALLEST.replace("\"total\":10.10", "\"total\":1e2"))
                        .total()
                        .minor())
                .isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"total\":10.10|\"total\":\"10,10\"|NOT_AN_AMOUNT|total",
                "\"total\":10.10|\"total\":\"10.105\"|TOO_PRECISE|total",
                "\"total\":10.10|\"total\":1e999|NOT_AN_AMOUNT|total",
                "\"total\":10.10|\"total\":1e-999999999|NOT_AN_AMOUNT|total",
                "\"total\":10.10|\"total\":99999999999999|TOO_LARGE|total",
                "\"total\":10.10|\"total\":-1|NEGATIVE|total",
                "\"total\":10.10|\"total\":{\"amount\":\"1\",\"currency\":\"EUR\"}|OTHER_CURRENCY|total",
                "\"total\":10.10|\"x\":1|MISSING|total",
                "\"externalId\":\"7\"|\"externalId\":\" \"|MISSING|externalId",
                "\"currency\":\"pln\"|\"currency\":\"zł\"|NOT_A_CURRENCY|currency",
                "2026-11-23T10:00:00+01:00|2026-11-23 10:00|NOT_A_TIME|placedAt",
                "\"total\":10.10|\"total\":10.10,\"dispatchBy\":\"tomorrow\"|NOT_A_TIME|dispatchBy",
                "\"quantity\":1|\"quantity\":1.5|NOT_A_QUANTITY|lines[0].quantity",
                "\"quantity\":1|\"quantity\":0|NOT_A_QUANTITY|lines[0].quantity",
                "10.10}]|true}]|NOT_AN_AMOUNT|lines[0].unitPrice",
                "\"channel\":\"web\"|\"channel\":{}|NOT_TEXT|channel",
                "\"channel\":\"web\"|\"buyer\":7|MISSING|channel",
                "\"channel\":\"web\"|\"channel\":\"web\",\"buyer\":7|NOT_AN_OBJECT|buyer",
                "\"channel\":\"web\"|\"channel\":\"web\",\"buyer\":{\"address\":{\"country\":\"Polska\"}}|NOT_A_COUNTRY|buyer.address.country",
                "\"channel\":\"web\"|\"channel\":\"web\",\"status\":\"LOST\"|NOT_A_CHOICE|status",
                "\"channel\":\"web\"|\"channel\":\"web\",\"channel\":\"x\"|NOT_JSON|line 1, column 27"
            })
    void aWrongFieldIsNamedWithItsValue(String from, String to, Problem problem, String field) {
        assertThatThrownBy(() -> read(SMALLEST.replace(from, to))).isInstanceOfSatisfying(UnreadableOrder.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.field()).isEqualTo(field);
        });
    }

    @Test
    void whatPostgresqlCannotStoreIsCleaned() {
        Order order = read(SMALLEST.replace("Kubek", "K\\u0000ub\\ud83dek🙂"));
        assertThat(order.lines().getFirst().name()).isEqualTo("Kub\uFFFDek🙂");
    }

    @Test
    void garbageIsUnreadableAndNothingElse() {
        Random random = new Random(2);
        byte[] good = SMALLEST.getBytes(UTF_8);
        for (int i = 0; i < 20_000; i++) {
            byte[] bad = good.clone();
            for (int hits = random.nextInt(1, 6); hits > 0; hits--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt();
            }
            try {
                CanonicalJson.read(CanonicalJson.parse(bad));
            } catch (UnreadableOrder expected) {
                assertThat(expected.field()).isNotNull();
            }
        }
    }

    private static Order read(String json) {
        return CanonicalJson.read(CanonicalJson.parse(json.getBytes(UTF_8)));
    }
}
