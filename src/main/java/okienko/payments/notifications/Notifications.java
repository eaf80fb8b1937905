package okienko.payments.notifications;

import static okienko.payments.schema.Tables.NOTIFICATIONS;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.select;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okienko.payments.notifications.Notification.State;
import okienko.payments.notifications.Provider.Heard;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Every notification, from the bytes that came to what became of it; also the outbox of confirmations. */
@Repository
class Notifications {

    static final int PAGE = 50;

    /** Anybody can send rubbish to the address: so many of it are kept an account. */
    private static final int REFUSED_KEPT = 200;

    /** How long a confirmation may take before another worker may try it. */
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final DSLContext db;
    private final Clock clock;

    Notifications(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Keeps what came, before anybody looks at it. */
    @Transactional
    public long keep(Account account, byte[] body, String signature) {
        return db.insertInto(NOTIFICATIONS)
                .set(NOTIFICATIONS.ACCOUNT, account.name())
                .set(NOTIFICATIONS.PROVIDER, account.provider())
                .set(NOTIFICATIONS.RECEIVED_AT, now())
                .set(NOTIFICATIONS.SIGNATURE, signature)
                .set(NOTIFICATIONS.BODY, body)
                .set(NOTIFICATIONS.STATE, State.STORED.name())
                .returning(NOTIFICATIONS.ID)
                .fetchSingle()
                .get(NOTIFICATIONS.ID);
    }

    /** Whether the account has had this message before; then the new copy says nothing and goes. */
    boolean repeated(long id, String account, String event) {
        boolean before = db.fetchExists(
                NOTIFICATIONS,
                NOTIFICATIONS.ACCOUNT.eq(account),
                NOTIFICATIONS.EVENT.eq(event),
                NOTIFICATIONS.ID.ne(id));
        if (before) db.deleteFrom(NOTIFICATIONS).where(NOTIFICATIONS.ID.eq(id)).execute();
        return before;
    }

    void refuse(long id, String account, String why) {
        state(id, State.REFUSED, why, null);
        var refused = NOTIFICATIONS.ACCOUNT.eq(account).and(NOTIFICATIONS.STATE.eq(State.REFUSED.name()));
        db.select(NOTIFICATIONS.ID)
                .from(NOTIFICATIONS)
                .where(refused)
                .orderBy(NOTIFICATIONS.ID.desc())
                .offset(REFUSED_KEPT)
                .limit(1)
                .fetchOptional(NOTIFICATIONS.ID)
                .ifPresent(last -> db.deleteFrom(NOTIFICATIONS)
                        .where(refused, NOTIFICATIONS.ID.le(last))
                        .execute());
    }

    void ignore(long id, Heard.Ignored ignored) {
        db.update(NOTIFICATIONS)
                .set(NOTIFICATIONS.STATE, State.IGNORED.name())
                .set(NOTIFICATIONS.TROUBLE, ignored.why())
                .set(NOTIFICATIONS.EVENT, ignored.event())
                .where(NOTIFICATIONS.ID.eq(id))
                .execute();
    }

    /** Notes what was understood; the state is for whoever places the money, or for the confirmation. */
    Notification note(long id, Heard.Paid paid, State state) {
        return db.update(NOTIFICATIONS)
                .set(NOTIFICATIONS.STATE, state.name())
                .set(NOTIFICATIONS.EVENT, paid.event())
                .set(NOTIFICATIONS.PAYMENT, paid.payment())
                .set(NOTIFICATIONS.ORDER_NUMBER, paid.order())
                .set(NOTIFICATIONS.AMOUNT_MINOR, paid.amount().minor())
                .set(NOTIFICATIONS.CURRENCY, paid.amount().currency())
                .set(NOTIFICATIONS.CONFIRMATION, paid.confirmation())
                .set(NOTIFICATIONS.NEXT_ATTEMPT_AT, now())
                .where(NOTIFICATIONS.ID.eq(id))
                .returning()
                .fetchSingle(Notification::of);
    }

    /** Takes confirmations whose time has come, oldest first, for as long as a lease. */
    @Transactional
    public List<Notification> take(int limit) {
        return db.update(NOTIFICATIONS)
                .set(NOTIFICATIONS.NEXT_ATTEMPT_AT, now().plus(LEASE))
                .set(NOTIFICATIONS.ATTEMPTS, NOTIFICATIONS.ATTEMPTS.plus(1))
                .where(NOTIFICATIONS.ID.in(select(NOTIFICATIONS.ID)
                        .from(NOTIFICATIONS)
                        .where(NOTIFICATIONS.STATE.eq(State.CONFIRMING.name()))
                        .and(NOTIFICATIONS.NEXT_ATTEMPT_AT.le(now()))
                        .orderBy(NOTIFICATIONS.ID)
                        .limit(limit)
                        .forUpdate()
                        .skipLocked()))
                .returning()
                .fetch(Notification::of);
    }

    /** Tries again later. */
    @Transactional
    public void later(long id, String why, Duration wait) {
        db.update(NOTIFICATIONS)
                .set(NOTIFICATIONS.TROUBLE, why)
                .set(NOTIFICATIONS.NEXT_ATTEMPT_AT, now().plus(wait))
                .where(NOTIFICATIONS.ID.eq(id), NOTIFICATIONS.STATE.eq(State.CONFIRMING.name()))
                .execute();
    }

    /** Moves it on, from where it is expected to stand; false when somebody else did. */
    boolean move(long id, State from, State to, String trouble, @Nullable String by) {
        return db.update(NOTIFICATIONS)
                        .set(NOTIFICATIONS.STATE, to.name())
                        .set(NOTIFICATIONS.TROUBLE, trouble)
                        .set(NOTIFICATIONS.SETTLED_BY, by)
                        .set(NOTIFICATIONS.SETTLED_AT, now())
                        .set(NOTIFICATIONS.NEXT_ATTEMPT_AT, now())
                        .where(NOTIFICATIONS.ID.eq(id), NOTIFICATIONS.STATE.eq(from.name()))
                        .execute()
                == 1;
    }

    void state(long id, State state, String trouble, @Nullable String by) {
        db.update(NOTIFICATIONS)
                .set(NOTIFICATIONS.STATE, state.name())
                .set(NOTIFICATIONS.TROUBLE, trouble)
                .set(NOTIFICATIONS.SETTLED_BY, by)
                .where(NOTIFICATIONS.ID.eq(id))
                .execute();
    }

    Optional<Notification> find(long id) {
        return db.selectFrom(NOTIFICATIONS).where(NOTIFICATIONS.ID.eq(id)).fetchOptional(Notification::of);
    }

    /** The newest of one state, before the one given. */
    List<Notification> list(State state, long before) {
        return db.selectFrom(NOTIFICATIONS)
                .where(NOTIFICATIONS.STATE.eq(state.name()), NOTIFICATIONS.ID.lt(before))
                .orderBy(NOTIFICATIONS.ID.desc())
                .limit(PAGE)
                .fetch(Notification::of);
    }

    Map<State, Integer> counts() {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        db.select(NOTIFICATIONS.STATE, count())
                .from(NOTIFICATIONS)
                .groupBy(NOTIFICATIONS.STATE)
                .forEach(row -> counts.put(State.valueOf(row.value1()), row.value2()));
        return counts;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
