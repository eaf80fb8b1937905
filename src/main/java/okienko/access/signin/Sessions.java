package okienko.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import okienko.access.Agents;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins a session without the sign-in page: a new password ends all sessions, the one it was chosen in goes on. */
@Component
class Sessions {

    private final Agents agents;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(Agents agents) {
        this.agents = agents;
    }

    void begin(String login, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SignedIn.authentication(agents.find(login).orElseThrow()));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
    }
}
