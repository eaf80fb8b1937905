package okienko.access.administration;

import java.util.List;
import okienko.access.Agent;
import okienko.ui.Page;
import org.springframework.http.HttpStatus;

/**
 * Everybody who works here, and the form that lets somebody in.
 *
 * @param password a temporary password made just now, shown this once; empty otherwise
 * @param passwordOf whose it is
 * @param typed what was typed into the form
 * @param fault why the form was refused, as the word {@code access.agents.fault.<fault>}; empty when it was not
 */
record AgentsPage(List<Agent> agents, String password, String passwordOf, Typed typed, String fault) implements Page {

    @Override
    public HttpStatus status() {
        return fault.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    /** The form's fields. */
    record Typed(String login, String name, String role) {
        static final Typed NOTHING = new Typed("", "", "CONSULTANT");
    }
}
