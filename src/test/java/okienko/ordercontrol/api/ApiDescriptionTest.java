package okienko.ordercontrol.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okienko.OfficeTest;
import okienko.access.ApiKeys;
import okienko.browser.Browser;
import okienko.browser.Look;
import okienko.browser.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The description says what is there, no more and no less. */
@OfficeTest
class ApiDescriptionTest {

    private static final Pattern CHOICE = Pattern.compile("\\{\\w+:([^}]+)}");
    private static final Pattern SCOPE = Pattern.compile("hasAuthority\\('([a-z:]+)'\\)");
    /** Described ahead of the module that answers it; drop this line when it is there. */
    private static final Set<String> COMING = Set.of("POST /api/v1/orders");

    @Autowired
    ApiDescription description;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvcTester web;

    @Autowired
    Browser browser;

    @Test
    void everyAddressIsDescribedWithItsScopeAndNoOtherIs() {
        var described = new TreeMap<String, String>();
        description.operations().forEach(each -> described.put(each.method() + " " + each.path(), each.scope()));
        var real = new TreeMap<String, String>();
        mappings.getHandlerMethods()
                .forEach((info, handler) -> addresses(info).forEach(address -> real.put(address, scope(handler))));
        COMING.stream().filter(address -> !real.containsKey(address)).forEach(described::remove);
        assertThat(described).isEqualTo(real);
    }

    @Test
    void everyScopeExists() {
        assertThat(description.operations().stream()
                        .map(ApiDescription.Operation::scope)
                        .filter(scope -> !scope.isEmpty()))
                .isSubsetOf(ApiKeys.SCOPES);
    }

    @Test
    void programsGetItWithoutAKey() {
        assertThat(web.get().uri("/api/v1/openapi.json"))
                .hasStatusOk()
                .hasContentType("application/json")
                .bodyJson()
                .extractingPath("$.openapi")
                .isEqualTo("3.1.0");
        assertThat(web.get().uri("/api/v1/openapi.yaml"))
                .hasStatusOk()
                .bodyText()
                .startsWith("openapi: 3.1.0");
    }

    @Test
    void everyReferenceWithinItLeadsSomewhere() {
        Matcher references =
                Pattern.compile("\\$ref: '#/components/(\\w+)/([\\w-]+)'").matcher(description.yaml());
        int seen = 0;
        while (references.find()) {
            seen++;
            assertThat(description.resolved(
                            Map.of("$ref", "#/components/" + references.group(1) + "/" + references.group(2))))
                    .as(references.group())
                    .isNotEmpty();
        }
        assertThat(seen).isGreaterThan(50);
    }

    @Test
    void peopleReadItInTheirLanguage() {
        for (String language : new String[] {"pl", "en", "ru", "bg"}) {
            try (Visitor visitor = browser.visitor(Look.in(language).narrow())) {
                var page = visitor.open("/api");
                visitor.audit();
                visitor.fits();
                assertThat(page.content()).doesNotContain("⟦").contains("curl");
            }
        }
    }

    private static Stream<String> addresses(RequestMappingInfo info) {
        return info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/v1/"))
                .flatMap(ApiDescriptionTest::choices)
                .flatMap(
                        path -> info.getMethodsCondition().getMethods().stream().map(method -> method + " " + path));
    }

    /** {@code /{a:x|y}} stands for /x and /y. */
    private static Stream<String> choices(String path) {
        Matcher choice = CHOICE.matcher(path);
        return choice.find()
                ? Arrays.stream(choice.group(1).split("\\|", -1))
                        .map(one -> CHOICE.matcher(path).replaceFirst(one))
                : Stream.of(path);
    }

    private static String scope(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        var all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        var rule = own != null ? own : all;
        Matcher scope = SCOPE.matcher(rule == null ? "" : rule.value());
        return scope.matches() ? scope.group(1) : "";
    }
}
