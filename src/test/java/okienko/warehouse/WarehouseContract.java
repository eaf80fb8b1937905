package okienko.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What every way of reaching a warehouse must do. */
interface WarehouseContract {

    Handover KUBEK = new Handover(1, "web:1001/ä:RELEASED:1", Handover.Kind.RELEASED, """
            {"event":"order.released","key":"web:1001/ä:RELEASED:1","toCollect":"0.00","order":{"channel":"web","number":"1001","currency":"PLN",\
            "delivery":{"address":{"name":"Łucja Żak","city":"Łódź"}},"lines":[{"sku":"A-1","name":"Kubek; \\"duży\\"","quantity":2,"unitPrice":"29.90"}]}}""");

    Warehouse open();

    /** Bodies the warehouse has, one a key. */
    List<String> received();

    /** The warehouse cannot be reached from now on. */
    void breakDown() throws Exception;

    @Test
    default void aMessageArrivesToTheByte() {
        assertThat(open().deliver(KUBEK)).isEqualTo(new Warehouse.Answer.Accepted());
        assertThat(received()).containsExactly(KUBEK.body());
    }

    @Test
    default void aRepeatIsTheSameMessage() {
        open().deliver(KUBEK);
        assertThat(open().deliver(KUBEK)).isEqualTo(new Warehouse.Answer.Accepted());
        assertThat(received()).containsExactly(KUBEK.body());
    }

    @Test
    default void aWarehouseThatIsDownRefusesNothing() throws Exception {
        Warehouse warehouse = open();
        breakDown();
        assertThat(warehouse.deliver(KUBEK)).isInstanceOf(Warehouse.Answer.Unavailable.class);
    }
}
