package okienko.connections.amazon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okienko.connections.Access;
import okienko.connections.Batch;
import okienko.connections.Credential;
import okienko.connections.Hook;
import okienko.connections.Pace;
import okienko.connections.Payloads;
import okienko.connections.Platform;
import okienko.connections.Reply;
import okienko.connections.Subscription;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;

/**
 * Amazon by its Orders API 2026-01-01 ({@code searchOrders}, {@code getOrder}); the older one ends on 2027-03-27. Personal
 * data comes with the application's roles, without a restricted data token
 * (developer-docs.amazon.com/sp-api/docs/orders-api-migration-guide and github.com/amzn/selling-partner-api-models,
 * orders_2026-01-01.json, read 2026-11-28). The address is the region's: {@code https://sellingpartnerapi-eu.amazon.com}.
 *
 * <p>Listing is so scarce (one request in three minutes, a hundred orders each) that the office lists when it may and goes on
 * with the rest when it may not. Only orders the seller sends and has not sent yet are listed, and cancelled ones. Every
 * change of an order counts, money too; so reading again what waits only makes sure. News could also come through a queue of
 * Amazon Web Services, which is not used.
 */
public final class Amazon implements Platform {

    static final String ORDERS = "/orders/2026-01-01/orders";

    private static final String DATA =
            "includedData=BUYER,RECIPIENT,PROCEEDS,PROMOTION,CANCELLATION,FULFILLMENT,PACKAGES,TAX,PAYMENT";
    private static final int PAGE = 100;

    /** Each is a request of its own, and one in two seconds is what Amazon allows. */
    private static final int REREAD = 10;

    @Override
    public String name() {
        return "amazon";
    }

    @Override
    public List<Credential> credentials() {
        return List.of(
                Credential.open("clientId"),
                Credential.secret("clientSecret"),
                Credential.secret("refreshToken"),
                Credential.optionalOpen("marketplaces"));
    }

    /** For what has no pace of its own, signing in. */
    @Override
    public Pace pace() {
        return Pace.perMinute(60);
    }

    @Override
    public Duration interval() {
        return Duration.ofMinutes(4);
    }

    @Override
    public void test(Access access) {
        Instant now = access.now();
        search(access, new Window(now.minus(Duration.ofDays(1)), now.minus(Duration.ofMinutes(5)), ""), 1)
                .json();
    }

    @Override
    public String begin(Access access, Instant from) {
        return Window.at(from.truncatedTo(ChronoUnit.SECONDS)).text();
    }

    @Override
    public Batch read(Access access, String cursor) {
        Window known = Window.read(cursor);
        Window window = known.current(access.now().truncatedTo(ChronoUnit.SECONDS));
        if (!window.open() || !access.ready(AmazonCalls.SEARCH)) return new Batch(List.of(), cursor, false);
        Reply reply = search(access, window, PAGE);
        if (reply.status() == 400 && window.expired(access.now())) {
            return new Batch(List.of(), Window.at(window.from()).text(), true);
        }
        JsonNode json = reply.json();
        if (!json.path("orders").isArray()) throw reply.odd();
        String token = json.at("/pagination/nextToken").asString("");
        List<byte[]> orders = json.path("orders").isEmpty() ? List.of() : Payloads.cut(format(), reply.body());
        return new Batch(orders, window.next(token).text(), !token.isEmpty());
    }

    private static Reply search(Access access, Window window, int most) {
        String marketplaces = access.credential("marketplaces").replaceAll("\\s", "");
        return new AmazonCalls(access)
                .get(
                        ORDERS + "?lastUpdatedAfter=" + window.from() + "&lastUpdatedBefore=" + window.until()
                                + "&fulfillmentStatuses=UNSHIPPED,CANCELLED&fulfilledBy=MERCHANT&maxResultsPerPage="
                                + most
                                + "&" + DATA
                                + (marketplaces.isEmpty() ? "" : "&marketplaceIds=" + encoded(marketplaces))
                                + (window.token().isEmpty() ? "" : "&paginationToken=" + encoded(window.token())),
                        AmazonCalls.SEARCH);
    }

    @Override
    public int rereadMost() {
        return REREAD;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        List<byte[]> orders = new ArrayList<>(externalIds.size());
        for (String id : externalIds) {
            Reply reply = order(access, id);
            if (reply.status() == 404) continue;
            JsonNode order = reply.json().path("order");
            if (!order.isObject()) throw reply.odd();
            orders.add(Payloads.bytes(order));
        }
        return orders;
    }

    static Reply order(Access access, String id) {
        return new AmazonCalls(access).get(ORDERS + "/" + encoded(id) + "?" + DATA, AmazonCalls.ORDER);
    }

    @Override
    public Subscription.Way calls() {
        return Subscription.Way.NONE;
    }

    /** Amazon calls nobody. */
    @Override
    public Hook.Verdict verify(Access access, Hook hook) {
        return new Hook.Verdict.Forged();
    }

    /**
     * Orders have no notes and no states of the seller's; a cancellation is a feed whose outcome is known hours later, so
     * orders are cancelled in Seller Central.
     */
    @Override
    public Set<WriteBack.Kind> writes() {
        return Set.of(WriteBack.Kind.TRACKING);
    }

    @Override
    public WriteBack.Answer write(Access access, WriteBack message) {
        return switch (message.kind()) {
            case TRACKING -> new AmazonWriting(access).shipped(message);
            case NOTE, STATE, CANCELLATION -> new WriteBack.Answer.Refused("Amazon takes nothing but parcels");
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
