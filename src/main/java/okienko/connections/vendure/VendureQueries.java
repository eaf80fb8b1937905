package okienko.connections.vendure;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpRequest;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.Payloads;
import okienko.connections.PlatformTrouble;
import okienko.connections.Reply;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Asks Vendure, signed in; a session that ran out is renewed once. */
final class VendureQueries {

    /** What {@code VendureFormat} reads. */
    static final String FIELDS = "id createdAt updatedAt code state active orderPlacedAt currencyCode totalWithTax"
            + " customer{id firstName lastName emailAddress phoneNumber}"
            + " shippingAddress{fullName company streetLine1 streetLine2 city postalCode countryCode phoneNumber}"
            + " billingAddress{fullName company streetLine1 streetLine2 city postalCode countryCode phoneNumber}"
            + " lines{quantity orderPlacedQuantity unitPriceWithTax productVariant{sku name}}"
            + " surcharges{description priceWithTax} discounts{amountWithTax}"
            + " shippingLines{priceWithTax shippingMethod{name}}"
            + " payments{createdAt method amount state refunds{total state}}";

    private static final String LOGIN = "mutation($u:String!,$p:String!){login(username:$u,password:$p){__typename}}";
    private static final String TOKEN = "token";

    private final Access access;

    VendureQueries(Access access) {
        this.access = access;
    }

    String credential(String name) {
        return access.credential(name);
    }

    /** The {@code data} of the answer; what GraphQL calls an error is trouble. */
    JsonNode ask(String query, Map<String, ? extends JsonNode> variables) {
        String token = token("");
        JsonNode answer = post(query, variables, token).json();
        if (forbidden(answer)) answer = post(query, variables, token(token)).json();
        JsonNode errors = answer.path("errors");
        if (forbidden(answer)) throw PlatformTrouble.refused(quoted(errors));
        if (!errors.isEmpty()) throw PlatformTrouble.odd(quoted(errors));
        return answer.path("data");
    }

    /** The session's token, another one than the one that did not do. */
    private String token(String spent) {
        return access.tokens(known -> !spent.equals(known.get(TOKEN)), _ -> Map.of(TOKEN, signIn()))
                .getOrDefault(TOKEN, "");
    }

    private String signIn() {
        JsonNodeFactory json = JsonNodeFactory.instance;
        Reply reply = post(
                LOGIN,
                Map.of(
                        "u", json.stringNode(access.credential("username")),
                        "p", json.stringNode(access.credential("password"))),
                "");
        String type = reply.json().at("/data/login/__typename").asString("");
        if (!type.equals("CurrentUser")) throw PlatformTrouble.refused(type.isEmpty() ? reply.quoted() : type);
        return reply.header("vendure-auth-token")
                .orElseThrow(
                        () -> PlatformTrouble.odd("no vendure-auth-token: the shop's tokenMethod must allow 'bearer'"));
    }

    private Reply post(String query, Map<String, ? extends JsonNode> variables, String token) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("query", query);
        ObjectNode values = body.putObject("variables");
        variables.forEach(values::set);
        HttpRequest.Builder request = HttpRequest.newBuilder(access.at("/admin-api"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Payloads.bytes(body)));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return access.send(request);
    }

    private static boolean forbidden(JsonNode answer) {
        for (JsonNode error : answer.path("errors")) {
            if (error.at("/extensions/code").asString("").equals("FORBIDDEN")) return true;
        }
        return false;
    }

    private static String quoted(JsonNode errors) {
        byte[] text = Payloads.bytes(errors);
        return new String(text, 0, Math.min(text.length, 300), UTF_8);
    }
}
