package okienko;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/**
 * Opens an office on throw-away data, goes as far as the first pages and closes it again: the trial run from which Java
 * learns what an opening needs (the launcher's {@code train}).
 */
final class Rehearsal {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final List<String> FIRST_PAGES = List.of("/", "/orders");

    /** @param settings of the office, as {@code --name=value} */
    static void main(String... settings) throws IOException, InterruptedException {
        Path data = Files.createTempDirectory("okienko-rehearsal");
        String password = UUID.randomUUID().toString();
        List<String> arguments = new ArrayList<>(List.of(
                "--okienko.data=" + data,
                "--okienko.database.throwaway=true",
                "--okienko.database.url=",
                "--okienko.admin.password=" + password,
                "--server.address=127.0.0.1",
                "--server.port=0"));
        arguments.addAll(List.of(settings));
        var application = new SpringApplication(Okienko.class);
        application.setMainApplicationClass(Okienko.class); // whose wiring was written down by the build
        try (var office = application.run(arguments.toArray(String[]::new))) {
            walk("http://127.0.0.1:" + office.getEnvironment().getRequiredProperty("local.server.port"), password);
        } finally {
            FileSystemUtils.deleteRecursively(data);
        }
    }

    private static void walk(String office, String password) throws IOException, InterruptedException {
        try (var visitor = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            signIn(visitor, office, password);
            for (String path : FIRST_PAGES) visit(visitor, HttpRequest.newBuilder(URI.create(office + path)));
        }
    }

    /** Signs the first administrator in. */
    static void signIn(HttpClient visitor, String office, String password) throws IOException, InterruptedException {
        String page = visit(visitor, HttpRequest.newBuilder(URI.create(office + "/sign-in")));
        send(visitor, office + "/sign-in", "username=admin&password=" + encoded(password) + "&_csrf=" + token(page));
    }

    /** Sends a form, as {@code name=value&…}; answers the page that follows. */
    static String send(HttpClient visitor, String address, String form) throws IOException, InterruptedException {
        return visit(
                visitor,
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    /** The token of the page's forms, ready to be sent. */
    static String token(String page) {
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) throw new IllegalStateException("the page has no form");
        return encoded(token.group(1));
    }

    static String visit(HttpClient visitor, HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = visitor.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.toString());
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Rehearsal() {}
}
