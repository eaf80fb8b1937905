package okienko.access.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.access.Agents;
import okienko.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The way in and out for people. */
@OfficeTest
class SignInTest {

    @Autowired
    MockMvcTester web;

    @Autowired
    World world;

    @Autowired
    Agents agents;

    @Autowired
    TestClock clock;

    @Test
    void theRightPasswordOpensTheDoor() {
        String ola = world.agent(world.unique("ola"), Role.CONSULTANT);
        assertThat(attempt(ola, World.PASSWORD, new MockHttpSession())).hasRedirectedUrl("/");
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginLookTheSame() {
        String ola = world.agent(world.unique("ola"), Role.CONSULTANT);
        assertThat(attempt(ola, "not her password", new MockHttpSession())).hasRedirectedUrl("/sign-in?refused");
        assertThat(attempt(world.unique("nobody"), "not her password", new MockHttpSession()))
                .hasRedirectedUrl("/sign-in?refused");
    }

    @Test
    void failuresBringAGrowingWaitToLoginsThatExistAndToThoseThatDont() {
        for (String login : new String[] {world.agent(world.unique("ola"), Role.CONSULTANT), world.unique("nobody")}) {
            for (int i = 0; i < SignInAttempts.FREE_PER_ACCOUNT; i++) {
                assertThat(attempt(login, "wrong", new MockHttpSession())).hasRedirectedUrl("/sign-in?refused");
            }
            assertThat(redirect(attempt(login, World.PASSWORD, new MockHttpSession())))
                    .startsWith("/sign-in?wait=");
        }
    }

    @Test
    void afterTheWaitTheRightPasswordOpensAndTheAccountStartsAnew() {
        String ola = world.agent(world.unique("ola"), Role.CONSULTANT);
        for (int i = 0; i < SignInAttempts.FREE_PER_ACCOUNT; i++) {
            attempt(ola, "wrong", new MockHttpSession());
        }
        clock.advance(SignInAttempts.FIRST_WAIT.plusSeconds(1));
        assertThat(attempt(ola, World.PASSWORD, new MockHttpSession())).hasRedirectedUrl("/");
        assertThat(attempt(ola, "wrong", new MockHttpSession())).hasRedirectedUrl("/sign-in?refused");
        assertThat(attempt(ola, "wrong", new MockHttpSession())).hasRedirectedUrl("/sign-in?refused");
    }

    @Test
    void theWaitGrowsToALimit() {
        assertThat(SignInAttempts.waitAfter(4, 5)).isZero();
        assertThat(SignInAttempts.waitAfter(5, 5)).isEqualTo(Duration.ofSeconds(5));
        assertThat(SignInAttempts.waitAfter(7, 5)).isEqualTo(Duration.ofSeconds(20));
        assertThat(SignInAttempts.waitAfter(1_000_000, 5)).isEqualTo(SignInAttempts.LONGEST_WAIT);
    }

    @Test
    void aDeactivatedAgentIsOutAtTheNextRequest() {
        String ola = world.agent(world.unique("ola"), Role.CONSULTANT);
        var session = new MockHttpSession();
        attempt(ola, World.PASSWORD, session);
        assertThat(web.get().uri("/nowhere").session(session)).hasStatus(404);
        agents.deactivate(ola);
        assertThat(web.get().uri("/nowhere").session(session)).hasStatus3xxRedirection();
        assertThat(attempt(ola, World.PASSWORD, new MockHttpSession())).hasRedirectedUrl("/sign-in?refused");
    }

    @Test
    void aTemporaryPasswordLeadsToTheChoiceOfOnesOwnOnly() {
        String login = world.unique("nowa");
        var added = (Agents.Change.DoneWithPassword) agents.add(login, "Nowa", Role.CONSULTANT);
        var session = new MockHttpSession();
        attempt(login, added.password(), session);
        assertThat(web.get().uri("/nowhere").session(session)).hasRedirectedUrl("/my/password");
    }

    @Test
    void aRestartOfTheOfficeSignsNobodyOut() {
        Cookie kept =
                kept(attempt(world.agent(world.unique("ola"), Role.CONSULTANT), World.PASSWORD, new MockHttpSession()));
        assertThat(afterARestart(kept)).hasStatus(404);
        assertThat(web.get().uri("/nowhere")).hasStatus3xxRedirection();
        clock.advance(Duration.ofHours(13));
        assertThat(afterARestart(kept)).hasStatus3xxRedirection();
    }

    @Test
    void whoSignsOutOrIsShownTheDoorIsNotKept() {
        String ola = world.agent(world.unique("ola"), Role.CONSULTANT);
        Cookie one = kept(attempt(ola, World.PASSWORD, new MockHttpSession()));
        Cookie other = kept(attempt(ola, World.PASSWORD, new MockHttpSession()));
        web.post().uri("/logout").cookie(one).with(csrf()).exchange();
        assertThat(afterARestart(one)).hasStatus3xxRedirection();
        assertThat(afterARestart(other)).hasStatus(404);
        agents.deactivate(ola);
        assertThat(afterARestart(other)).hasStatus3xxRedirection();
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        assertThat(web.post().uri("/sign-in").param("username", "ola").param("password", "x"))
                .hasStatus(403);
    }

    @Test
    void aProgramWithoutAKeyIsToldWhatToDo() {
        assertThat(web.get().uri("/api/v1/orders/1"))
                .hasStatus(401)
                .hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"okienko\"")
                .bodyJson()
                .extractingPath("$.remedy")
                .asString()
                .contains("Bearer okk_");
    }

    private MvcTestResult attempt(String login, String password, MockHttpSession session) {
        return web.post()
                .uri("/sign-in")
                .session(session)
                .param("username", login)
                .param("password", password)
                .with(csrf())
                .with(request -> {
                    request.setRemoteAddr("10.0." + login.length() + "." + Math.floorMod(login.hashCode(), 250));
                    return request;
                })
                .exchange();
    }

    private MvcTestResult afterARestart(Cookie kept) {
        return web.get().uri("/nowhere").cookie(kept).exchange();
    }

    private static Cookie kept(MvcTestResult signIn) {
        return requireNonNull(signIn.getResponse().getCookie(KeptSignIns.COOKIE));
    }

    private static String redirect(MvcTestResult result) {
        String url = result.getResponse().getRedirectedUrl();
        return url == null ? "" : url;
    }
}
