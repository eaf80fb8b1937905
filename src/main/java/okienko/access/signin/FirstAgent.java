package okienko.access.signin;

import java.util.List;
import java.util.Set;
import okienko.access.Agents;
import okienko.access.Agents.Change;
import okienko.access.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets the first administrator in and tells, once the office is open, where it is. The console is the only place where
 * the first password ever stands.
 */
@Component
class FirstAgent {

    static final String LOGIN = "admin";

    private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");

    private final Agents agents;
    private final Environment environment;
    private final String wanted;

    FirstAgent(Agents agents, Environment environment, @Value("${okienko.admin.password:}") String wanted) {
        this.agents = agents;
        this.environment = environment;
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void open() {
        String password = agents.none() ? letIn() : "";
        System.out.println(block(address(), password));
    }

    /** Answers the password if it has to be told: one that was given is known already. */
    private String letIn() {
        Change change = wanted.isEmpty()
                ? agents.add(LOGIN, LOGIN, Role.ADMINISTRATOR)
                : agents.add(LOGIN, LOGIN, Role.ADMINISTRATOR, wanted, false);
        return switch (change) {
            case Change.DoneWithPassword(String password) -> wanted.isEmpty() ? password : "";
            case Change.PasswordRefused(var weakness) ->
                throw new IllegalStateException("OKIENKO_ADMIN_PASSWORD is refused (" + weakness + "): at least "
                        + Agents.SHORTEST_PASSWORD + " characters, and none of the common passwords");
            case Change.LoginTaken() -> ""; // another office on the same database was quicker
            case Change.Done(),
                    Change.LoginRefused(),
                    Change.NameRefused(),
                    Change.WrongPassword(),
                    Change.LastAdministrator() -> throw new IllegalStateException(change.toString());
        };
    }

    private String address() {
        String scheme = environment.getProperty("server.ssl.enabled", Boolean.class, false) ? "https" : "http";
        String host = environment.getProperty("server.address", "");
        return scheme + "://" + (EVERYWHERE.contains(host) ? "localhost" : host) + ":"
                + environment.getProperty("local.server.port", "8080");
    }

    private static String block(String address, String password) {
        List<String> lines = password.isEmpty()
                ? List.of("Okienko is open:  " + address)
                : List.of(
                        "Okienko is open:  " + address,
                        "Sign in as:       " + LOGIN,
                        "First password:   " + password,
                        "                  Shown only now. You choose your own when you sign in.");
        return "\n  " + String.join("\n  ", lines) + "\n";
    }
}
