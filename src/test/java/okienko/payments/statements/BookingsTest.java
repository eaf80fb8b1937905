package okienko.payments.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import okienko.OfficeTest;
import okienko.World;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.payments.IncomingPayment;
import okienko.payments.PaidShop;
import okienko.payments.Payments;
import okienko.payments.statements.BankTransfer.State;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class BookingsTest {

    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
    private final String number =
            Long.toString(1_000_000_000L + ThreadLocalRandom.current().nextLong(8_000_000_000L));

    /** A name nobody else in this database has: half the buyers of the other tests are called Anna Nowak. */
    private final String payer = "Zenobia Ku" + letters(number);

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Autowired
    StatementFiles files;

    @Autowired
    StatementReader reader;

    @Autowired
    StatementFolder folder;

    @Autowired
    Transfers transfers;

    @Autowired
    Bookings bookings;

    @Autowired
    World world;

    @Test
    void aCertainTransferBooksItselfAndOnlyOnce() {
        OrderKey order = shop().order(number, payer, "129.99");
        BankFiles statement = file().free("C", "129,99", number, payer, "zamówienie nr " + number);
        read(statement.mt942());
        assertThat(received(order)).containsExactly("129.99 PLN");
        read(statement.mt940()); // the day's statement repeats the intraday one
        read(statement.mt940() + "\r\n"); // and somebody brings it in again under another name
        assertThat(received(order)).containsExactly("129.99 PLN");
    }

    @Test
    void theSameFileIsKnown() {
        byte[] body = file().free("C", "1,00", number, "JAN", number).mt940().getBytes(StandardCharsets.UTF_8);
        assertThat(files.keep(body, "a.sta", "upload", "ola").known()).isFalse();
        assertThat(files.keep(body, "b.sta", "folder", "").known()).isTrue();
    }

    @Test
    void equalLinesOfOneStatementAreTwoMovements() {
        OrderKey order = shop().order(number, payer, "100.00");
        BankFiles statement = file();
        statement.free("C", "50,00", "", payer, "zam " + number).free("C", "50,00", "", payer, "zam " + number);
        read(statement.mt940());
        assertThat(received(order)).containsExactly("50.00 PLN", "50.00 PLN");
    }

    @Test
    void oneTransferPaysThreeOrders() {
        PaidShop shop = shop();
        OrderKey first = shop.order(number, payer, "10.00");
        OrderKey second = shop.order(number + "7", payer, "20.00");
        OrderKey third = shop.order(number + "8", "Jan Kot", "30.00");
        String title = number + ", " + number + "7 i " + number + "8";
        read(file().free("C", "60,00", number, "BIURO RACHUNKOWE", title).mt940());
        assertThat(received(first)).containsExactly("10.00 PLN");
        assertThat(received(second)).containsExactly("20.00 PLN");
        assertThat(received(third)).containsExactly("30.00 PLN");
    }

    @Test
    void aTransferThatIsTakenBackCountsAgainstItsOrder() {
        OrderKey order = shop().order(number, payer, "129.99");
        read(file().free("C", "129,99", "A" + number, payer, number).mt940());
        read(file().free("D", "129,99", "A" + number, payer, "ZWROT " + number).mt940());
        assertThat(received(order)).containsExactly("129.99 PLN", "-129.99 PLN");
    }

    @Test
    void aPersonBooksAndTakesBack() {
        OrderKey order = shop().order(number, payer, "129.99");
        read(file().free("C", "129,90", number, "BUDEX SP Z O O", "zam " + number)
                .mt940());
        BankTransfer waiting = latest();
        assertThat(waiting.state()).isEqualTo(State.PROPOSED);
        assertThat(received(order)).isEmpty();
        assertThat(bookings.confirm(waiting, bookings.stored(List.of(order)), "ola"))
                .isTrue();
        assertThat(bookings.confirm(waiting, bookings.stored(List.of(order)), "marek"))
                .isFalse();
        assertThat(received(order)).containsExactly("129.90 PLN");
        assertThat(bookings.takeBack(latest(), "ola")).isTrue();
        assertThat(received(order)).containsExactly("129.90 PLN", "-129.90 PLN");
        assertThat(bookings.confirm(latest(), bookings.stored(List.of(order)), "ola"))
                .isTrue();
        assertThat(received(order)).containsExactly("129.90 PLN", "-129.90 PLN", "129.90 PLN");
    }

    @Test
    void anAccountAPersonBookedOnceIsKnown() {
        OrderKey order = shop().order(number, payer, "77.31");
        String account = "61" + number + "12345678901234";
        read(named(account, "77,31", "zapłata za zakupy"));
        BankTransfer waiting = latest();
        assertThat(waiting.state()).isEqualTo(State.PROPOSED);
        assertThat(bookings.confirm(waiting, bookings.stored(List.of(order)), "ola"))
                .isTrue();
        assertThat(transfers.find(waiting.id()).orElseThrow().settledBy()).isEqualTo("ola");
        OrderKey next = shop().order(number, payer, "55.17"); // the same buyer in another shop
        read(named(account, "55,17", "zapłata za zakupy"));
        assertThat(received(next)).containsExactly("55.17 PLN");
    }

    @Test
    void moneyForACancelledOrderWaitsForAPerson() {
        OrderKey order = shop().order(number, payer, "129.99", Order.PaymentForm.TRANSFER, Order.Status.CANCELLED);
        read(file().free("C", "129,99", number, payer, number).mt940());
        assertThat(latest().state()).isEqualTo(State.PROPOSED);
        assertThat(received(order)).isEmpty();
    }

    @Test
    void anOrderThatComesLaterFindsItsMoney() {
        read(file().free("C", "317,43", number, payer, "zam " + number).mt940());
        assertThat(latest().state()).isEqualTo(State.UNMATCHED);
        OrderKey order = shop().order(number, payer, "317.43");
        reader.matchAgain();
        assertThat(received(order)).containsExactly("317.43 PLN");
    }

    @Test
    void aFileInTheFolderIsTakenOnceItHasStoppedGrowing() throws Exception {
        OrderKey order = shop().order(number, payer, "12.00");
        var path = folder.path().resolve(number + ".sta");
        Files.writeString(path, file().free("C", "12,00", number, payer, number).mt940());
        folder.collect();
        folder.collect();
        reader.readNow();
        assertThat(received(order)).containsExactly("12.00 PLN");
        assertThat(path).doesNotExist();
        assertThat(folder.path().resolve("done").resolve(number + ".sta")).exists();
    }

    private String named(String account, String amount, String title) {
        return file().raw(":61:"
                        + java.time.format.DateTimeFormatter.ofPattern("yyMMdd").format(today) + "C" + amount
                        + "NTRFNONREF//" + number + "\r\n:86:911 PRZELEW; Z RACH.: " + account
                        + "; OD: " + payer + "; TYT.: "
                        + title)
                .mt940();
    }

    private static String letters(String figures) {
        return figures.chars()
                .mapToObj(each -> String.valueOf((char) (each - '0' + 'a')))
                .collect(Collectors.joining());
    }

    private PaidShop shop() {
        return new PaidShop(orders, world.channel(), Instant.now());
    }

    private BankFiles file() {
        return new BankFiles(today);
    }

    private void read(String text) {
        files.keep(text.getBytes(StandardCharsets.UTF_8), "wyciag.sta", "upload", "ola");
        reader.readNow();
    }

    /** What the bank calls by this test's number. */
    private BankTransfer latest() {
        for (State state : State.values()) {
            List<BankTransfer> found = transfers.list(state, number, 0);
            if (!found.isEmpty()) return found.getLast();
        }
        throw new AssertionError("no transfer " + number);
    }

    private List<String> received(OrderKey order) {
        return payments.received(List.of(order)).getOrDefault(order, List.of()).stream()
                .map(IncomingPayment::amount)
                .map(Money::toString)
                .toList();
    }
}
