package okienko.payments.notifications;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import okienko.TestClock;
import okienko.World;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.payments.IncomingPayment;
import okienko.payments.PaidShop;
import okienko.payments.Payments;
import okienko.payments.notifications.Notification.State;
import okienko.payments.notifications.Provider.Notice;
import okienko.vocabulary.Money;
import okienko.work.WorkItems;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** An office that providers notify, and their side of it. */
abstract class NotifiedOffice {

    static final Money PRICE = Money.of("129.99", "PLN");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static SigningKeys keys;
    static ProviderSimulator simulator;

    final String number =
            Long.toString(1_000_000_000L + ThreadLocalRandom.current().nextLong(8_000_000_000L));

    @Autowired
    Environment environment;

    @Autowired
    Accounts accounts;

    @Autowired
    Notifications notifications;

    @Autowired
    Cashier cashier;

    @Autowired
    Confirmations confirmations;

    @Autowired
    Orders orders;

    @Autowired
    Payments payments;

    @Autowired
    WorkItems work;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @BeforeAll
    static void open() throws Exception {
        keys = SigningKeys.make();
        simulator = new ProviderSimulator(keys);
    }

    @AfterAll
    static void shut() {
        simulator.close();
    }

    Sender sender(String name) {
        return new Sender(Providers.named(name).orElseThrow(), keys, simulator, now());
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    Account account(Sender sender) {
        Account account = sender.account(world.unique("konto"));
        accounts.save(account, "ada");
        return account;
    }

    PaidShop shop() {
        return new PaidShop(orders, world.channel(), Instant.now());
    }

    HttpResponse<String> send(Account account, Notice notice) throws IOException, InterruptedException {
        String header = Providers.named(account.provider()).orElseThrow().signatureHeader();
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + environment.getRequiredProperty("local.server.port") + "/notifications/"
                        + account.provider().toLowerCase(Locale.ROOT) + "/" + account.name()))
                .header(
                        "Content-Type",
                        account.provider().equals("TPAY") ? "application/x-www-form-urlencoded" : "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(notice.body()));
        if (!header.isEmpty()) request.header(header, notice.signature());
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    List<Notification> list(Account account, State state) {
        return notifications.list(state, Long.MAX_VALUE).stream()
                .filter(each -> each.account().equals(account.name()))
                .toList();
    }

    List<String> received(OrderKey order) {
        return payments.received(List.of(order)).getOrDefault(order, List.of()).stream()
                .map(IncomingPayment::amount)
                .map(Money::toString)
                .toList();
    }
}
