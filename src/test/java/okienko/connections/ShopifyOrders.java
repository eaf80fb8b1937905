package okienko.connections;

import java.util.Collection;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A Shopify order under the names of Shopify's own schema, in a shop that counts in euros and a buyer who pays in zlotys. */
final class ShopifyOrders {

    private static final JsonMapper JSON = JsonMapper.shared();

    static ObjectNode order(
            StubShop.Placed order,
            int lines,
            List<ObjectNode> details,
            Collection<String> tags,
            ArrayNode fulfilments,
            List<Integer> open) {
        ObjectNode json = (ObjectNode) JSON.readTree("""
                {"legacyResourceId":"%1$s","name":"#%1$s","test":false,"createdAt":"2026-11-20T18:00:00Z",
                 "processedAt":"2026-11-20T18:00:00Z","updatedAt":"%2$s","cancelledAt":%3$s,"currencyCode":"EUR",
                 "presentmentCurrencyCode":"PLN","taxesIncluded":true,"email":"anna.%1$s@example.com","phone":null,
                 "displayFinancialStatus":"%4$s","localizedFields":[],"customer":{"legacyResourceId":"7"},
                 "risk":{"recommendation":"ACCEPT"},"billingAddress":%5$s,"shippingAddress":%5$s}""".formatted(
                        order.id(),
                        ShopifyStub.second(order.changedAt()),
                        order.cancelled() ? "\"" + ShopifyStub.second(order.changedAt()) + "\"" : "null",
                        order.paid() ? "PAID" : "PENDING",
                        address(order.id())));
        json.put("note", order.comment());
        json.putArray("paymentGatewayNames").add(order.payment());
        ArrayNode tagged = json.putArray("tags");
        tags.forEach(tagged::add);
        ArrayNode attributes = json.putArray("customAttributes");
        details.forEach(attributes::add);
        for (String total : List.of("totalPriceSet", "currentTotalPriceSet")) json.set(total, bag("49.0"));
        for (String none : List.of("totalDiscountsSet", "currentTotalDiscountsSet", "totalTipReceivedSet")) {
            json.set(none, bag("0.0"));
        }
        json.set("netPaymentSet", bag(order.paid() ? "49.0" : "0.0"));
        ObjectNode shipping = json.putArray("shippingLines").addObject();
        shipping.put("title", "Kurier DPD").put("code", "dpd").set("originalPriceSet", bag("0.0"));
        shipping.putArray("taxLines");
        ArrayNode items = json.putArray("lineItems");
        for (int i = 0; i < lines; i++) items.add(line(i, lines == 1 ? "49.0" : "1.0"));
        json.set("fulfillments", fulfilments);
        ArrayNode orders = json.putArray("fulfillmentOrders");
        open.forEach(place -> orders.add(toSend(order.id(), place)));
        return json;
    }

    private static ObjectNode toSend(String order, int place) {
        ObjectNode json = JSON.createObjectNode();
        json.put("id", "gid://shopify/FulfillmentOrder/" + order + "-" + place).put("status", "OPEN");
        json.putObject("assignedLocation").putObject("location").put("id", "gid://shopify/Location/" + place);
        return json;
    }

    private static ObjectNode line(int number, String price) {
        ObjectNode line = JSON.createObjectNode();
        line.put("sku", "K-" + number)
                .put("name", "Kubek")
                .put("title", "Kubek")
                .put("quantity", 1);
        line.put("currentQuantity", 1).set("originalUnitPriceSet", bag(price));
        line.putArray("taxLines");
        return line;
    }

    private static JsonNode bag(String amount) {
        return JSON.readTree("""
                {"shopMoney":{"amount":"9.99","currencyCode":"EUR"},
                 "presentmentMoney":{"amount":"%s","currencyCode":"PLN"}}""".formatted(amount));
    }

    private static String address(String id) {
        return """
                {"firstName":"Anna","lastName":"Nowak","name":"Anna Nowak","company":null,"address1":"Solna 4/2",
                 "address2":null,"zip":"61-736","city":"Poznań","countryCodeV2":"PL","phone":"600700%s"}""".formatted(id.substring(id.length() - 3));
    }

    private ShopifyOrders() {}
}
