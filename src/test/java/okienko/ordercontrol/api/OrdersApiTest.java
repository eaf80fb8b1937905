package okienko.ordercontrol.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.Set;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.ApiKeys;
import okienko.access.ApiKeys.Made;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Orders and their holds as programs see and settle them. */
@OfficeTest
class OrdersApiTest {

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    ApiKeys keys;

    @Autowired
    MockMvcTester web;

    private TestShop shop;
    private String key;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
        key = key("orders:read", "control:write");
    }

    @Test
    void anOrderIsFoundByNumberAndByTheChannelsId() {
        ControlledOrder held = held();
        assertThat(get("/api/v1/orders/" + held.id()))
                .hasStatusOk()
                .hasHeader("ETag", "\"" + held.version() + "\"")
                .bodyJson()
                .hasPathSatisfying("$.state", state -> state.assertThat().isEqualTo("HELD"))
                .hasPathSatisfying(
                        "$.order.delivery.address.postalCode",
                        code -> code.assertThat().isEqualTo("31-15"))
                .hasPathSatisfying(
                        "$.holds[0].reason", reason -> reason.assertThat().isEqualTo("POSTAL_CODE_INVALID"));
        assertThat(get("/api/v1/orders?channel=" + shop.channel + "&externalId=1"))
                .bodyJson()
                .extractingPath("$.orders[0].id")
                .asNumber()
                .isEqualTo((int) held.id().value());
        assertThat(get("/api/v1/orders?channel=" + shop.channel + "&externalId=none"))
                .bodyJson()
                .extractingPath("$.orders")
                .asArray()
                .isEmpty();
    }

    @Test
    void aListIsReadPageByPage() {
        ControlledOrder first = held();
        ControlledOrder second = held();
        var page =
                get("/api/v1/orders?state=HELD&limit=1&channel=" + shop.channel).exchange();
        assertThat(page).bodyJson().extractingPath("$.orders[0].id").asNumber().isEqualTo((int)
                first.id().value());
        String next = JsonPath.read(body(page), "$.next");
        var rest = get("/api/v1/orders?state=HELD&limit=1&channel=" + shop.channel + "&after=" + next)
                .exchange();
        assertThat(rest).bodyJson().extractingPath("$.orders[0].id").asNumber().isEqualTo((int)
                second.id().value());
        assertThat(rest).bodyJson().extractingPath("$.next").isNull();
    }

    @Test
    void aHoldIsResolvedOnceAndTheOrderGoes() {
        ControlledOrder held = held();
        long hold = shop.hold(held.id(), ReasonCode.POSTAL_CODE_INVALID).id();
        String address = "/api/v1/orders/" + held.id() + "/holds/" + hold + "/resolution";
        assertThat(post(address, "{\"note\":\"asked\"}")).hasStatus(428).hasContentType("application/problem+json");
        assertThat(post(address, "{\"note\":\"asked\"}").header("If-Match", "\"" + held.version() + "\""))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("$.state", state -> state.assertThat().isEqualTo("RELEASED"))
                .hasPathSatisfying(
                        "$.holds[0].closedBy",
                        who -> who.assertThat().asString().startsWith("key:"));
        assertThat(post(address, "{}").header("If-Match", "\"" + held.version() + "\""))
                .hasStatus(412)
                .bodyJson()
                .extractingPath("$.remedy")
                .asString()
                .contains("ETag");
    }

    @Test
    void anOrderIsReleasedInSpiteOfItsHoldsOnlyWithAReason() {
        ControlledOrder held = held();
        String address = "/api/v1/orders/" + held.id() + "/release";
        assertThat(post(address, "{}").header("If-Match", held.version())).hasStatus(422);
        assertThat(post(address, "{\"reason\":\"approved\"}").header("If-Match", held.version()))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.releasedBy")
                .asString()
                .startsWith("key:");
    }

    @Test
    void aKeyIsGoodOnlyForItsScopes() {
        ControlledOrder held = held();
        key = key("orders:write");
        assertThat(get("/api/v1/orders/" + held.id())).hasStatus(403).hasContentType("application/problem+json");
        key = key("orders:read");
        assertThat(get("/api/v1/orders/" + held.id())).hasStatusOk();
        assertThat(post("/api/v1/orders/" + held.id() + "/release", "{\"reason\":\"x\"}")
                        .header("If-Match", held.version()))
                .hasStatus(403);
    }

    @Test
    void whatCannotBeUsedIsNamedWithARemedy() {
        for (String address : new String[] {
            "/api/v1/orders/abc",
            "/api/v1/orders?state=LOST",
            "/api/v1/orders?limit=0",
            "/api/v1/orders?externalId=1",
            "/api/v1/orders?after=nonsense"
        }) {
            assertThat(get(address))
                    .as(address)
                    .hasStatus(400)
                    .hasContentType("application/problem+json")
                    .bodyJson()
                    .hasPath("$.field")
                    .hasPath("$.value")
                    .hasPath("$.remedy");
        }
        assertThat(get("/api/v1/orders/999999999")).hasStatus(404).bodyJson().hasPath("$.remedy");
        assertThat(post("/api/v1/orders/" + held().id() + "/release", "{not json")
                        .header("If-Match", "1"))
                .hasStatus(400)
                .bodyJson()
                .hasPath("$.remedy");
    }

    private ControlledOrder held() {
        ControlledOrder order = shop.send(shop.cleanOrder().replace("61-736", "31-15"));
        assertThat(order.state()).isEqualTo(ControlledOrder.State.HELD);
        return order;
    }

    private String key(String... scopes) {
        return ((Made.Created) keys.create(world.unique("program"), Set.of(scopes))).key();
    }

    private MockMvcRequestBuilder get(String address) {
        return web.get().uri(address).header("Authorization", "Bearer " + key);
    }

    private MockMvcRequestBuilder post(String address, String body) {
        return web.post()
                .uri(address)
                .header("Authorization", "Bearer " + key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), UTF_8);
    }
}
