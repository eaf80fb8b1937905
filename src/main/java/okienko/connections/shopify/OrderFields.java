package okienko.connections.shopify;

/**
 * What is asked of an order, in the words of Shopify's webhooks: GraphQL lets every field be renamed, so one
 * {@code ShopifyFormat} reads files, webhooks and these answers. Names and arguments were checked against the published schema
 * of 2026-01 and the reference of 2026-10 (shopify.dev/docs/api/admin-graphql/latest/objects/Order, read 2026-11-28). Only
 * presentment money is asked for: it is what the buyer sees and pays, and every object costs a point. {@code risk} is kept with
 * the raw order and not read.
 */
final class OrderFields {

    /** Lines that come with an order; longer orders are read on. A line costs six points, a question at most 1,000. */
    static final int LINES = 10;

    private static final String MONEY = "{presentment_money:presentmentMoney{amount currency_code:currencyCode}}";
    private static final String TAXES = " tax_lines:taxLines{price_set:priceSet" + MONEY + "}";
    private static final String ADDRESS =
            "{first_name:firstName last_name:lastName name company address1 address2 zip city"
                    + " country_code:countryCodeV2 phone}";
    private static final String LINE_PAGE = "{nodes{sku name title quantity current_quantity:currentQuantity"
            + " price_set:originalUnitPriceSet" + MONEY + TAXES + "} pageInfo{hasNextPage endCursor}}";

    /** An order with its first lines. */
    static final String ORDER = "{id:legacyResourceId name test created_at:createdAt updated_at:updatedAt"
            + " processed_at:processedAt cancelled_at:cancelledAt currency:currencyCode"
            + " presentment_currency:presentmentCurrencyCode taxes_included:taxesIncluded email phone note tags"
            + " financial_status:displayFinancialStatus payment_gateway_names:paymentGatewayNames"
            + " note_attributes:customAttributes{name:key value}"
            + " localized_fields:localizedFields(first:3,purposes:[TAX]){nodes{name:key value}}"
            + " customer{id:legacyResourceId} risk{recommendation}"
            + " billing_address:billingAddress" + ADDRESS + " shipping_address:shippingAddress" + ADDRESS
            + " total_price_set:totalPriceSet" + MONEY + " current_total_price_set:currentTotalPriceSet" + MONEY
            + " total_discounts_set:totalDiscountsSet" + MONEY
            + " current_total_discounts_set:currentTotalDiscountsSet" + MONEY
            + " net_payment_set:netPaymentSet" + MONEY + " total_tip_received_set:totalTipReceivedSet" + MONEY
            + " shipping_lines_page:shippingLines(first:3){nodes{title code price_set:originalPriceSet" + MONEY + TAXES
            + "}} line_items_page:lineItems(first:" + LINES + ")" + LINE_PAGE + "}";

    /** More lines of one order. */
    static final String MORE_LINES =
            "query($id:ID!,$after:String){order(id:$id){line_items_page:lineItems(first:100,after:$after)" + LINE_PAGE
                    + "}}";

    private OrderFields() {}
}
