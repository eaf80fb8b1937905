package okienko.customers.merging;

import okienko.customers.Customer;

/** What a card shows once, so that of two cards one has to give it; everything else a merged card has of both. */
enum Part {
    NAME("name"),
    COMPANY("company"),
    EMAIL("email"),
    PHONE("phone"),
    TAX_ID("taxId");

    private final String code;

    Part(String code) {
        this.code = code;
    }

    /** As stored and as forms call it. */
    String code() {
        return code;
    }

    String of(Customer customer) {
        return switch (this) {
            case NAME -> customer.name();
            case COMPANY -> customer.company();
            case EMAIL -> customer.email();
            case PHONE -> customer.phone();
            case TAX_ID -> customer.taxId();
        };
    }
}
