package okienko.payments.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import okienko.OfficeTest;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.payments.notifications.Notification.State;
import okienko.payments.notifications.Provider.Notice;
import okienko.vocabulary.Money;
import okienko.work.WorkItem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every provider. */
@OfficeTest
class ProviderContractTest extends NotifiedOffice {

    static Stream<String> providers() {
        return Providers.ALL.stream().map(Provider::name);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aGenuineNotificationIsBookedOnceHoweverOftenItComes(String name) throws Exception {
        Sender sender = sender(name);
        OrderKey order = shop().order(number, "Anna Nowak", "129.99");
        Account account = account(sender);
        Notice notice = sender.paid(number, number, PRICE);
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = send(account, notice);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo(sender.provider().understood());
        }
        await().untilAsserted(() -> assertThat(received(order)).containsExactly("129.99 PLN"));
        assertThat(list(account, State.BOOKED)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aByteChangedOnTheWayIsRefusedAndKept(String name) throws Exception {
        Sender sender = sender(name);
        OrderKey order = shop().order(number, "Anna Nowak", "129.99");
        Account account = account(sender);
        Notice notice = sender.paid(number, number, PRICE);
        String forged = new String(notice.body(), java.nio.charset.StandardCharsets.UTF_8)
                .replace("12999", "12998")
                .replace("129.99", "129.98");
        HttpResponse<String> answer = send(account, new Notice(Digests.bytes(forged), notice.signature()));
        assertThat(answer.statusCode()).isEqualTo(sender.provider().refusal());
        assertThat(list(account, State.REFUSED)).hasSize(1);
        assertThat(received(order)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void anotherAmountOrCurrencyIsForAPerson(String name) throws Exception {
        Sender sender = sender(name);
        OrderKey order = shop().order(number, "Anna Nowak", "129.99");
        Account account = account(sender);
        send(account, sender.paid(number, number, Money.of("129.98", "PLN")));
        Notification waiting = await().until(() -> list(account, State.MISMATCH), found -> !found.isEmpty())
                .getFirst();
        assertThat(received(order)).isEmpty();
        assertThat(work.find(WorkItem.PAYMENT, Long.toString(waiting.id()))).isPresent();
        assertThat(cashier.bookAnyway(waiting, "ola")).isTrue();
        assertThat(cashier.bookAnyway(waiting, "marek")).isFalse();
        assertThat(received(order)).containsExactly("129.98 PLN");
        assertThat(work.find(WorkItem.PAYMENT, Long.toString(waiting.id()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void moneyForACancelledOrderOpensARefund(String name) throws Exception {
        Sender sender = sender(name);
        OrderKey order = shop().order(number, "Anna Nowak", "129.99", Order.PaymentForm.ONLINE, Order.Status.CANCELLED);
        Account account = account(sender);
        send(account, sender.paid(number, number, PRICE));
        Notification waiting = await().until(() -> list(account, State.REFUND), found -> !found.isEmpty())
                .getFirst();
        assertThat(work.find(WorkItem.PAYMENT, Long.toString(waiting.id()))).isPresent();
        assertThat(received(order)).containsExactly("129.99 PLN");
        assertThat(cashier.settle(waiting, "ola")).isTrue();
        assertThat(received(order)).containsExactly("129.99 PLN", "-129.99 PLN");
        assertThat(work.find(WorkItem.PAYMENT, Long.toString(waiting.id()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void moneyThatComesBeforeItsOrderWaitsForIt(String name) throws Exception {
        Sender sender = sender(name);
        Account account = account(sender);
        send(account, sender.paid(number, number, PRICE));
        await().until(() -> !list(account, State.UNKNOWN_ORDER).isEmpty());
        OrderKey order = shop().order(number, "Anna Nowak", "129.99");
        assertThat(received(order)).containsExactly("129.99 PLN");
    }

    @ParameterizedTest
    @MethodSource("providers")
    void rubbishIsRefusedAndNeverAFault(String name) throws Exception {
        Sender sender = sender(name);
        Account account = account(sender);
        byte[] noise = new byte[300];
        for (int i = 0; i < 20; i++) {
            ThreadLocalRandom.current().nextBytes(noise);
            assertThat(send(account, new Notice(noise, "t=1,v1=a.b.c;algorithm=MD5"))
                            .statusCode())
                    .isEqualTo(sender.provider().refusal());
        }
        assertThat(send(new Account("nobody", name, "", "", "", ""), new Notice(noise, ""))
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(account, new Notice(new byte[300_000], "")).statusCode())
                .isEqualTo(413);
    }
}
