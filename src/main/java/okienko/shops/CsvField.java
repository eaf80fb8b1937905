package okienko.shops;

import java.util.Locale;

/** What a column of a CSV file can hold. */
public enum CsvField {
    ORDER_ID(true),
    NUMBER,
    CHANNEL,
    PLACED_AT(true),
    STATUS,
    CURRENCY,
    LOGIN,
    NAME,
    FIRST_NAME,
    LAST_NAME,
    COMPANY,
    EMAIL,
    PHONE,
    STREET,
    HOUSE_NUMBER,
    POSTAL_CODE,
    CITY,
    COUNTRY,
    DELIVERY_METHOD,
    DELIVERY_NAME,
    DELIVERY_COMPANY,
    DELIVERY_STREET,
    DELIVERY_HOUSE_NUMBER,
    DELIVERY_POSTAL_CODE,
    DELIVERY_CITY,
    DELIVERY_COUNTRY,
    DELIVERY_PHONE,
    PICKUP_POINT,
    INVOICE,
    INVOICE_COMPANY,
    TAX_ID,
    PAYMENT_FORM,
    PAID,
    PAID_AT,
    SKU,
    PRODUCT,
    QUANTITY(true),
    UNIT_PRICE(true),
    DELIVERY_COST,
    DISCOUNT,
    TOTAL(true),
    COMMENT;

    private final boolean required;

    CsvField() {
        this(false);
    }

    CsvField(boolean required) {
        this.required = required;
    }

    /** Whether no file can be read without it. */
    public boolean required() {
        return required;
    }

    /** The words key of its name. */
    public String words() {
        return "csv.field." + name().toLowerCase(Locale.ROOT);
    }
}
