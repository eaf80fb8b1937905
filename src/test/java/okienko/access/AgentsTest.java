package okienko.access;

import static org.assertj.core.api.Assertions.assertThat;

import okienko.OfficeTest;
import okienko.World;
import okienko.access.Agents.Change;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Letting people in and out. */
@OfficeTest
class AgentsTest {

    @Autowired
    Agents agents;

    @Autowired
    World world;

    @Test
    void aLoginIsTakenOnceWhateverItsCase() {
        String login = world.unique("jan");
        assertThat(agents.add(login, "Jan", Role.CONSULTANT)).isInstanceOf(Change.DoneWithPassword.class);
        assertThat(agents.add(login.toUpperCase(java.util.Locale.ROOT), "Jan", Role.CONSULTANT))
                .isEqualTo(new Change.LoginTaken());
        assertThat(agents.add("jan kowalski", "Jan", Role.CONSULTANT)).isEqualTo(new Change.LoginRefused());
        assertThat(agents.add(world.unique("jan"), " ", Role.CONSULTANT)).isEqualTo(new Change.NameRefused());
    }

    @Test
    void aNewPasswordReplacesTheOldOneAndEndsSessions() {
        String ola = world.agent(world.unique("ola"), Role.CONSULTANT);
        int epoch = agents.find(ola).orElseThrow().epoch();
        assertThat(agents.changePassword(ola, "wrong", "trzy zielone czajniki")).isEqualTo(new Change.WrongPassword());
        assertThat(agents.changePassword(ola, World.PASSWORD, World.PASSWORD))
                .isEqualTo(new Change.PasswordRefused(Weakness.UNCHANGED));
        assertThat(agents.changePassword(ola, World.PASSWORD, "trzy zielone czajniki"))
                .isEqualTo(new Change.Done());
        assertThat(agents.recognise(ola, World.PASSWORD)).isEmpty();
        assertThat(agents.recognise(ola, "trzy zielone czajniki").orElseThrow().epoch())
                .isGreaterThan(epoch);
    }

    @Test
    void aDeactivatedAgentIsNotRecognisedUntilLetInAgain() {
        String ola = world.agent(world.unique("ola"), Role.CONSULTANT);
        agents.deactivate(ola);
        assertThat(agents.recognise(ola, World.PASSWORD)).isEmpty();
        agents.reactivate(ola);
        assertThat(agents.recognise(ola, World.PASSWORD)).isPresent();
    }

    @Test
    void theLastAdministratorStays() {
        world.ada();
        var administrators = agents.active().stream()
                .filter(agent -> agent.role() == Role.ADMINISTRATOR)
                .map(Agent::login)
                .toList();
        String last = administrators.getLast();
        try {
            administrators.stream().filter(login -> !login.equals(last)).forEach(agents::deactivate);
            assertThat(agents.deactivate(last)).isEqualTo(new Change.LastAdministrator());
            assertThat(agents.change(last, "Last", Role.MANAGER)).isEqualTo(new Change.LastAdministrator());
        } finally {
            administrators.forEach(agents::reactivate);
        }
        assertThat(agents.find(last).orElseThrow().active()).isTrue();
    }
}
