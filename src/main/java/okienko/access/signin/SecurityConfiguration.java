package okienko.access.signin;

import jakarta.servlet.DispatcherType;
import java.util.Map;
import okienko.access.Agents;
import okienko.access.ApiKeys;
import okienko.access.Audit;
import okienko.access.Role;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.servlet.LocaleResolver;

/** Three doors: what is open to anybody, what is for programs with a key, and the desk for signed-in agents. */
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /** Nothing from elsewhere, nothing inline, no framing. */
    static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; "
            + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final String PERMISSIONS =
            "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()";

    @Bean
    static RoleHierarchy roles() {
        return RoleHierarchyImpl.withDefaultRolePrefix()
                .role(Role.ADMINISTRATOR.name())
                .implies(Role.MANAGER.name())
                .role(Role.MANAGER.name())
                .implies(Role.CONSULTANT.name())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain openChain(HttpSecurity http) {
        return http.securityMatcher(
                        "/assets/**",
                        "/webjars/**",
                        "/favicon.ico",
                        "/favicon.svg",
                        "/actuator/health/**",
                        "/notifications/*/*", // payment providers, likewise
                        "/hooks/*") // shops, which sign what they call out
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                // files say themselves how long they keep
                .headers(headers -> hardened(headers).cacheControl(HeadersConfigurer.CacheControlConfig::disable))
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain programChain(HttpSecurity http, ApiKeys keys, ProblemAnswers problems) {
        return http.securityMatcher("/api/v1/**")
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, "/api/v1/openapi.json", "/api/v1/openapi.yaml")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .headers(SecurityConfiguration::hardened)
                // no cookie, so nothing a foreign page could make a browser send
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .addFilterBefore(new KeyFilter(keys), AnonymousAuthenticationFilter.class)
                .exceptionHandling(
                        trouble -> trouble.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain deskChain(
            HttpSecurity http, Agents agents, Audit audit, LocaleResolver languages, KeptSignIns kept) {
        var browser = new BrowserAnswers();
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ASYNC, DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(BrowserAnswers.SIGN_IN, "/preferences", "/api")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .headers(SecurityConfiguration::hardened)
                .formLogin(form -> form.loginPage(BrowserAnswers.SIGN_IN)
                        .successHandler(new Welcome(agents, languages))
                        .failureHandler(browser)
                        .permitAll())
                .csrf(SecurityConfiguration::outlivingARestart)
                .rememberMe(remember -> remember.key(kept.key).rememberMeServices(kept))
                .logout(out -> out.logoutUrl("/logout")
                        .addLogoutHandler((request, response, who) -> {
                            if (who != null) {
                                audit.record(who.getName(), "session.ended", who.getName(), Map.of());
                            }
                        })
                        .logoutSuccessUrl(BrowserAnswers.SIGN_IN + "?bye"))
                .requestCache(cache -> cache.requestCache(whereTheyWantedToGo()))
                .addFilterBefore(new Doorkeeper(agents), AuthorizationFilter.class)
                .exceptionHandling(
                        trouble -> trouble.authenticationEntryPoint(browser).accessDeniedHandler(browser))
                .build();
    }

    /** A form that was open when the office restarted can still be sent: its token is the browser's, not the session's. */
    private static void outlivingARestart(CsrfConfigurer<HttpSecurity> csrf) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        var anew = new CsrfAuthenticationStrategy(tokens);
        csrf.csrfTokenRepository(tokens).sessionAuthenticationStrategy((who, request, response) -> {
            if (!(who instanceof RememberMeAuthenticationToken)) anew.onAuthentication(who, request, response);
        });
    }

    private static HeadersConfigurer<HttpSecurity> hardened(HeadersConfigurer<HttpSecurity> headers) {
        return headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }

    /** A page, not a part of one, a stream or a script: only a page is worth coming back to. */
    @SuppressWarnings("NullAway") // null is the documented way to keep ?continue out of the address
    private static RequestCache whereTheyWantedToGo() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> {
            String accept = request.getHeader("Accept");
            return "GET".equals(request.getMethod())
                    && request.getHeader("HX-Request") == null
                    && accept != null
                    && accept.contains("text/html");
        });
        return cache;
    }
}
