package okienko.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import okienko.connections.writeback.Outbox;
import org.junit.jupiter.api.Test;

class WooCommerceTest extends PlatformContract {

    @Override
    StubShop open() {
        return new WooCommerceStub();
    }

    @Test
    void onlyWhatTheShopWouldNotHaveCountsAgainstAMessage() {
        shop.place(shop.id(0), start, true);
        long id = connect();
        awaitOrders(1);
        until(() -> outbox.list(id, Outbox.State.PENDING, 10).isEmpty());
        connections.pause(connection(id), "test");
        assertThat(announcements.sent(key(0), "DPD", "0000777")).isTrue();
        Access access = ways.to(connection(id));
        Access silent = answering(access, PlatformTrouble.unavailable("nobody there"));
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> outbox.deliver(connection(id), silent)).isInstanceOf(PlatformTrouble.class);
        }
        outbox.deliver(connection(id), answering(access, PlatformTrouble.odd("a page in HTML")));
        assertThat(outbox.list(id, Outbox.State.DEAD, 10)).isEmpty();
        clock.advance(java.time.Duration.ofMinutes(2));
        outbox.deliver(connection(id), access);
        assertThat(outbox.list(id, Outbox.State.PENDING, 10)).isEmpty();
        assertThat(shop.written()).filteredOn(line -> line.contains("0000777")).hasSize(1);
    }

    @Test
    void aMessageTheShopKeepsRefusingIsGivenUpTheThirdTime() {
        shop.place(shop.id(0), start, true);
        long id = connect();
        awaitOrders(1);
        until(() -> outbox.list(id, Outbox.State.PENDING, 10).isEmpty());
        connections.pause(connection(id), "test");
        assertThat(announcements.sent(key(0), "DPD", "0000778")).isTrue();
        Access odd = answering(ways.to(connection(id)), PlatformTrouble.odd("a page in HTML"));
        for (int refusal = 1; refusal <= 3; refusal++) {
            assertThat(outbox.list(id, Outbox.State.DEAD, 10)).isEmpty();
            outbox.deliver(connection(id), odd);
            clock.advance(java.time.Duration.ofMinutes(2));
        }
        assertThat(outbox.list(id, Outbox.State.DEAD, 10)).hasSize(1);
        assertThat(outbox.repeat(
                        id, outbox.list(id, Outbox.State.DEAD, 10).getFirst().id()))
                .isTrue();
        outbox.deliver(connection(id), odd);
        assertThat(outbox.list(id, Outbox.State.DEAD, 10)).as("it begins anew").isEmpty();
    }

    /** The way to the shop, but whatever is asked of it ends in this. */
    private static Access answering(Access way, PlatformTrouble trouble) {
        return (Access) Proxy.newProxyInstance(
                Access.class.getClassLoader(), new Class<?>[] {Access.class}, (_, method, arguments) -> {
                    if (method.getName().equals("send")) throw trouble;
                    try {
                        return method.invoke(way, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
