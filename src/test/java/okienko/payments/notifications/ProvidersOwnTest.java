package okienko.payments.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import okienko.OfficeTest;
import okienko.orders.OrderKey;
import okienko.payments.notifications.Notification.State;
import okienko.payments.notifications.Provider.Notice;
import org.junit.jupiter.api.Test;

/** What is each provider's own. */
@OfficeTest
class ProvidersOwnTest extends NotifiedOffice {

    @Test
    void przelewy24IsAskedUntilItAgreesAndOnlyThenTheMoneyCounts() throws Exception {
        Sender sender = sender("PRZELEWY24");
        OrderKey order = shop().order(number, "Anna Nowak", "129.99");
        Account account = account(sender);
        simulator.failures.set(2);
        send(account, sender.paid(number, number, PRICE));
        await().until(() -> simulator.failures.get() < 2);
        assertThat(received(order)).isEmpty();
        await().untilAsserted(() -> {
            tryAgain();
            assertThat(received(order)).containsExactly("129.99 PLN");
        });
        assertThat(simulator.confirmed.stream().filter(session -> session.startsWith(number)))
                .hasSize(1);
    }

    @Test
    void aConfirmationThatIsRefusedIsForAPerson() throws Exception {
        Sender sender = sender("PRZELEWY24");
        OrderKey order = shop().order(number, "Anna Nowak", "129.99");
        Account right = sender.account(world.unique("p24"));
        Account wrong = new Account(
                right.name(), right.provider(), right.merchant(), right.secret(), "wrong key", right.address());
        accounts.save(wrong, "ada");
        send(wrong, sender.paid(number, number, PRICE));
        await().until(() -> {
            tryAgain();
            return !list(wrong, State.DEAD).isEmpty();
        });
        Notification dead = list(wrong, State.DEAD).getFirst();
        assertThat(dead.trouble()).contains("HTTP 400");
        assertThat(received(order)).isEmpty();
        accounts.save(right, "ada");
        assertThat(cashier.repeat(dead, "ola")).isTrue();
        confirmations.work();
        await().untilAsserted(() -> assertThat(received(order)).containsExactly("129.99 PLN"));
    }

    @Test
    void stripesOldMessagesAreRefused() throws Exception {
        Sender late = new Sender(Providers.named("STRIPE").orElseThrow(), keys, simulator, now() - 301);
        Account account = account(late);
        assertThat(send(account, late.paid(number, number, PRICE)).statusCode()).isEqualTo(400);
        assertThat(list(account, State.REFUSED).getFirst().trouble()).contains("five minutes");
    }

    @Test
    void tpaysCertificateIsFetchedOnceAndMustComeFromTpay() throws Exception {
        Sender sender = sender("TPAY");
        Account account = account(sender);
        send(account, sender.paid(number, number, PRICE));
        int fetched = simulator.fetches.get();
        send(account, sender.paid(number + "1", number, PRICE));
        assertThat(simulator.fetches.get()).isEqualTo(fetched);
        Notice notice = sender.paid(number + "2", number, PRICE);
        Notice elsewhere = new Notice(notice.body(), keys.jws("http://127.0.0.1:9/x509/a.pem", notice.body()));
        HttpResponse<String> answer = send(account, elsewhere);
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).isEqualTo("FALSE");
    }

    @Test
    void payUsOtherStatesAreNoMoney() throws Exception {
        Sender sender = sender("PAYU");
        OrderKey order = shop().order(number, "Anna Nowak", "129.99");
        Account account = account(sender);
        assertThat(send(account, sender.payU(number, number, PRICE, "PENDING")).statusCode())
                .isEqualTo(200);
        assertThat(received(order)).isEmpty();
        send(account, sender.payU(number, number, PRICE, "COMPLETED"));
        assertThat(received(order)).containsExactly("129.99 PLN");
    }

    @Test
    void theVectorsOfTheProvidersAreMatched() {
        assertThat(Digests.of("MD5", Digests.bytes("OpenPayUData"), Digests.bytes("SignatureKey")))
                .isEqualTo("8375034eb737d520c829fad4026a38aa");
        assertThat(Przelewy24.sign(vector()))
                .isEqualTo(
                        "703e946290d92230297c35d3bc8f554d4a458a4c97c9917665929c5ef5e682f7a868ac36e5dff20184c6a5302ef66c77");
    }

    private static java.util.Map<String, Object> vector() {
        var fields = new java.util.LinkedHashMap<String, Object>();
        fields.put("merchantId", 12345);
        fields.put("posId", 123);
        fields.put("sessionId", "0beec7");
        fields.put("amount", 1500);
        fields.put("originAmount", 1500);
        fields.put("currency", "PLN");
        fields.put("orderId", 123456789);
        fields.put("methodId", 32);
        fields.put("statement", "p24-XXX-YYY-ZZZ");
        fields.put("crc", "bar");
        return fields;
    }

    /** Lets the wait pass; the office's own timetable may be at it already. */
    private void tryAgain() {
        clock.advance(Duration.ofHours(1));
        confirmations.work();
    }
}
