package okienko.access.signin;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import okienko.access.Agent;
import okienko.access.Agents;
import okienko.access.Audit;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Recognises an agent by login and password, and keeps guessers waiting. */
@Component
class SignIn implements AuthenticationProvider {

    private final Agents agents;
    private final SignInAttempts attempts;
    private final Audit audit;

    SignIn(Agents agents, SignInAttempts attempts, Audit audit) {
        this.agents = agents;
        this.attempts = attempts;
        this.audit = audit;
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String login = request.getName();
        String password = String.valueOf(request.getCredentials());
        String address = request.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "";
        Optional<Duration> pause = attempts.begin(login, address);
        if (pause.isPresent()) {
            audit.record(
                    null,
                    "session.blocked",
                    login,
                    Map.of("seconds", pause.get().toSeconds()));
            throw new TooManyAttempts(pause.get());
        }
        Optional<Agent> agent = agents.recognise(login, password);
        if (agent.isEmpty()) {
            audit.record(null, "session.refused", login, Map.of());
            throw new BadCredentialsException("login or password is wrong");
        }
        attempts.succeeded(login, address);
        agents.cameIn(agent.get().login());
        return SignedIn.authentication(agent.get());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
