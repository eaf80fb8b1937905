package okienko.browser;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import jakarta.annotation.PreDestroy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * The Chromium of the browser journeys, started once. Every {@link Visitor} has a profile of its own:
 *
 * <pre>{@code
 * try (Visitor visitor = browser.visitor(Look.in("pl").dark())) {
 *     visitor.open("/board");
 *     visitor.audit();
 * }
 * }</pre>
 */
public class Browser {

    private static final double PATIENCE_MS = 30_000; // machines that build at the same time are slow

    private final Environment environment;
    private @Nullable Playwright playwright;
    private com.microsoft.playwright.@Nullable Browser chromium;

    Browser(Environment environment) {
        this.environment = environment;
    }

    /** Someone not signed in, with an English, light, wide screen. */
    public Visitor visitor() {
        return visitor(Look.in("en"));
    }

    /** Someone not signed in. */
    public Visitor visitor(Look look) {
        var profile = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(address())
                        .setLocale(look.language())
                        .setTimezoneId("Europe/Warsaw")
                        .setColorScheme(look.isDark() ? ColorScheme.DARK : ColorScheme.LIGHT)
                        .setViewportSize(look.width(), look.height()));
        profile.setDefaultTimeout(PATIENCE_MS);
        return new Visitor(profile);
    }

    /** Someone who has come in through the sign-in page. */
    public Visitor signedIn(String login, String password, Look look) {
        Visitor visitor = visitor(look);
        visitor.signIn(login, password);
        return visitor;
    }

    /** Where the office of this test listens. */
    public String address() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    private com.microsoft.playwright.Browser chromium() {
        if (chromium != null) {
            return chromium;
        }
        Optional<Path> program = Chromium.find();
        String advice = "no Chromium here: apt-get install chromium, or -Dokienko.chromium=/path/to/it";
        if (Boolean.getBoolean("okienko.browser.required") && program.isEmpty()) {
            throw new AssertionError(advice);
        }
        assumeTrue(program.isPresent(), "skipped, " + advice);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(driverEnvironment()));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.orElseThrow())
                        .setHeadless(true)
                        .setArgs(Chromium.ARGUMENTS));
        return chromium;
    }

    /** The driver runs on the system's Node.js where there is one: see the profile bundled-node in the pom. */
    private static Map<String, String> driverEnvironment() {
        var variables = new HashMap<String, String>();
        variables.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        String node = System.getProperty("okienko.node", "");
        if (!node.isBlank()) {
            variables.put("PLAYWRIGHT_NODEJS_PATH", node);
        }
        return variables;
    }

    @PreDestroy
    void close() {
        if (playwright != null) {
            playwright.close();
        }
    }
}
