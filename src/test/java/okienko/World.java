package okienko;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import okienko.access.Agents;
import okienko.access.Role;

/**
 * The named world of the tests: people, shops and orders that more than one test needs, each made through the office's
 * own doors. Add to it what reads well in a sentence: {@code world.heldOrder()}, {@code world.ania()}.
 */
public class World {

    /** Every agent of the tests signs in with this. */
    public static final String PASSWORD = "seven green kettles";

    private static final String RUN = Long.toString(System.currentTimeMillis() / 1000, 36);
    private final AtomicInteger last = new AtomicInteger();
    private final Agents agents;

    World(Agents agents) {
        this.agents = agents;
    }

    /** The login of Ola, who settles orders. */
    public String ola() {
        return agent("ola", Role.CONSULTANT);
    }

    /** The login of Marek, who runs the office. */
    public String marek() {
        return agent("marek", Role.MANAGER);
    }

    /** The login of Ada, who lets people in. */
    public String ada() {
        return agent("ada", Role.ADMINISTRATOR);
    }

    /** The login of somebody with this role; made on first asking. */
    public String agent(String login, Role role) {
        if (agents.find(login).isEmpty()) {
            agents.add(
                    login, login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1), role, PASSWORD, false);
        }
        return login;
    }

    /** A name nobody in this database has: for channels, SKUs, logins, external ids. */
    public String unique(String prefix) {
        return prefix + "-" + RUN + "-" + last.incrementAndGet();
    }

    /** A channel of its own, so that a test never meets another test's orders. */
    public String channel() {
        return unique("shop");
    }
}
