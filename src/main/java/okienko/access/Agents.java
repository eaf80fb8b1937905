package okienko.access;

import static okienko.access.schema.Tables.AGENTS;
import static okienko.access.schema.Tables.SIGN_IN_ATTEMPTS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people who work in the office. */
@Repository
public class Agents {

    /** NIST SP 800-63B asks for at least 8 beside other protections; two more cost nothing. */
    public static final int SHORTEST_PASSWORD = 10;
    /** Long enough for any sentence, short enough to hash. */
    public static final int LONGEST_PASSWORD = 200;

    private static final String LOGIN_FORM = "[a-z0-9][a-z0-9._@-]{0,63}";
    private static final int LONGEST_NAME = 100;

    private final DSLContext db;
    private final Clock clock;
    private final Audit audit;
    private final Passwords passwords;

    Agents(DSLContext db, Clock clock, Audit audit, Passwords passwords) {
        this.db = db;
        this.clock = clock;
        this.audit = audit;
        this.passwords = passwords;
    }

    /** The agent with this login, deactivated or not. */
    public Optional<Agent> find(String login) {
        return db.selectFrom(AGENTS).where(AGENTS.LOGIN.eq(login)).fetchOptional(Agent::of);
    }

    /** Everybody, those who may enter first. */
    public List<Agent> all() {
        return db.selectFrom(AGENTS)
                .orderBy(AGENTS.DEACTIVATED_AT.isNotNull(), AGENTS.NAME, AGENTS.LOGIN)
                .fetch(Agent::of);
    }

    /** Those who may enter, for choosing a colleague. */
    public List<Agent> active() {
        return all().stream().filter(Agent::active).toList();
    }

    /** The agent who may enter with this password; the work is the same whether or not the login exists. */
    public Optional<Agent> recognise(String login, String password) {
        Optional<Record> row = db.select()
                .from(AGENTS)
                .where(AGENTS.LOGIN.eq(normalised(login)))
                .fetchOptional();
        boolean matches = passwords.matches(
                password, row.map(r -> r.get(AGENTS.PASSWORD_HASH)).orElse(null));
        return row.map(Agent::of).filter(agent -> matches && agent.active());
    }

    /** Notes that the agent came in. */
    @Transactional
    public void cameIn(String login) {
        db.update(AGENTS)
                .set(AGENTS.LAST_SIGN_IN_AT, now())
                .where(AGENTS.LOGIN.eq(login))
                .execute();
        audit.record(login, "session.started", login, Map.of());
    }

    /** Lets somebody in, with a temporary password. */
    @Transactional
    public Change add(String login, String name, Role role) {
        return add(login, name, role, passwords.temporary(), true);
    }

    /** Lets somebody in with a password they know already; the office's first agent comes so. */
    @Transactional
    public Change add(String login, String name, Role role, String password, boolean temporary) {
        String normalised = normalised(login);
        if (!normalised.matches(LOGIN_FORM)) {
            return new Change.LoginRefused();
        }
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return new Change.NameRefused();
        }
        Optional<Weakness> weakness = passwords.weakness(password, normalised, name);
        if (weakness.isPresent()) {
            return new Change.PasswordRefused(weakness.get());
        }
        int added = db.insertInto(AGENTS)
                .set(AGENTS.LOGIN, normalised)
                .set(AGENTS.NAME, name.strip())
                .set(AGENTS.ROLE, role.name())
                .set(AGENTS.PASSWORD_HASH, passwords.hash(password))
                .set(AGENTS.PASSWORD_SET_AT, now())
                .set(AGENTS.PASSWORD_TEMPORARY, temporary)
                .set(AGENTS.ADDED_AT, now())
                .set(AGENTS.ADDED_BY, Audit.actor())
                .onConflictDoNothing()
                .execute();
        if (added == 0) {
            return new Change.LoginTaken();
        }
        audit.record("agent.added", normalised, Map.of("name", name.strip(), "role", role.name()));
        return new Change.DoneWithPassword(password);
    }

    /** Gives the agent another name and role; another role ends their sessions. */
    @Transactional
    public Change change(String login, String name, Role role) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            return new Change.NameRefused();
        }
        Agent before = locked(login);
        if (role != Role.ADMINISTRATOR && lastAdministrator(before)) {
            return new Change.LastAdministrator();
        }
        db.update(AGENTS)
                .set(AGENTS.NAME, name.strip())
                .set(AGENTS.ROLE, role.name())
                .set(AGENTS.EPOCH, before.role() == role ? before.epoch() : before.epoch() + 1)
                .where(AGENTS.LOGIN.eq(login))
                .execute();
        audit.record(
                "agent.changed",
                login,
                Map.of(
                        "before",
                                Map.of(
                                        "name",
                                        before.name(),
                                        "role",
                                        before.role().name()),
                        "after", Map.of("name", name.strip(), "role", role.name())));
        return new Change.Done();
    }

    /** Shows the agent the door: their sessions end at once; what they did stays. */
    @Transactional
    public Change deactivate(String login) {
        Agent agent = locked(login);
        if (lastAdministrator(agent)) {
            return new Change.LastAdministrator();
        }
        int changed = db.update(AGENTS)
                .set(AGENTS.DEACTIVATED_AT, now())
                .set(AGENTS.DEACTIVATED_BY, Audit.actor())
                .set(AGENTS.EPOCH, AGENTS.EPOCH.plus(1))
                .where(AGENTS.LOGIN.eq(login), AGENTS.DEACTIVATED_AT.isNull())
                .execute();
        if (changed > 0) {
            audit.record("agent.deactivated", login, Map.of());
        }
        return new Change.Done();
    }

    /** Lets a deactivated agent in again. */
    @Transactional
    public Change reactivate(String login) {
        int changed = db.update(AGENTS)
                .setNull(AGENTS.DEACTIVATED_AT)
                .setNull(AGENTS.DEACTIVATED_BY)
                .where(AGENTS.LOGIN.eq(login), AGENTS.DEACTIVATED_AT.isNotNull())
                .execute();
        if (changed > 0) {
            audit.record("agent.reactivated", login, Map.of());
        }
        return new Change.Done();
    }

    /** Gives the agent a temporary password; their sessions end. */
    @Transactional
    public Change resetPassword(String login) {
        String password = passwords.temporary();
        setPassword(locked(login).login(), password, true);
        // whoever failed too often before need not wait any longer
        db.deleteFrom(SIGN_IN_ATTEMPTS)
                .where(SIGN_IN_ATTEMPTS.SUBJECT.eq("account:" + login))
                .execute();
        audit.record("agent.password-reset", login, Map.of());
        return new Change.DoneWithPassword(password);
    }

    /** The agent chooses a password; all their sessions end, the caller begins a new one. */
    @Transactional
    public Change changePassword(String login, String current, String wanted) {
        Optional<Agent> agent = recognise(login, current);
        if (agent.isEmpty()) {
            return new Change.WrongPassword();
        }
        Optional<Weakness> weakness = current.equals(wanted)
                ? Optional.of(Weakness.UNCHANGED)
                : passwords.weakness(wanted, login, agent.get().name());
        if (weakness.isPresent()) {
            return new Change.PasswordRefused(weakness.get());
        }
        setPassword(login, wanted, false);
        audit.record("agent.password-changed", login, Map.of());
        return new Change.Done();
    }

    /** The language the office speaks with this agent, wherever they sign in. */
    public void speak(String login, String language) {
        db.update(AGENTS)
                .set(AGENTS.LANGUAGE, language)
                .where(AGENTS.LOGIN.eq(login))
                .execute();
    }

    /** Whether nobody has been let in yet. */
    public boolean none() {
        return !db.fetchExists(AGENTS);
    }

    private void setPassword(String login, String password, boolean temporary) {
        db.update(AGENTS)
                .set(AGENTS.PASSWORD_HASH, passwords.hash(password))
                .set(AGENTS.PASSWORD_SET_AT, now())
                .set(AGENTS.PASSWORD_TEMPORARY, temporary)
                .set(AGENTS.EPOCH, AGENTS.EPOCH.plus(1))
                .where(AGENTS.LOGIN.eq(login))
                .execute();
    }

    /** Locks all administrators as well: two of them who remove each other must not both succeed. */
    private Agent locked(String login) {
        return db
                .selectFrom(AGENTS)
                .where(AGENTS.LOGIN.eq(login).or(administrators()))
                .orderBy(AGENTS.ID)
                .forUpdate()
                .fetch(Agent::of)
                .stream()
                .filter(agent -> agent.login().equals(login))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no agent " + login));
    }

    private boolean lastAdministrator(Agent agent) {
        return agent.active() && agent.role() == Role.ADMINISTRATOR && db.fetchCount(AGENTS, administrators()) == 1;
    }

    private static Condition administrators() {
        return AGENTS.ROLE.eq(Role.ADMINISTRATOR.name()).and(AGENTS.DEACTIVATED_AT.isNull());
    }

    private static String normalised(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** What came of a change to an agent. */
    public sealed interface Change {
        /** Done. */
        record Done() implements Change {}

        /** Done; the password is to be told to the agent, it is not shown again. */
        record DoneWithPassword(String password) implements Change {}

        /** The login has characters other than a-z, 0-9 and {@code . _ @ -}, or is too long. */
        record LoginRefused() implements Change {}

        /** Somebody has the login already. */
        record LoginTaken() implements Change {}

        /** A name is missing or too long. */
        record NameRefused() implements Change {}

        /** The new password is too weak. */
        record PasswordRefused(Weakness weakness) implements Change {}

        /** The present password is another one. */
        record WrongPassword() implements Change {}

        /** Nobody would be left to let people in. */
        record LastAdministrator() implements Change {}
    }
}
