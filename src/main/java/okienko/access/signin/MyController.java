package okienko.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.Locale;
import okienko.access.Agent;
import okienko.access.Agents;
import okienko.access.Agents.Change;
import okienko.ui.Area;
import okienko.ui.Language;
import okienko.ui.Notice;
import okienko.ui.settings.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.LocaleResolver;

/** Lets agents set what is theirs. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class MyController {

    private static final int LAST_IN_RAIL = 90;

    private final Agents agents;
    private final Sessions sessions;
    private final LocaleResolver languages;

    MyController(Agents agents, Sessions sessions, LocaleResolver languages) {
        this.agents = agents;
        this.sessions = sessions;
        this.languages = languages;
    }

    /** The settings' front door: what everybody may open. */
    @GetMapping("/settings")
    String settings() {
        return "redirect:/my/settings";
    }

    @GetMapping("/my/settings")
    MyPage show(Principal who) {
        return new MyPage(agent(who));
    }

    @PostMapping("/my/settings")
    String speak(@RequestParam String speak, Principal who, HttpServletRequest request, HttpServletResponse response) {
        String language = Language.of(speak).map(Language::code).orElse("");
        agents.speak(who.getName(), language);
        if (!language.isEmpty()) {
            languages.setLocale(request, response, Locale.of(language));
        }
        Notice.done("access.my.saved");
        return "redirect:/my/settings";
    }

    @GetMapping("/my/password")
    PasswordPage password(Principal who) {
        return page(agent(who), false, false, "");
    }

    @PostMapping("/my/password")
    Object change(
            @RequestParam String current,
            @RequestParam String wanted,
            @RequestParam String again,
            Principal who,
            HttpServletRequest request,
            HttpServletResponse response) {
        Agent agent = agent(who);
        if (!wanted.equals(again)) {
            return page(agent, false, true, "");
        }
        return switch (agents.changePassword(agent.login(), current, wanted)) {
            case Change.Done() -> {
                sessions.begin(agent.login(), request, response);
                Notice.done("access.password.done");
                yield "redirect:/";
            }
            case Change.WrongPassword() -> page(agent, true, false, "");
            case Change.PasswordRefused(var weakness) -> page(agent, false, false, weakness.name());
            case Change.DoneWithPassword unforeseen ->
                throw new IllegalStateException(unforeseen.getClass().getName());
            case Change.LoginRefused(), Change.LoginTaken(), Change.NameRefused(), Change.LastAdministrator() ->
                throw new IllegalStateException("a change of password says nothing of that");
        };
    }

    @Bean
    static Area settingsArea() {
        return new Area("settings", "/settings", "settings", LAST_IN_RAIL, "CONSULTANT", "s");
    }

    @Bean
    static SettingsEntry mySettings() {
        return new SettingsEntry("my", "/my/settings", 0, "CONSULTANT");
    }

    private static PasswordPage page(Agent agent, boolean wrong, boolean different, String weakness) {
        return new PasswordPage(agent.login(), agent.temporaryPassword(), wrong, different, weakness);
    }

    private Agent agent(Principal who) {
        return agents.find(who.getName()).orElseThrow();
    }
}
