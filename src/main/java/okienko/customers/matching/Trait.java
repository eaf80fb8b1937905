package okienko.customers.matching;

/** What is compared: a field's text in one spelling, or a part of it. */
enum Trait {
    GIVEN,
    SURNAME,
    FULL,
    FIRM,
    FORM,
    TAX_ID,
    EMAIL,
    LOCAL,
    MASK,
    PHONE,
    PHONE_2,
    LOGIN,
    BIRTH,
    NATIONAL_ID,
    STREET,
    HOUSE,
    FLAT,
    DWELLING,
    EXTRA,
    POSTAL,
    CITY,
    REGION,
    LOCKER,
    OCCUPATION;

    static final int COUNT = values().length;
}
