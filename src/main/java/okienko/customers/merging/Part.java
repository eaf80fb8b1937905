package okienko.customers.merging;

import java.util.function.Function;
import okienko.customers.Customer;

/** What a card shows once, so that of two cards one has to give it; everything else a merged card has of both. */
enum Part {
    NAME("name", Customer::name),
    COMPANY("company", Customer::company),
    EMAIL("email", Customer::email),
    PHONE("phone", Customer::phone),
    TAX_ID("taxId", Customer::taxId);

    private final String code;
    private final Function<Customer, String> value;

    Part(String code, Function<Customer, String> value) {
        this.code = code;
        this.value = value;
    }

    /** As stored and as forms call it. */
    String code() {
        return code;
    }

    String of(Customer customer) {
        return value.apply(customer);
    }
}
