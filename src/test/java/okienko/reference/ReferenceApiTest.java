package okienko.reference;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.ApiKeys;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.payments.Payments;
import okienko.stock.Stock;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OfficeTest
class ReferenceApiTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    ApiKeys keys;

    @Autowired
    World world;

    @Autowired
    Payments payments;

    @Autowired
    Stock stock;

    private String key = "";

    @BeforeEach
    void aProgramHasAKey() {
        if (keys.create(world.unique("erp"), Set.of("reference:write")) instanceof ApiKeys.Made.Created(String made)) {
            key = made;
        }
    }

    @Test
    void nbpsTableIsTakenAsItsApiGivesIt() {
        String table = "999/A/NBP/1999";
        MvcTestResult done = put("exchange-rates", MediaType.APPLICATION_JSON, """
                [{"table":"A","no":"%s","effectiveDate":"1999-11-22","rates":[
                  {"currency":"euro","code":"EUR","mid":4.2512},{"currency":"forint","code":"HUF","mid":0.011234}]}]
                """.formatted(table));
        assertThat(done).hasStatusOk().bodyJson().extractingPath("$.refused").isEqualTo(0);
        ExchangeRates rates = payments.rates(LocalDate.of(1999, 11, 23));
        assertThat(rates.table()).isEqualTo(table);
        assertThat(rates.convert(Money.of("100.00", "EUR"), "PLN")).contains(Money.of("425.12", "PLN"));
    }

    @Test
    void nbpsArchiveIsTakenToo() {
        assertThat(put("exchange-rates", MediaType.parseMediaType("text/csv"), """
                data;1USD;100HUF;nr tabeli;pełny numer tabeli
                ;dolar;forint;;
                19981231;3,5000;1,6000;252;252/A/NBP/1998
                """))
                .hasStatusOk();
        assertThat(payments.rates(LocalDate.of(1999, 1, 1)).rates().get("HUF")).isEqualByComparingTo("0.016");
    }

    @Test
    void nbpsTwoKindsOfXmlAreTakenWithWhatIsCountedInHundreds() {
        assertThat(put("exchange-rates", MediaType.APPLICATION_XML, """
                <?xml version="1.0" encoding="UTF-8"?>
                <tabela_kursow typ="A" uid="97a226"><numer_tabeli>226/A/NBP/1997</numer_tabeli>
                  <data_publikacji>1997-11-20</data_publikacji>
                  <pozycja><nazwa_waluty>forint (Węgry)</nazwa_waluty><przelicznik>100</przelicznik>
                    <kod_waluty>HUF</kod_waluty><kurs_sredni>1,0953</kurs_sredni></pozycja></tabela_kursow>""")).hasStatusOk();
        assertThat(payments.rates(LocalDate.of(1997, 11, 21)).rates().get("HUF"))
                .isEqualByComparingTo("0.010953");
        assertThat(put("exchange-rates", MediaType.APPLICATION_XML, """
                <ArrayOfExchangeRatesTable><ExchangeRatesTable><Table>A</Table><No>227/A/NBP/1997</No>
                  <EffectiveDate>1997-11-21</EffectiveDate><Rates><Rate><Currency>euro</Currency><Code>EUR</Code>
                  <Mid>4.2512</Mid></Rate></Rates></ExchangeRatesTable></ArrayOfExchangeRatesTable>""")).hasStatusOk();
        ExchangeRates rates = payments.rates(LocalDate.of(1997, 11, 24));
        assertThat(rates.table()).isEqualTo("227/A/NBP/1997");
        assertThat(rates.rates()).containsOnlyKeys("EUR");
    }

    @Test
    void xmlThatIsNoneOrAnotherTableIsRefused() {
        assertThat(put("exchange-rates", MediaType.APPLICATION_XML, "<tabela_kursow><numer_tabeli>"))
                .hasStatus(422)
                .bodyText()
                .contains("XML");
        assertThat(put("exchange-rates", MediaType.APPLICATION_JSON, """
                [{"table":"B","no":"047/B/NBP/1997","effectiveDate":"1997-11-19","rates":[
                  {"currency":"balboa","code":"PAB","mid":3.9937}]}]
                """))
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("table");
    }

    @Test
    void goodLinesGoInAndBadOnesAreNamed() {
        String sku = world.unique("SKU");
        assertThat(put(
                        "catalogue",
                        MediaType.parseMediaType("text/csv"),
                        "sku,name,price,alternatives\n" + sku + ",Kubek,\"12,50\",A|B\nX-1,Talerz,cheap,\n"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("price");
        assertThat(put("catalogue", MediaType.parseMediaType("text/csv"), "sku,price\n" + sku + ",13.00\n"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.changed")
                .isEqualTo(1);
        var article = requireNonNull(stock.articles(Set.of(sku)).get(sku));
        assertThat(article.name()).isEqualTo("Kubek");
        assertThat(article.price()).isEqualTo(Money.of("13.00", "PLN"));
        assertThat(article.alternatives()).containsExactly("A", "B");
    }

    @Test
    void aPaymentToldTwiceIsBookedOnce() {
        OrderKey order = new OrderKey(world.channel(), "7");
        String line =
                "{\"channel\":\"%s\",\"externalId\":\"7\",\"amount\":\"19.99\",\"currency\":\"PLN\",\"source\":\"bank\",\"reference\":\"%s\"}"
                        .formatted(order.channel(), world.unique("ref"));
        put("payments", MediaType.APPLICATION_JSON, line);
        assertThat(put("payments", MediaType.APPLICATION_JSON, line))
                .bodyJson()
                .extractingPath("$.unchanged")
                .isEqualTo(1);
        assertThat(payments.received(List.of(order)).get(order))
                .extracting(IncomingPayment::amount)
                .containsExactly(Money.of("19.99", "PLN"));
    }

    @Test
    void whatCannotBeUsedIsAProblem() {
        assertThat(put("stock", MediaType.parseMediaType("text/csv"), "colour\nred\n"))
                .hasStatus(422)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(web.get().uri("/api/v1/stock")).hasStatus(401);
    }

    @Test
    void listsComePageByPage() {
        assertThat(web.get().uri("/api/v1/courier-terms?limit=2").header("Authorization", "Bearer " + key))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.next")
                .asString()
                .isNotEmpty();
    }

    private MvcTestResult put(String set, MediaType type, String body) {
        return web.put()
                .uri("/api/v1/" + set)
                .header("Authorization", "Bearer " + key)
                .contentType(type)
                .content(body)
                .exchange();
    }
}
