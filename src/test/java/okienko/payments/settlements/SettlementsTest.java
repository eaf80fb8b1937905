package okienko.payments.settlements;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.orders.Order.PaymentForm;
import okienko.orders.Order.Status;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.payments.PaidShop;
import okienko.payments.Payments;
import okienko.payments.settlements.Settlement.State;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class SettlementsTest {

    private final String number =
            Long.toString(1_000_000_000L + ThreadLocalRandom.current().nextLong(8_000_000_000L));

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Autowired
    Settlements settlements;

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Test
    void aParcelClosesItsOrderOnce() {
        OrderKey order = shop().order(number, "Anna Nowak", "129.99", PaymentForm.CASH_ON_DELIVERY, Status.PLACED);
        settlements.take(List.of(settlement("129.99")), "ola");
        settlements.take(List.of(settlement("129.99")), "ola");
        assertThat(received(order)).containsExactly("129.99 PLN");
        assertThat(state()).isEqualTo(State.CLOSED);
    }

    @Test
    void anotherAmountIsBookedAndShown() {
        OrderKey order = shop().order(number, "Anna Nowak", "129.99", PaymentForm.CASH_ON_DELIVERY, Status.PLACED);
        settlements.take(List.of(settlement("100.00")), "ola");
        assertThat(received(order)).containsExactly("100.00 PLN");
        assertThat(state()).isEqualTo(State.DIFFERENT);
    }

    @Test
    void anOrderPaidOtherwiseAndAnUnknownOneAreShown() {
        settlements.take(List.of(settlement("129.99")), "ola");
        assertThat(state()).isEqualTo(State.UNKNOWN_ORDER);
        PaidShop shop = shop();
        shop.order(number + "5", "Anna Nowak", "10.00");
        var other = new Settlement("DPD", number + "5", "", number + "5", Money.of("10.00", "PLN"), Instant.now());
        settlements.take(List.of(other), "ola");
        assertThat(settlements.list(State.NOT_COD, 0))
                .anyMatch(row -> row.settlement().parcel().equals(number + "5"));
    }

    @Test
    void aManagerBringsACouriersFileIn() {
        OrderKey order = shop().order(number, "Anna Nowak", "129.99", PaymentForm.CASH_ON_DELIVERY, Status.PLACED);
        OrderKey less = shop().order(number + "7", "Jan Kot", "80.00", PaymentForm.CASH_ON_DELIVERY, Status.PLACED);
        byte[] file = ("Nr przesyłki;Kwota pobrania;Numer zamówienia;Data przelewu;Kurier\r\n" + number + "1;129,99;"
                        + number + ";2026-11-27;DPD\r\n" + number + "2;79,00;" + number + "7;2026-11-27;DPD\r\n")
                .getBytes(java.nio.charset.Charset.forName("windows-1250"));
        try (Visitor marek = browser.signedIn(world.marek(), World.PASSWORD, Look.in("pl"))) {
            Page page = marek.open("/reference/settlements/uploads");
            marek.audit();
            page.setInputFiles("input[type=file]", new FilePayload("dpd.csv", "text/csv", file));
            page.locator("form[enctype] button[type=submit]").first().click();
            page.locator("form[action$='/application'] button").first().click();
            page.waitForURL(url -> !url.contains("/application"));
            page.waitForLoadState();
            marek.open("/payments/settlements?state=DIFFERENT");
            assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(number + "7")))
                    .isVisible();
            marek.audit();
            marek.fits();
            marek.screenshot("settlements-pl");
        }
        assertThat(received(order)).containsExactly("129.99 PLN");
        assertThat(received(less)).containsExactly("79.00 PLN");
    }

    private PaidShop shop() {
        return new PaidShop(orders, world.channel(), Instant.now());
    }

    private Settlement settlement(String amount) {
        return new Settlement("DPD", number, "Z/1", number, Money.of(amount, "PLN"), Instant.now());
    }

    private State state() {
        for (State state : State.values()) {
            boolean here = settlements.list(state, 0).stream()
                    .anyMatch(row -> row.settlement().parcel().equals(number));
            if (here) return state;
        }
        throw new AssertionError("no settlement " + number);
    }

    private List<String> received(OrderKey order) {
        return payments.received(List.of(order)).getOrDefault(order, List.of()).stream()
                .map(each -> each.amount().toString())
                .toList();
    }
}
