package okienko.ordercontrol.judge;

import java.time.LocalDate;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.terms.Situation;
import okienko.orders.Order;
import org.jspecify.annotations.Nullable;

/** One order before the judge; what conditions see of it is put together when the first of them asks. */
final class Hearing {

    private final Order order;
    private final Facts facts;
    private @Nullable Situation situation;

    Hearing(Order order, Facts facts) {
        this.order = order;
        this.facts = facts;
    }

    Order order() {
        return order;
    }

    Facts facts() {
        return facts;
    }

    LocalDate today() {
        return LocalDate.ofInstant(facts.now(), facts.zone());
    }

    Situation situation() {
        if (situation == null) situation = Situation.of(order, facts);
        return situation;
    }
}
