package okienko.desk;

import okienko.orders.OrderId;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads an order's number in the office from an address. */
@Component
class OrderIds implements Converter<String, OrderId> {

    @Override
    public OrderId convert(String number) {
        return new OrderId(Long.parseLong(number));
    }
}
