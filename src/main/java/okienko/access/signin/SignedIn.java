package okienko.access.signin;

import java.io.Serializable;
import java.security.Principal;
import java.util.List;
import okienko.access.Agent;
import okienko.access.Role;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * The agent a session belongs to.
 *
 * @param epoch the agent's when the session began; a session of an earlier epoch is over
 */
record SignedIn(String login, Role role, int epoch) implements Principal, Serializable {

    static Authentication authentication(Agent agent) {
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(agent.login(), agent.role(), agent.epoch()),
                null,
                List.of(new SimpleGrantedAuthority(agent.role().authority())));
    }

    @Override
    public String getName() {
        return login;
    }
}
