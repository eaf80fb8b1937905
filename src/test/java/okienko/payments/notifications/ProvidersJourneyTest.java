package okienko.payments.notifications;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.payments.IncomingPayment;
import okienko.payments.PaidShop;
import okienko.payments.Payments;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class ProvidersJourneyTest {

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Accounts accounts;

    @Autowired
    Cashier cashier;

    @Autowired
    Notifications notifications;

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Autowired
    DSLContext db;

    @Test
    void anAdministratorConnectsAnAccountWhoseSecretIsNeverShown() {
        String name = world.unique("sklep").toLowerCase(java.util.Locale.ROOT);
        try (Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, Look.in("pl"))) {
            Page page = ada.open("/settings/providers");
            ada.audit();
            page.getByLabel("Przelewy24").check();
            page.fill("input[name=name]", name);
            page.fill("input[name=merchant]", "12345");
            page.fill("input[name=secret]", "klucz-crc-sklepu");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zapisz"))
                    .click();
            assertThat(page.getByText("Przelewy24 wymaga klucza do API")).isVisible();
            page.fill("input[name=secret]", "klucz-crc-sklepu");
            page.fill("input[name=apiKey]", "klucz-api-sklepu");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Zapisz"))
                    .click();
            assertThat(page.getByText("/notifications/przelewy24/" + name)).isVisible();
            assertThat(page.locator("body")).not().containsText("klucz-crc");
            ada.audit();
            ada.fits();
            ada.screenshot("providers-pl");
        }
        org.assertj.core.api.Assertions.assertThat(
                        accounts.find(name).orElseThrow().secret())
                .isEqualTo("klucz-crc-sklepu");
        String stored = db.fetchSingle("select secret from payments.provider_accounts where name = ?", name)
                .get(0, String.class);
        org.assertj.core.api.Assertions.assertThat(stored).isNotEmpty().doesNotContain("klucz");
    }

    @Test
    void aConsultantSettlesWhatDoesNotFit() {
        String number = world.unique("zam");
        OrderKey order = new PaidShop(orders, world.channel(), java.time.Instant.now())
                .order(number, "Zenobia Kulik", "129.98", Order.PaymentForm.ONLINE, Order.Status.PLACED);
        stripeSays(number, 12_000);
        try (Visitor ola = browser.signedIn(world.ola(), World.PASSWORD, Look.in("pl"))) {
            Page page = ola.open("/");
            page.getByText("Zobacz, które płatności nie zgadzają się z zamówieniami")
                    .click();
            page.locator(".chip[href$=MISMATCH]").click();
            Locator row = page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(number));
            assertThat(row).containsText("129,98");
            ola.audit();
            ola.fits();
            ola.screenshot("notifications-pl");
            row.getByRole(AriaRole.BUTTON).first().click();
            assertThat(row).isHidden();
            org.assertj.core.api.Assertions.assertThat(
                            payments.received(java.util.List.of(order)).get(order))
                    .extracting(IncomingPayment::amount)
                    .containsExactly(Money.of("120.00", "PLN"));
            ola.open("/payments/notifications?state=REFUND");
            ola.audit();
        }
    }

    /** Stripe reports a payment of so many grosze for an order. */
    private void stripeSays(String order, long amount) {
        Account account = new Account(world.unique("konto"), "STRIPE", "", Sender.SECRET, "", "https://api.stripe.com");
        accounts.save(account, "ada");
        long now = java.time.Instant.now().getEpochSecond();
        byte[] body = Digests.bytes("{\"id\":\"evt_" + account.name()
                + "\",\"type\":\"payment_intent.succeeded\",\"data\":{\"object\":{\"id\":\"pi_" + account.name()
                + "\",\"amount_received\":" + amount + ",\"currency\":\"pln\",\"metadata\":{\"order_id\":\"" + order
                + "\"}}}}");
        String signature = "t=" + now + ",v1=" + Digests.hmacSha256(Sender.SECRET, Digests.bytes(now + "."), body);
        long id = notifications.keep(account, body, signature);
        Provider stripe = Providers.named("STRIPE").orElseThrow();
        cashier.take(id, stripe, account, new Provider.Notice(body, signature));
    }
}
