package okienko.connections.shopify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.connections.Access;
import okienko.connections.Batch;
import okienko.connections.Credential;
import okienko.connections.Hook;
import okienko.connections.Pace;
import okienko.connections.Payloads;
import okienko.connections.Platform;
import okienko.connections.PlatformTrouble;
import okienko.connections.Signatures;
import okienko.connections.Subscription;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shopify's GraphQL Admin interface; its REST one takes no new apps (shopify.dev/docs/api/admin-graphql/latest, read 2026-11-28).
 * Orders are listed by {@code updated_at} and read again by their ids. Without the scope {@code read_all_orders} it shows only
 * those of the last 60 days. Webhooks are signed with the app's client secret; what they carry is an order in the words of REST,
 * of which only the id is believed.
 */
public final class Shopify implements Platform {

    /** Orders at once: with ten lines each, below the 1,000 points one question may cost. */
    private static final int PAGE = 8;

    private static final Duration SHOWN = Duration.ofDays(60);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String NEWS = "query($n:Int!,$q:String!,$after:String){orders(first:$n,query:$q,after:$after,"
            + "sortKey:UPDATED_AT){nodes" + OrderFields.ORDER + " pageInfo{hasNextPage endCursor}}}";
    private static final String AGAIN = "query($ids:[ID!]!){nodes(ids:$ids){...on Order" + OrderFields.ORDER + "}}";
    private static final List<String> TOPICS = List.of("ORDERS_CREATE", "ORDERS_UPDATED");
    private static final String SUBSCRIPTIONS =
            "query{webhookSubscriptions(first:100,topics:[ORDERS_CREATE,ORDERS_UPDATED]){nodes{topic uri}}}";
    private static final String SUBSCRIBE = "mutation($topic:WebhookSubscriptionTopic!,$s:WebhookSubscriptionInput!){"
            + "webhookSubscriptionCreate(topic:$topic,webhookSubscription:$s){userErrors{field message}}}";
    private static final String SCOPES = "query{currentAppInstallation{accessScopes{handle}}}";

    @Override
    public String name() {
        return "shopify";
    }

    @Override
    public List<Credential> credentials() {
        return List.of(
                Credential.optionalOpen("clientId"),
                Credential.optional("clientSecret"),
                Credential.optional("accessToken"));
    }

    /** What is limited are points, see {@link ShopifyCalls}; this only keeps a small question from following another too fast. */
    @Override
    public Pace pace() {
        return new Pace(40, Duration.ofMillis(100));
    }

    /** An order is asked for with all its fields, so that a right that is missing shows now. */
    @Override
    public void test(Access access) {
        page(access, new Place(access.now().minus(SHOWN), ""), 1);
    }

    @Override
    public String begin(Access access, Instant from) {
        if (from.isBefore(access.now().minus(SHOWN)) && !scopes(access).contains("read_all_orders")) {
            throw PlatformTrouble.refused("read_all_orders, " + SHOWN.toDays() + " d");
        }
        return new Place(from, "").text();
    }

    private static List<String> scopes(Access access) {
        List<String> scopes = new ArrayList<>();
        new ShopifyCalls(access)
                .ask(SCOPES, Map.of())
                .at("/currentAppInstallation/accessScopes")
                .forEach(scope -> scopes.add(scope.path("handle").asString("")));
        return scopes;
    }

    @Override
    public Batch read(Access access, String cursor) {
        Place place = Place.read(cursor);
        JsonNode orders = page(access, place).path("orders");
        Instant last = place.from();
        for (JsonNode order : orders.path("nodes")) {
            Instant changed = Instant.parse(order.path("updated_at").asString(""));
            if (changed.isAfter(last)) last = changed;
        }
        JsonNode info = orders.path("pageInfo");
        boolean more = info.path("hasNextPage").asBoolean(false);
        Place next = place.next(last, more, info.path("endCursor").asString(""));
        return new Batch(whole(access, orders.path("nodes")), next.text(), more);
    }

    /** A page, a smaller one where this version of Shopify counts more points for an order than the last one did. */
    private static JsonNode page(Access access, Place place) {
        for (int size = PAGE; ; size /= 2) {
            try {
                return page(access, place, size);
            } catch (PlatformTrouble trouble) {
                if (size == 1 || !tooDear(trouble)) throw trouble;
            }
        }
    }

    private static boolean tooDear(PlatformTrouble trouble) {
        return trouble.said().contains("MAX_COST_EXCEEDED");
    }

    private static JsonNode page(Access access, Place place, int size) {
        Instant from = place.from().truncatedTo(ChronoUnit.SECONDS);
        return new ShopifyCalls(access)
                .ask(
                        NEWS,
                        Map.of(
                                "n", JSON.numberNode(size),
                                "q", JSON.stringNode("updated_at:>='" + from + "'"),
                                "after", place.after().isEmpty() ? JSON.nullNode() : JSON.stringNode(place.after())));
    }

    @Override
    public int rereadMost() {
        return PAGE;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        List<String> ids =
                externalIds.stream().filter(id -> id.matches("\\d{1,20}")).toList();
        return ids.isEmpty() ? List.of() : again(access, ids);
    }

    private static List<byte[]> again(Access access, List<String> ids) {
        ArrayNode names = JSON.arrayNode();
        ids.forEach(id -> names.add(gid(id)));
        try {
            return whole(
                    access,
                    new ShopifyCalls(access).ask(AGAIN, Map.of("ids", names)).path("nodes"));
        } catch (PlatformTrouble trouble) {
            if (ids.size() == 1 || !tooDear(trouble)) throw trouble;
            int half = ids.size() / 2;
            List<byte[]> orders = new ArrayList<>(again(access, ids.subList(0, half)));
            orders.addAll(again(access, ids.subList(half, ids.size())));
            return orders;
        }
    }

    /** How Shopify names an order in GraphQL. */
    static String gid(String id) {
        return "gid://shopify/Order/" + id;
    }

    /** The orders, each with all its lines; those that are no more are null and left out. */
    private static List<byte[]> whole(Access access, JsonNode nodes) {
        List<byte[]> orders = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            if (!(node instanceof ObjectNode order) || !order.has("id")) continue;
            JsonNode page = order.path("line_items_page");
            while (page.at("/pageInfo/hasNextPage").asBoolean(false)) {
                page = new ShopifyCalls(access)
                        .ask(
                                OrderFields.MORE_LINES,
                                Map.of(
                                        "id",
                                                JSON.stringNode(
                                                        gid(order.path("id").asString(""))),
                                        "after", page.at("/pageInfo/endCursor")))
                        .at("/order/line_items_page");
                ((ArrayNode) order.at("/line_items_page/nodes")).addAll((ArrayNode) page.path("nodes"));
            }
            orders.add(Payloads.bytes(order));
        }
        return orders;
    }

    @Override
    public Subscription.Way calls() {
        return Subscription.Way.ASKED;
    }

    @Override
    public String secret() {
        return "clientSecret";
    }

    /** What is deleted after eight failures in four hours is made anew. */
    @Override
    public Subscription subscribe(Access access, URI address) {
        ShopifyCalls shopify = new ShopifyCalls(access);
        List<String> standing = new ArrayList<>();
        for (JsonNode each : shopify.ask(SUBSCRIPTIONS, Map.of()).at("/webhookSubscriptions/nodes")) {
            if (each.path("uri").asString("").equals(address.toString())) {
                standing.add(each.path("topic").asString(""));
            }
        }
        List<String> missing =
                TOPICS.stream().filter(topic -> !standing.contains(topic)).toList();
        for (String topic : missing) {
            ObjectNode wanted = JSON.objectNode().put("uri", address.toString()).put("format", "JSON");
            JsonNode made = shopify.ask(SUBSCRIBE, Map.of("topic", JSON.stringNode(topic), "s", wanted));
            if (ShopifyWriting.told(made) instanceof WriteBack.Answer.Refused(String why)) {
                return new Subscription.Refused(why);
            }
        }
        return missing.isEmpty() ? new Subscription.There() : new Subscription.Made();
    }

    /**
     * {@code X-Shopify-Hmac-Sha256}: the HMAC-SHA256 of the raw body with the client secret, in Base64.
     * {@code X-Shopify-Webhook-Id} is the same when a call is repeated
     * (shopify.dev/docs/apps/build/webhooks/verify-deliveries, read 2026-11-28).
     */
    @Override
    public Hook.Verdict verify(Access access, Hook hook) {
        String signature = hook.header("X-Shopify-Hmac-Sha256").orElse("");
        if (!Signatures.base64(hook.body(), access.credential("clientSecret"), signature)) {
            return new Hook.Verdict.Forged();
        }
        String topic = hook.header("X-Shopify-Topic").orElse("");
        return new Hook.Verdict.Genuine(
                hook.header("X-Shopify-Webhook-Id")
                        .or(() -> hook.header("X-Shopify-Event-Id"))
                        .orElse(""),
                topic,
                Payloads.text(hook.body(), topic.startsWith("orders/") ? "/id" : "/order_id"));
    }

    @Override
    public Set<WriteBack.Kind> writes() {
        return Set.of(WriteBack.Kind.values());
    }

    @Override
    public WriteBack.Answer write(Access access, WriteBack message) {
        return new ShopifyWriting(new ShopifyCalls(access)).write(message);
    }
}
