package okienko.payments.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatcherTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 12);
    private static final String ACCOUNT = "PL10105000997603123456789123";

    private final List<OpenOrder> orders = new ArrayList<>();

    MatcherTest() {
        order("104523", "129.99", "Anna Nowak");
        order("104532", "129.99", "Piotr Zieliński");
        order("104600", "80.00", "Anna Nowak");
        order("ZAM/2026/11/00417", "59.90", "Jan Wójcik");
        order("XKBKNABJK", "210.00", "Ewa Lis");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "104523",
                "zamówienie nr 104523",
                "ZAM.104523 NOWAK",
                "zam104523",
                "Zamówienie #104523 tel. 601 234 567",
                "104 523",
                "nr zam.: 1045 23",
                "104523, NIP 525-000-10-09"
            })
    void theNumberAndTheAmountAreBeyondDoubt(String title) {
        assertThat(certain("129.99", title, "Anna Nowak")).containsExactly("104523");
    }

    @ParameterizedTest
    @CsvSource({
        "ZAM/2026/11/00417",
        "2026/11/00417",
        "zam-2026-11-00417",
        "11/00417",
        "zamówienie 00417",
    })
    void longNumbersMayBeShortened(String title) {
        assertThat(certain("59.90", title, "Jan Wójcik")).containsExactly("ZAM/2026/11/00417");
    }

    @Test
    void anOrderWhoseNumberHasNoLetterOrFigureIsMeantByNobody() {
        order("###", "500.00", "Olga Maj");
        assertThat(match("500.00", "przelew", "Budex Sp. z o.o.")).isInstanceOf(Match.None.class);
        assertThat(certain("129.99", "104523", "Anna Nowak")).containsExactly("104523");
    }

    @Test
    void whoeverPaysTheNumberAndTheAmountDecide() {
        assertThat(certain("210.00", "xkbknabjk", "Budex Sp. z o.o.")).containsExactly("XKBKNABJK");
    }

    @Test
    void aSlipOfTheFingerIsSureOnlyWithNameAndAmount() {
        assertThat(certain("210.00", "zam XKBKNABKJ", "LIS EWA UL. SOLNA 4")).containsExactly("XKBKNABJK");
        assertThat(proposed("210.00", "zam XKBKNABKJ", "Krzysztof Mazur")).containsExactly("XKBKNABJK");
        assertThat(match("209.00", "zam XKBKNABKJ", "Krzysztof Mazur")).isInstanceOf(Match.None.class);
    }

    @Test
    void aSlipThatHitsAnotherOrderOfTheSamePriceIsNeverBooked() {
        // Piotr's number with two figures exchanged is Anna's, and both owe the same
        assertThat(proposed("129.99", "zamówienie 104523", "Piotr Zieliński")).contains("104523", "104532");
        assertThat(proposed("129.99", "zamówienie 104523", "Drukpol")).contains("104523");
    }

    @Test
    void theAmountAloneSaysNothing() {
        assertThat(match("210.00", "zapłata", "Krzysztof Mazur")).isInstanceOf(Match.None.class);
    }

    @Test
    void nameAndAmountAreForAPersonToAgreeTo() {
        assertThat(proposed("80.00", "zapłata za zakupy", "Nowak Anna")).containsExactly("104600");
    }

    @Test
    void oneTransferPaysSeveralOrders() {
        assertThat(certain("209.99", "zam. 104523 i 104600", "Anna Nowak"))
                .containsExactlyInAnyOrder("104523", "104600");
        assertThat(certain("259.98", "zam. 104523/32", "Biuro Rachunkowe"))
                .containsExactlyInAnyOrder("104523", "104532");
        assertThat(proposed("200.00", "zam. 104523 i 104600", "Anna Nowak")).contains("104523", "104600");
    }

    @Test
    void severalTransfersPayOneOrder() {
        Matcher matcher = new Matcher(new OrderBook(orders));
        assertThat(matcher.match(transfer("29.99", "104523 cz. 1", "Anna Nowak")))
                .isInstanceOf(Match.Certain.class);
        assertThat(matcher.match(transfer("100.00", "104523 reszta", "Budex"))).isInstanceOf(Match.Certain.class);
        assertThat(matcher.match(transfer("129.99", "104523", "Anna Nowak"))).isInstanceOf(Match.Proposed.class);
    }

    @Test
    void underpaidIsSureWhenThePayerIsTheBuyer() {
        assertThat(certain("117.00", "zam 104523", "Anna Nowak")).containsExactly("104523");
        assertThat(proposed("117.00", "zam 104523", "Budex Sp. z o.o.")).containsExactly("104523");
    }

    @Test
    void farTooMuchIsForSomethingElseToo() {
        assertThat(proposed("500.00", "zam 104523", "Anna Nowak")).containsExactly("104523");
    }

    @Test
    void anInvoiceOfTheSameNumberIsNotTheOrder() {
        assertThat(proposed("129.99", "FV 104523/2026", "Hurtownia Opał")).contains("104523");
    }

    @Test
    void figuresOfATelephoneAreNoNumber() {
        assertThat(match("80.00", "tel. 104 600 123", "Krzysztof Mazur")).isInstanceOf(Match.None.class);
    }

    @Test
    void anAccountThatPaidBeforeIsSureWhileOneOrderIsOpen() {
        OrderBook book = new OrderBook(orders);
        book.learn(ACCOUNT, "Ewa Lis");
        assertThat(new Matcher(book).match(transfer("210.00", "zapłata", "E. Lis")))
                .isInstanceOf(Match.Certain.class);
        book = new OrderBook(orders);
        book.learn(ACCOUNT, "Anna Nowak"); // two of hers are open
        assertThat(new Matcher(book).match(transfer("80.00", "zapłata", "A. N.")))
                .isInstanceOf(Match.Proposed.class);
    }

    @Test
    void anOrderPlacedLaterWasNotPaid() {
        orders.replaceAll(each -> new OpenOrder(
                each.key(),
                each.number(),
                each.total(),
                each.due(),
                DAY.plusDays(1),
                each.buyer(),
                each.names(),
                each.handles(),
                true));
        assertThat(match("129.99", "104523", "Anna Nowak")).isInstanceOf(Match.None.class);
    }

    @Test
    void aCancelledOrderIsNeverBookedByItself() {
        OpenOrder lost = orders.removeFirst();
        orders.add(new OpenOrder(
                lost.key(),
                lost.number(),
                lost.total(),
                lost.due(),
                lost.placedOn(),
                lost.buyer(),
                lost.names(),
                lost.handles(),
                false));
        assertThat(proposed("129.99", "104523", "Anna Nowak")).contains("104523");
    }

    @Test
    void aCollectingAccountNamesTheOrder() {
        var transfer = new Transfer(money("129.99"), DAY, "PRZELEW SRODKOW", "JAN KOT", "", "XX000000104523");
        assertThat(new Matcher(new OrderBook(orders)).match(transfer)).isInstanceOf(Match.Certain.class);
    }

    @Test
    void anotherCurrencyIsNeverBookedByItself() {
        var euros = new Transfer(Money.of("129.99", "EUR"), DAY, "104523", "Anna Nowak", ACCOUNT, "");
        assertThat(new Matcher(new OrderBook(orders)).match(euros)).isInstanceOf(Match.Proposed.class);
    }

    private void order(String number, String total, String name) {
        Money due = money(total);
        orders.add(new OpenOrder(
                new OrderKey("web", "w-" + orders.size()),
                number,
                due,
                due,
                DAY.minusDays(2),
                name,
                List.of(name),
                List.of(),
                true));
    }

    private List<String> certain(String amount, String title, String payer) {
        return assertThat(match(amount, title, payer))
                .asInstanceOf(type(Match.Certain.class))
                .actual()
                .shares()
                .stream()
                .map(each -> each.order().number())
                .toList();
    }

    private List<String> proposed(String amount, String title, String payer) {
        return assertThat(match(amount, title, payer))
                .asInstanceOf(type(Match.Proposed.class))
                .actual()
                .candidates()
                .stream()
                .map(each -> each.order().number())
                .toList();
    }

    private Match match(String amount, String title, String payer) {
        return new Matcher(new OrderBook(orders)).match(transfer(amount, title, payer));
    }

    private static Transfer transfer(String amount, String title, String payer) {
        return new Transfer(money(amount), DAY, title, payer, ACCOUNT, "");
    }

    private static Money money(String amount) {
        return Money.of(amount, "PLN");
    }
}
