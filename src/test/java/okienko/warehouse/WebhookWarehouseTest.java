package okienko.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookWarehouseTest implements WarehouseContract {

    private final WarehouseSimulator simulator = new WarehouseSimulator(1, 0, 0);

    @Override
    public Warehouse open() {
        return open(WarehouseSimulator.SECRET);
    }

    private Warehouse open(String secret) {
        return new WebhookWarehouse(simulator.address(), secret, Duration.ofMillis(500));
    }

    @Override
    public List<String> received() {
        return simulator.bodies();
    }

    @Override
    public void breakDown() {
        simulator.close();
    }

    @AfterEach
    void closeDown() {
        simulator.close();
    }

    @Test
    void theSignatureIsTheHmacOfTheRawBody() {
        // RFC 4231, test case 2
        assertThat(WebhookWarehouse.signature("what do ya want for nothing?".getBytes(StandardCharsets.UTF_8), "Jefe"))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void aWarehouseThatDoesNotAcceptTheSignatureRefuses() {
        assertThat(open("another secret").deliver(KUBEK)).isInstanceOf(Warehouse.Answer.Refused.class);
        assertThat(received()).isEmpty();
    }

    @Test
    void aWarehouseThatStallsIsUnavailable() {
        try (var slow = new WarehouseSimulator(1, 100, 10_000)) {
            var warehouse = new WebhookWarehouse(slow.address(), WarehouseSimulator.SECRET, Duration.ofMillis(200));
            for (int i = 0; i < 8; i++) {
                assertThat(warehouse.deliver(KUBEK)).isInstanceOf(Warehouse.Answer.Unavailable.class);
            }
        }
    }
}
