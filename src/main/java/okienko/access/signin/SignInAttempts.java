package okienko.access.signin;

import static okienko.access.schema.Tables.SIGN_IN_ATTEMPTS;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Failed sign-ins and the growing wait they bring (OWASP Authentication Cheat Sheet, "Account Lockout"). An attempt counts
 * as failed from its first moment, so that a hundred at once are a hundred; the right password takes it back. Logins that
 * don't exist are counted like those that do: nothing tells them apart.
 */
@Repository
class SignInAttempts {

    /** Failures without a wait, of one account. */
    static final int FREE_PER_ACCOUNT = 5;
    /** Failures without a wait from one address: a whole office may share it. */
    static final int FREE_PER_ADDRESS = 30;
    /** The first wait; each further failure doubles it. */
    static final Duration FIRST_WAIT = Duration.ofSeconds(5);
    /** A forgetful person waits no longer than this; a guesser gets a hundred guesses a day. */
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    /** Failures are forgotten after a day without one. */
    static final Duration MEMORY = Duration.ofDays(1);

    private static final int LONGEST_SUBJECT = 200;

    private final DSLContext db;
    private final Clock clock;

    SignInAttempts(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Counts an attempt; answers how long to wait where it is not allowed yet. */
    @Transactional
    public Optional<Duration> begin(String login, String address) {
        forget();
        Optional<Duration> byAddress = count(address(address), FREE_PER_ADDRESS);
        return byAddress.isPresent() ? byAddress : count(account(login), FREE_PER_ACCOUNT);
    }

    /** The password was right: the account starts anew, and the address gets its attempt back. */
    @Transactional
    public void succeeded(String login, String address) {
        db.update(SIGN_IN_ATTEMPTS)
                .set(SIGN_IN_ATTEMPTS.FAILURES, DSL.greatest(SIGN_IN_ATTEMPTS.FAILURES.minus(1), DSL.inline(0)))
                .where(SIGN_IN_ATTEMPTS.SUBJECT.eq(address(address)))
                .execute();
        clear(login);
    }

    /** An administrator helped: the account starts anew. */
    public void clear(String login) {
        db.deleteFrom(SIGN_IN_ATTEMPTS)
                .where(SIGN_IN_ATTEMPTS.SUBJECT.eq(account(login)))
                .execute();
    }

    private void forget() {
        db.deleteFrom(SIGN_IN_ATTEMPTS)
                .where(SIGN_IN_ATTEMPTS.LAST_AT.lt(at(clock.instant().minus(MEMORY))))
                .execute();
    }

    private Optional<Duration> count(String subject, int free) {
        // PostgreSQL rounds to microseconds, up as well: a wait of nothing must not end in the future
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        db.insertInto(SIGN_IN_ATTEMPTS)
                .values(subject, 0, at(now), at(now))
                .onConflictDoNothing()
                .execute();
        var row = db.selectFrom(SIGN_IN_ATTEMPTS)
                .where(SIGN_IN_ATTEMPTS.SUBJECT.eq(subject))
                .forUpdate()
                .fetchSingle();
        Instant blockedUntil = row.get(SIGN_IN_ATTEMPTS.BLOCKED_UNTIL).toInstant();
        if (blockedUntil.isAfter(now)) {
            return Optional.of(Duration.between(now, blockedUntil));
        }
        int failures = row.get(SIGN_IN_ATTEMPTS.FAILURES) + 1;
        db.update(SIGN_IN_ATTEMPTS)
                .set(SIGN_IN_ATTEMPTS.FAILURES, failures)
                .set(SIGN_IN_ATTEMPTS.LAST_AT, at(now))
                .set(SIGN_IN_ATTEMPTS.BLOCKED_UNTIL, at(now.plus(waitAfter(failures, free))))
                .where(SIGN_IN_ATTEMPTS.SUBJECT.eq(subject))
                .execute();
        return Optional.empty();
    }

    /** Nothing while attempts are free, then {@link #FIRST_WAIT}, doubled with each failure up to {@link #LONGEST_WAIT}. */
    static Duration waitAfter(int failures, int free) {
        if (failures < free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures - free, 20);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }

    private static String account(String login) {
        return shortened("account:" + login.strip().toLowerCase(Locale.ROOT));
    }

    private static String address(String address) {
        return shortened("address:" + address);
    }

    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
