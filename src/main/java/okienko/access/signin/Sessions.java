package okienko.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import okienko.access.Agents;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** Begins a session without the sign-in page: a new password ends all sessions, the one it was chosen in goes on. */
@Component
class Sessions {

    private final Agents agents;
    private final KeptSignIns kept;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    Sessions(Agents agents, KeptSignIns kept) {
        this.agents = agents;
        this.kept = kept;
    }

    void begin(String login, HttpServletRequest request, HttpServletResponse response) {
        request.changeSessionId();
        var context = SecurityContextHolder.createEmptyContext();
        Authentication who = SignedIn.authentication(agents.find(login).orElseThrow());
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        kept.loginSuccess(request, response, who);
    }
}
