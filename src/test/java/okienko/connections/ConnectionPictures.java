package okienko.connections;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import okienko.connections.http.Ways;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Takes the README's picture of connected shops anew: {@code bin/pictures}. */
@OfficeTest
class ConnectionPictures {

    private static final Path PICTURE = Path.of("docs/images/connections.png");

    @Autowired
    Browser browser;

    @Autowired
    World world;

    @Autowired
    Connections connections;

    @Autowired
    Ways ways;

    @Test
    void shopsOfSeveralKinds() {
        Map<String, StubShop> shops = new LinkedHashMap<>();
        shops.put("sklep-pl", new WooCommerceStub());
        shops.put("hurtownia", new PrestaShopStub());
        shops.put("amazon-de", new AmazonStub(Instant::now));
        shops.put("shop-eu", new ShopifyStub(java.time.Clock.systemUTC()));
        List<Long> ids = new ArrayList<>();
        Instant now = Instant.now();
        shops.forEach((channel, shop) -> {
            for (int i = 0; i < 12 + channel.length(); i++) shop.place(shop.id(i), now.minusSeconds(90L * i), true);
            ids.add(connect(channel, shop, now.minus(Duration.ofDays(1))));
        });
        await().atMost(Duration.ofMinutes(1)).until(() -> ids.stream().allMatch(this::read));
        shops.get("hurtownia").die();
        connections.hurry(ids.get(1));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> connection(ids.get(1)).health().trouble() != null);
        try (Visitor ada = browser.signedIn(world.ada(), World.PASSWORD, new Look("en", false, 1280, 620))) {
            Page page = ada.open("/settings/connections");
            page.evaluate("document.fonts.ready");
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURE));
        } finally {
            ids.forEach(id -> connections.pause(connection(id), "test"));
            shops.values().forEach(StubShop::close);
        }
    }

    private long connect(String channel, StubShop shop, Instant from) {
        Platform platform = Platforms.named(shop.platform()).orElseThrow();
        Access access = ways.trial(platform, shop.address(), shop.credentials());
        var entry = new Connections.Entry(
                shop.platform(),
                channel,
                shop.address(),
                shop.credentials(),
                from,
                Duration.ofSeconds(30),
                platform.writes());
        return connections.add(entry, platform.begin(access, from), access.given(), "ada");
    }

    private Connection connection(long id) {
        return connections.find(id).orElseThrow();
    }

    private boolean read(long id) {
        return connection(id).health().received() > 10;
    }
}
