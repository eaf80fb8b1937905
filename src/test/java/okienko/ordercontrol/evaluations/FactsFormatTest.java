package okienko.ordercontrol.evaluations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;

class FactsFormatTest {

    private static final int MANY = 2_000;

    private static final FactsReader.Shared NOTHING_SHARED =
            new FactsReader.Shared(List.of(), List.of(), ExchangeRates.NONE);

    /** Written by format 1 on the day it was introduced; it is read for as long as there are such rows. */
    private static final String FORMAT_1 =
            "0280f1abb00d80a8de751a4575726f70652f57617273617788f0abb00d80a8de7502000208632d31"
                    + "371a416e696120c5bbc3b3c582c4870020616e6961406578616d706c652e636f6d182b3438363030"
                    + "31303032303000060202184f50454e5f444953505554450a6b7562656b02a4c50200020677656204"
                    + "3136043136e0b8abb00d80a8de7502064b2d3104143131392e393820504c4e028ccb0106504c4e80"
                    + "f1abb00d80a8de75087061797506702d310202064b2d31064b2d310a4b7562656b02de5d06504c4e"
                    + "020202c80602c801b401b40102064b2d320202064b2d310e041402e6c402";

    @Test
    void whateverTheFactsTheyReadBackTheSame() {
        RandomFacts random = new RandomFacts(20261125);
        for (int i = 0; i < MANY; i++) {
            Facts facts = random.next();
            FactsReader.Shared shared = new FactsReader.Shared(
                    SharedForms.terms(SharedForms.terms(facts.courierTerms())),
                    SharedForms.services(SharedForms.services(facts.deliveryServices())),
                    SharedForms.rates(SharedForms.rates(facts.rates())));
            assertThat(FactsReader.read(FactsWriter.write(facts, "").bytes(), shared))
                    .isEqualTo(facts);
        }
    }

    @Test
    void theSameFactsALittleLaterAreTheSame() {
        RandomFacts random = new RandomFacts(7);
        for (int i = 0; i < MANY; i++) {
            Facts facts = random.next();
            Facts later = facts.at(facts.now().plus(Duration.ofMinutes(5)));
            long hash = FactsWriter.write(facts, "HELD").hash();
            assertThat(FactsWriter.write(later, "HELD").hash()).isEqualTo(hash);
            assertThat(FactsWriter.write(later, "RELEASED").hash()).isNotEqualTo(hash);
            assertThat(FactsWriter.write(random.next(), "HELD").hash()).isNotEqualTo(hash);
        }
    }

    @Test
    void factsOfTheFirstFormatStayReadable() {
        assertThat(FactsReader.read(HexFormat.of().parseHex(FORMAT_1), NOTHING_SHARED))
                .isEqualTo(ania());
    }

    @Test
    void factsOfALaterFormatAreRefused() {
        byte[] bytes = FactsWriter.write(ania(), "").bytes();
        bytes[0] = 100;
        assertThatThrownBy(() -> FactsReader.read(bytes, NOTHING_SHARED)).hasMessageContaining("older than its data");
    }

    @Test
    void anOrdinaryOrderTakesAFewHundredBytes() {
        assertThat(FactsWriter.write(ania(), "").bytes().length).isLessThan(300);
    }

    private static Facts ania() {
        Instant noon = Instant.parse("2026-11-24T12:00:00.123456Z");
        Customer ania = new Customer(
                "c-17",
                "Ania Żółć",
                "",
                "ania@example.com",
                "+48600100200",
                "",
                3,
                1,
                List.of(new CustomerFlag(CustomerFlag.Kind.OPEN_DISPUTE, "kubek", LocalDate.of(2026, 12, 31))));
        return new Facts(
                noon,
                ZoneId.of("Europe/Warsaw"),
                noon.minusSeconds(60),
                new Recognition(ania, List.of()),
                List.of(another(noon.minusSeconds(3_600))),
                List.of(new IncomingPayment(Money.of("129.98", "PLN"), noon, "payu", "p-1")),
                Map.of(
                        "K-1",
                        new Article(
                                "K-1",
                                "Kubek",
                                Money.of("59.99", "PLN"),
                                1,
                                420,
                                new Article.Size(100, 90, 90),
                                List.of("K-2"))),
                Map.of("K-1", new Availability(7, 2, 10, LocalDate.of(2026, 11, 30))),
                ExchangeRates.NONE,
                List.of(),
                List.of(),
                1,
                null);
    }

    private static Facts.OtherOrder another(Instant placedAt) {
        return new Facts.OtherOrder(new OrderKey("web", "16"), "16", placedAt, Map.of("K-1", 2), "119.98 PLN", true);
    }
}
