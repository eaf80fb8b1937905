package okienko.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One person at one screen. Closing it fails the test if the pages reported anything: a console error or warning
 * (a breach of the content security policy is one), a script that threw, an answer of 500 or above.
 */
public final class Visitor implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    /** Rules of WCAG 2.2 A and AA and axe's own good practices: https://dequeuniversity.com/rules/axe/4.11. */
    private static final String AUDIT = """
            async () => (await axe.run(document)).violations.flatMap(v =>
              v.nodes.map(n => `${v.id}: ${v.help}: ${n.html} ${n.failureSummary}`))
            """;

    private static final String AXE = axe();

    private final BrowserContext profile;
    private final Page page;
    private final List<String> problems = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    Visitor(BrowserContext profile) {
        this.profile = profile;
        profile.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                problems.add("console " + message.type() + ": " + message.text() + " at " + message.location());
            }
        });
        profile.onWebError(error -> problems.add("script error: " + error.error()));
        profile.onResponse(response -> {
            if (response.status() >= 500) {
                problems.add(response.status() + " from " + response.url());
            }
        });
        this.page = profile.newPage();
    }

    /** The page, for everything Playwright can do with it. */
    public Page page() {
        return page;
    }

    /** Goes to a path of the office, such as {@code /board}. */
    public Page open(String path) {
        page.navigate(path);
        return page;
    }

    /** Signs in by the form, as a person does. */
    public void signIn(String login, String password) {
        signIn("", login, password);
    }

    /** Signs in at another office than the tests' own. */
    public void signIn(String office, String login, String password) {
        open(office + "/sign-in");
        page.fill("input[name=username]", login);
        page.fill("input[name=password]", password);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/sign-in"));
    }

    /** Says that a problem containing these words belongs to the journey: the console reports every 409 as an error. */
    public void expect(String words) {
        expected.add(words);
    }

    /** Fails if axe-core finds any accessibility fault on the page as it stands. */
    @SuppressWarnings("unchecked") // what AUDIT returns: a list of sentences
    public void audit() {
        page.evaluate(AXE);
        var faults = (List<String>) page.evaluate(AUDIT);
        if (!faults.isEmpty()) {
            throw new AssertionError(page.url() + " is not accessible:\n" + String.join("\n", faults));
        }
    }

    /** Fails if the page is wider than its window: a narrow screen must not scroll sideways. */
    public void fits() {
        var beyond = (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
        if (beyond > 0) {
            throw new AssertionError(page.url() + " is " + beyond + " px wider than its window");
        }
    }

    /** Keeps a picture of the whole page in {@code target/screenshots}. */
    public Path screenshot(String name) {
        Path file = SCREENSHOTS.resolve(name + ".png");
        try {
            Files.createDirectories(SCREENSHOTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    private static String axe() {
        // the script from axe's own jar; its Java side wants Jackson 2
        try (var script = Objects.requireNonNull(Visitor.class.getResourceAsStream("/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        profile.close();
        var unexpected = problems.stream()
                .filter(problem -> expected.stream().noneMatch(problem::contains))
                .toList();
        if (!unexpected.isEmpty()) {
            throw new AssertionError("the pages reported:\n" + String.join("\n", unexpected));
        }
    }
}
