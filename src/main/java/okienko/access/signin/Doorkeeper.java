package okienko.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import okienko.access.Agent;
import okienko.access.Agents;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at every request of a session again: it is over once the agent was deactivated or got another role or password,
 * and whoever has a temporary password chooses their own before anything else.
 */
final class Doorkeeper extends OncePerRequestFilter {

    static final String PASSWORD_PATH = "/my/password";

    private static final Set<String> ALWAYS = Set.of(PASSWORD_PATH, "/logout", "/sign-in", "/error");

    private final Agents agents;
    private final SecurityContextLogoutHandler out = new SecurityContextLogoutHandler();

    Doorkeeper(Agents agents) {
        this.agents = agents;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof SignedIn session)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Agent> agent =
                agents.find(session.login()).filter(Agent::active).filter(found -> found.epoch() == session.epoch());
        if (agent.isEmpty()) {
            out.logout(request, response, who);
            chain.doFilter(request, response);
        } else if (agent.get().temporaryPassword() && !ALWAYS.contains(request.getServletPath())) {
            response.sendRedirect(request.getContextPath() + PASSWORD_PATH);
        } else {
            chain.doFilter(request, response);
        }
    }
}
