package okienko.payments.matching;

import java.time.LocalDate;
import java.util.List;
import okienko.orders.OrderKey;
import okienko.vocabulary.Money;

/**
 * An order money may be for.
 *
 * @param due what is still to be paid; zero when it is paid
 * @param buyer who bought, the same for all orders of one buyer: their e-mail address, or where there is none the name
 * @param names the people and the company the order names
 * @param handles what else only this buyer would write: login, e-mail address, telephone
 * @param wanted false when the order was cancelled
 */
public record OpenOrder(
        OrderKey key,
        String number,
        Money total,
        Money due,
        LocalDate placedOn,
        String buyer,
        List<String> names,
        List<String> handles,
        boolean wanted) {

    public OpenOrder {
        names = List.copyOf(names);
        handles = List.copyOf(handles);
    }

    /** The same order when so much has been paid of it. */
    public OpenOrder paid(Money paid) {
        return new OpenOrder(key, number, total, due.minus(paid), placedOn, buyer, names, handles, wanted);
    }
}
