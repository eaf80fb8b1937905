package okienko;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sets an office up as a person does: by its pages, without a browser's help. */
final class Administrator implements AutoCloseable {

    static final String PASSWORD = "a green umbrella in May";

    /** What Medusa calls a payment nobody takes: nobody can guess that it is a transfer. */
    private static final String NAMELESS_TRANSFER = "pp_system_default";

    private static final Pattern KEY = Pattern.compile("okk_[-_A-Za-z0-9]{20,}");

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;

    Administrator(OfficeProcess office) throws IOException, InterruptedException {
        address = "http://127.0.0.1:" + office.port();
        Rehearsal.signIn(browser, address, PASSWORD);
    }

    /** A key for a program that sends tables and tells of parcels. */
    String makeKey() throws IOException, InterruptedException {
        String made = submit(
                "/settings/keys",
                "/settings/keys",
                Map.of("name", "warehouse", "scopes", "orders:write,reference:write"));
        Matcher key = KEY.matcher(made);
        assertThat(key.find()).as("the new key is shown once").isTrue();
        return key.group();
    }

    /** The shop under this name, read every five seconds and told everything. */
    void connect(RealShop shop, String channel) throws IOException, InterruptedException {
        Map<String, String> fields = new TreeMap<>(shop.credentials());
        fields.putAll(
                Map.of("channel", channel, "address", shop.address(), "importFrom", "2020-01-01", "interval", "5"));
        fields.putAll(Map.of("tell-NOTE", "y", "tell-STATE", "y", "tell-TRACKING", "y", "tell-CANCELLATION", "y"));
        String list = "/settings/connections";
        String platform = Objects.requireNonNull(fields.get("platform"));
        assertThat(submit(list + "/new?platform=" + platform, list, fields)).contains("/settings/connections/1/pause");
    }

    /** Of some names of the shop only somebody who knows it can say what they mean. */
    void explain() throws IOException, InterruptedException {
        String page = "/settings/connections/1";
        String name = "payment-" + NAMELESS_TRANSFER;
        if (visit(page).contains(name)) submit(page, page + "/meanings", Map.of(name, "TRANSFER"));
    }

    private String visit(String page) throws IOException, InterruptedException {
        return Rehearsal.visit(browser, HttpRequest.newBuilder(URI.create(address + page)));
    }

    private String submit(String page, String form, Map<String, String> fields)
            throws IOException, InterruptedException {
        StringBuilder sent = new StringBuilder("_csrf=" + Rehearsal.token(visit(page)));
        fields.forEach(
                (name, value) -> sent.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8)));
        return Rehearsal.send(browser, address + form, sent.toString());
    }

    @Override
    public void close() {
        browser.close();
    }
}
