package okienko.shops.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import okienko.OfficeTest;
import okienko.World;
import okienko.access.ApiKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@OfficeTest
class OrdersApiTest {

    @Autowired
    private MockMvcTester web;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private World world;

    private String key = "";
    private String channel = "";

    @BeforeEach
    void aKeyThatMayWrite() {
        key = ((ApiKeys.Made.Created) keys.create(world.unique("shop key"), Set.of("orders:write"))).key();
        channel = world.channel();
    }

    @Test
    void oneOrderIsCreatedOnceAndLinksToItsVerdict() {
        String order = ImportsTest.lines(channel, 1, 1);
        MvcTestResult created = post("application/json", order, "");
        assertThat(created).hasStatus(201);
        assertThat(created.getResponse().getHeader("Location")).startsWith("/api/v1/orders/");
        assertThat(created).bodyJson().extractingPath("$.result").isEqualTo("NEW");
        assertThat(post("application/json", order, "")).hasStatus(200);
    }

    @Test
    void aWrongFieldIsNamedWithValueAndRemedy() {
        MvcTestResult refused =
                post("application/json", ImportsTest.lines(channel, 1, 1).replace("\"45.49\"", "\"dużo\""), "");
        assertThat(refused).hasStatus(422).hasContentType("application/problem+json");
        assertThat(refused).bodyJson().extractingPath("$.field").isEqualTo("total");
        assertThat(refused).bodyJson().extractingPath("$.value").isEqualTo("dużo");
        assertThat(refused).bodyJson().extractingPath("$.remedy").isEqualTo("write it like 1234.50");
    }

    @Test
    void anUnfinishedAllegroFormIsNotReady() {
        String form = "{\"id\":\"29738e61\",\"status\":\"FILLED_IN\",\"lineItems\":[],\"delivery\":{},\"buyer\":{}}";
        assertThat(post("application/json", form, "?channel=" + channel)).hasStatus(409);
    }

    @Test
    void aStreamIsAnsweredLineByLine() throws Exception {
        String body = ImportsTest.lines(channel, 1, 700) + "\nnot an order\n" + ImportsTest.lines(channel, 1, 1);
        MvcTestResult streamed = post("application/x-ndjson", body, "");
        assertThat(streamed).hasStatus(200);
        List<String> answers =
                streamed.getResponse().getContentAsString(UTF_8).lines().toList();
        assertThat(answers).hasSize(702);
        assertThat(answers.get(0)).contains("\"line\":1", "\"result\":\"NEW\"", "\"externalId\":\"1\"");
        assertThat(answers.get(700)).contains("\"line\":701", "\"result\":\"UNREADABLE\"");
        assertThat(answers.get(701)).contains("\"result\":\"UNCHANGED\"");
    }

    @Test
    void aKeyWithoutTheScopeMayNot() {
        key = ((ApiKeys.Made.Created) keys.create(world.unique("reader"), Set.of("orders:read"))).key();
        assertThat(post("application/json", "{}", "")).hasStatus(403);
    }

    private MvcTestResult post(String type, String body, String query) {
        return web.post()
                .uri("/api/v1/orders" + query)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", type)
                .content(body.getBytes(UTF_8))
                .exchange();
    }
}
