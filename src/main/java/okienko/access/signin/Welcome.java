package okienko.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import okienko.access.Agents;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.web.servlet.LocaleResolver;

/** Brings an agent to the page they asked for before they signed in, else to the front page; in their language. */
final class Welcome extends SavedRequestAwareAuthenticationSuccessHandler {

    private final Agents agents;
    private final LocaleResolver languages;

    Welcome(Agents agents, LocaleResolver languages) {
        this.agents = agents;
        this.languages = languages;
        setDefaultTargetUrl("/");
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws ServletException, IOException {
        agents.find(who.getName())
                .filter(agent -> !agent.language().isEmpty())
                .ifPresent(agent -> languages.setLocale(request, response, Locale.of(agent.language())));
        super.onAuthenticationSuccess(request, response, who);
    }
}
