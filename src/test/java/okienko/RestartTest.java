package okienko;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People at their desks hardly notice that the office was closed and opened again. */
class RestartTest {

    private static final String PASSWORD = "a green umbrella in May";

    @TempDir
    Path data;

    @Test
    void whoWasSignedInGoesOnWithTheFormThatWasOpen() throws Exception {
        try (var browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            String form;
            try (var office = open()) {
                Rehearsal.signIn(browser, address(office), PASSWORD);
                form = Rehearsal.visit(browser, HttpRequest.newBuilder(URI.create(address(office) + "/my/settings")));
                office.stop();
            }
            try (var office = open()) {
                String sent = "speak=pl&_csrf=" + Rehearsal.token(form);
                String next = Rehearsal.send(browser, address(office) + "/my/settings", sent);
                assertThat(next).contains("lang=\"pl\"", "action=\"/my/settings\"");
                next = Rehearsal.send(browser, address(office) + "/my/settings", sent.replace("=pl", "=bg"));
                assertThat(next).as("and sends it a second time").contains("lang=\"bg\"");
            }
        }
    }

    private OfficeProcess open() throws IOException, InterruptedException {
        OfficeProcess office = OfficeProcess.start(data, Map.of("OKIENKO_ADMIN_PASSWORD", PASSWORD))
                .awaitOpen();
        while (!office.said().contains("Okienko is open")) Thread.sleep(20);
        return office;
    }

    private static String address(OfficeProcess office) {
        return "http://127.0.0.1:" + office.port();
    }
}
