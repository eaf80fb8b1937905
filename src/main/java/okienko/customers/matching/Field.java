package okienko.customers.matching;

/** What a record may say of a customer, as it was typed; every one may be missing. */
public enum Field {
    CHANNEL,
    CREATED_AT,
    BUYER_LOGIN,
    FIRST_NAME,
    LAST_NAME,
    FULL_NAME,
    COMPANY,
    TAX_ID,
    EMAIL,
    PHONE,
    STREET,
    HOUSE_NUMBER,
    ADDRESS_2,
    POSTAL_CODE,
    CITY,
    REGION,
    COUNTRY,
    PICKUP_POINT,
    BIRTH_DATE,
    BIRTH_YEAR,
    BIRTH_MONTH,
    BIRTH_DAY,
    NATIONAL_ID,
    OCCUPATION
}
