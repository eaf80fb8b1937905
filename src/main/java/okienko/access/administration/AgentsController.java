package okienko.access.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import okienko.access.Agent;
import okienko.access.Agents;
import okienko.access.Agents.Change;
import okienko.access.Role;
import okienko.access.administration.AgentsPage.Typed;
import okienko.ui.Notice;
import okienko.ui.settings.SettingsEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Lets people in and shows them the door. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AgentsController {

    private static final String LIST = "redirect:/settings/agents";

    private final Agents agents;

    AgentsController(Agents agents) {
        this.agents = agents;
    }

    @GetMapping("/settings/agents")
    AgentsPage list(HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        return new AgentsPage(agents.all(), told(before, "password"), told(before, "passwordOf"), Typed.NOTHING, "");
    }

    @PostMapping("/settings/agents")
    Object add(
            @RequestParam String login, @RequestParam String name, @RequestParam Role role, RedirectAttributes next) {
        Change change = agents.add(login, name, role);
        var typed = new Typed(login, name, role.name());
        return switch (change) {
            case Change.DoneWithPassword(String password) -> tell(next, password, name);
            case Change.LoginRefused() -> new AgentsPage(agents.all(), "", "", typed, "login");
            case Change.LoginTaken() -> new AgentsPage(agents.all(), "", "", typed, "login-taken");
            case Change.NameRefused() -> new AgentsPage(agents.all(), "", "", typed, "name");
            case Change.PasswordRefused unforeseen -> throw new IllegalStateException(unforeseen.toString());
            case Change.Done(), Change.WrongPassword(), Change.LastAdministrator() ->
                throw new IllegalStateException(change.toString());
        };
    }

    @GetMapping("/settings/agents/{login}")
    AgentPage show(@PathVariable String login) {
        return new AgentPage(known(login));
    }

    @PostMapping("/settings/agents/{login}")
    String change(@PathVariable String login, @RequestParam String name, @RequestParam Role role) {
        return done(agents.change(known(login).login(), name, role), login, "access.agents.changed");
    }

    @PostMapping("/settings/agents/{login}/password")
    String resetPassword(@PathVariable String login, RedirectAttributes next) {
        var agent = known(login);
        return agents.resetPassword(login) instanceof Change.DoneWithPassword(String password)
                ? tell(next, password, agent.name())
                : LIST;
    }

    @PostMapping("/settings/agents/{login}/deactivation")
    String deactivate(@PathVariable String login) {
        return done(agents.deactivate(known(login).login()), login, "access.agents.deactivated.done");
    }

    @PostMapping("/settings/agents/{login}/reactivation")
    String reactivate(@PathVariable String login) {
        return done(agents.reactivate(known(login).login()), login, "access.agents.reactivated.done");
    }

    @Bean
    static SettingsEntry agentsSettings() {
        return new SettingsEntry("agents", "/settings/agents", 70, "ADMINISTRATOR");
    }

    private Agent known(String login) {
        return agents.find(login).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The password goes to the next page and nowhere else. */
    private static String tell(RedirectAttributes next, String password, String name) {
        next.addFlashAttribute("password", password);
        next.addFlashAttribute("passwordOf", name);
        return LIST;
    }

    private static String told(@Nullable Map<String, ?> before, String what) {
        return before != null && before.get(what) instanceof String text ? text : "";
    }

    private static String done(Change change, String login, String word) {
        switch (change) {
            case Change.Done() -> Notice.done(word, login);
            case Change.LastAdministrator() -> Notice.problem("access.agents.last-administrator");
            case Change.NameRefused() -> Notice.problem("access.agents.fault.name");
            case Change.DoneWithPassword unforeseen ->
                throw new IllegalStateException(unforeseen.getClass().getName());
            case Change.PasswordRefused unforeseen -> throw new IllegalStateException(unforeseen.toString());
            case Change.LoginRefused(), Change.LoginTaken(), Change.WrongPassword() ->
                throw new IllegalStateException(change.toString());
        }
        return LIST + "/" + login;
    }
}
