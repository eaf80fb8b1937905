package okienko.access.signin;

import static okienko.access.schema.Tables.KEPT_SIGN_INS;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import okienko.access.Agent;
import okienko.access.Agents;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.RememberMeAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.RememberMeServices;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Keeps who is signed in over a restart of the office: sessions live in memory, and a browser whose session is gone gets a
 * new one for the token it was given. The token counts until its agent signs out, their epoch ends or a working day is
 * over; docs/decisions/0010 says why sessions themselves are not kept.
 */
@Component
class KeptSignIns implements RememberMeServices, LogoutHandler {

    static final String COOKIE = "okienko-kept";

    /** What Spring Security tells our answers from others' by; new at each start, as answers do not outlive one. */
    final String key;

    private static final int TOKEN_BYTES = 32;

    private final DSLContext db;
    private final Clock clock;
    private final Agents agents;
    private final Duration kept;
    private final SecureRandom random = new SecureRandom();

    KeptSignIns(DSLContext db, Clock clock, Agents agents, @Value("${server.servlet.session.timeout}") Duration kept) {
        this.db = db;
        this.clock = clock;
        this.agents = agents;
        this.kept = kept;
        this.key = token();
    }

    @Override
    public void loginSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who) {
        if (!(who.getPrincipal() instanceof SignedIn agent)) return;
        forget(request);
        db.deleteFrom(KEPT_SIGN_INS).where(KEPT_SIGN_INS.ENDS_AT.lt(now())).execute();
        String token = token();
        db.insertInto(KEPT_SIGN_INS)
                .set(KEPT_SIGN_INS.TOKEN_HASH, hash(token))
                .set(KEPT_SIGN_INS.LOGIN, agent.login())
                .set(KEPT_SIGN_INS.EPOCH, agent.epoch())
                .set(KEPT_SIGN_INS.ENDS_AT, now().plus(kept))
                .execute();
        give(token, request, response);
    }

    @Override
    public @Nullable Authentication autoLogin(HttpServletRequest request, HttpServletResponse response) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null || cookie.getValue().isEmpty()) return null;
        Optional<Agent> agent = db.select(KEPT_SIGN_INS.LOGIN, KEPT_SIGN_INS.EPOCH)
                .from(KEPT_SIGN_INS)
                .where(KEPT_SIGN_INS.TOKEN_HASH.eq(hash(cookie.getValue())), KEPT_SIGN_INS.ENDS_AT.gt(now()))
                .fetchOptional()
                .flatMap(row ->
                        agents.find(row.value1()).filter(found -> found.active() && found.epoch() == row.value2()));
        if (agent.isEmpty()) {
            give("", request, response);
            return null;
        }
        Authentication signedIn = SignedIn.authentication(agent.get());
        return new RememberMeAuthenticationToken(
                key, Objects.requireNonNull(signedIn.getPrincipal()), signedIn.getAuthorities());
    }

    @Override
    public void loginFail(HttpServletRequest request, HttpServletResponse response) {
        // whoever mistypes a password has not signed out of where they were
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, @Nullable Authentication who) {
        forget(request);
        give("", request, response);
    }

    private void forget(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        if (cookie == null) return;
        db.deleteFrom(KEPT_SIGN_INS)
                .where(KEPT_SIGN_INS.TOKEN_HASH.eq(hash(cookie.getValue())))
                .execute();
    }

    /** Gives the browser a token for as long as it is open, or takes it away. */
    private static void give(String token, HttpServletRequest request, HttpServletResponse response) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, token)
                .path(request.getContextPath() + "/")
                .maxAge(token.isEmpty() ? 0 : -1)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
