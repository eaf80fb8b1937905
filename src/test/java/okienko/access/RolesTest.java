package okienko.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.anonymous;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okienko.OfficeTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route × every role: a new controller without a rule fails here. */
@OfficeTest
class RolesTest {

    /** Open to anybody. */
    private static final Set<String> OPEN = Set.of(
            "/sign-in",
            "/preferences",
            "/error",
            "/api",
            "/api/v1/openapi.json",
            "/api/v1/openapi.yaml",
            "/hooks/{id}",
            "/notifications/{provider}/{account}");
    /** Open to whoever is signed in, whatever their role. */
    private static final Set<String> SIGNED_IN = Set.of("/live", "/palette", "/alarms", "/styleguide");

    private static final Pattern ROLE = Pattern.compile("hasRole\\('(CONSULTANT|MANAGER|ADMINISTRATOR)'\\)");
    private static final Pattern SCOPE = Pattern.compile("hasAuthority\\('([a-z:]+)'\\)");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    MockMvcTester web;

    @Test
    void everyRouteSaysWhoMayUseIt() {
        assertThat(routes().filter(route -> !isRuled(route)).map(Route::toString))
                .as(
                        "routes whose controller has no @PreAuthorize(\"hasRole('…')\") or, under /api/v1, hasAuthority('scope')")
                .isEmpty();
    }

    @Test
    void nobodyComesInWithoutSigningIn() {
        routes().filter(route -> !OPEN.contains(route.path())).forEach(route -> {
            var answer = web.method(route.method())
                    .uri(route.address())
                    .with(anonymous())
                    .with(csrf())
                    .exchange();
            assertThat(answer.getResponse().getStatus()).as(route.toString()).isIn(302, 401);
            String location = answer.getResponse().getHeader("Location");
            assertThat(location == null || location.startsWith("/sign-in"))
                    .as(route.toString())
                    .isTrue();
        });
    }

    @Test
    void aLowerRoleIsRefused() {
        routes().forEach(route -> {
            Role least = role(route);
            for (Role role : Role.values()) {
                if (least != null && role.compareTo(least) < 0) {
                    var answer = web.perform(request(route)
                            .with(user("somebody").roles(role.name()))
                            .with(csrf()));
                    // 400: a parameter was missing before the rule was asked
                    assertThat(answer.getResponse().getStatus())
                            .as(route + " as " + role)
                            .isIn(403, 400);
                }
            }
        });
    }

    @Test
    void everyChangeNeedsItsToken() {
        routes().filter(route -> !route.path().startsWith("/api/")
                        && !Set.of("/error", "/hooks/{id}", "/notifications/{provider}/{account}")
                                .contains(route.path()))
                .filter(route -> !route.method().equals(HttpMethod.GET))
                .forEach(route -> assertThat(web.method(route.method())
                                .uri(route.address())
                                .with(user("ada").roles("ADMINISTRATOR")))
                        .as(route.toString())
                        .hasStatus(403));
    }

    /** A POST may be one with a file; those without don't mind. */
    private static AbstractMockHttpServletRequestBuilder<?> request(Route route) {
        return route.method().equals(HttpMethod.POST)
                ? MockMvcRequestBuilders.multipart(route.address())
                : MockMvcRequestBuilders.request(route.method(), route.address());
    }

    private boolean isRuled(Route route) {
        if (OPEN.contains(route.path()) || SIGNED_IN.contains(route.path())) {
            return true;
        }
        return route.path().startsWith("/api/v1/") ? scope(route) != null : role(route) != null;
    }

    private static @Nullable Role role(Route route) {
        var found = ROLE.matcher(route.rule());
        return found.matches() ? Role.valueOf(found.group(1)) : null;
    }

    private static @Nullable String scope(Route route) {
        var found = SCOPE.matcher(route.rule());
        return found.matches() && ApiKeys.SCOPES.contains(found.group(1)) ? found.group(1) : null;
    }

    private Stream<Route> routes() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("okienko."))
                .flatMap(entry -> routes(entry.getKey(), entry.getValue()));
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        List<HttpMethod> asked = methods.isEmpty()
                ? List.of(HttpMethod.GET)
                : methods.stream().map(RequestMethod::asHttpMethod).toList();
        return info.getPatternValues().stream()
                .flatMap(path -> asked.stream().map(method -> new Route(method, path, rule(handler))));
    }

    private static String rule(HandlerMethod handler) {
        var own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), PreAuthorize.class);
        var all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), PreAuthorize.class);
        return own != null ? own.value() : all != null ? all.value() : "";
    }

    private record Route(HttpMethod method, String path, String rule) {

        /** An address that fits the path. */
        String address() {
            return path.replaceAll("\\{\\w+:\\\\d[^/]*}", "1")
                    .replaceAll("\\{\\w+:(\\w+)[^}]*}", "$1")
                    .replaceAll("\\{[^}]+}", "1");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }
}
