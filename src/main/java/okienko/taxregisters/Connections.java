package okienko.taxregisters;

import static okienko.taxregisters.schema.Tables.ASKED;
import static okienko.taxregisters.schema.Tables.QUESTIONS;
import static okienko.taxregisters.schema.Tables.REGISTERS;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the registers are reached, and how often they were asked. */
@Repository
class Connections {

    private static final int LONGEST_ERROR = 500;

    private final DSLContext db;
    private final ApplicationEventPublisher events;

    Connections(DSLContext db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    List<Connection> all() {
        return db.selectFrom(REGISTERS).orderBy(REGISTERS.REGISTER.desc()).fetch(Connections::connection);
    }

    Connection of(Register register) {
        return db.selectFrom(REGISTERS)
                .where(REGISTERS.REGISTER.eq(register.name()))
                .fetchSingle(Connections::connection);
    }

    /** A new choice is tried at once; orders that are open are looked at again. */
    @Transactional
    public void choose(Register register, boolean active, String address, String ownNumber) {
        db.update(REGISTERS)
                .set(REGISTERS.ACTIVE, active)
                .set(REGISTERS.ADDRESS, address)
                .set(REGISTERS.OWN_NUMBER, ownNumber)
                .set(REGISTERS.OUTAGES, 0)
                .setNull(REGISTERS.RESTING_UNTIL)
                .where(REGISTERS.REGISTER.eq(register.name()))
                .execute();
        events.publishEvent(new TaxRegisterEvent.Switched());
    }

    void answered(Register register, Instant now) {
        db.update(REGISTERS)
                .set(REGISTERS.OUTAGES, 0)
                .setNull(REGISTERS.RESTING_UNTIL)
                .set(REGISTERS.ANSWERED_AT, utc(now))
                .where(REGISTERS.REGISTER.eq(register.name()))
                .execute();
    }

    /** It is left alone until then. */
    void rests(Register register, Instant now, Instant until, String why, boolean outage) {
        db.update(REGISTERS)
                .set(REGISTERS.OUTAGES, outage ? REGISTERS.OUTAGES.plus(1) : REGISTERS.OUTAGES)
                .set(REGISTERS.RESTING_UNTIL, utc(until))
                .set(REGISTERS.LAST_ERROR, shortened(why))
                .set(REGISTERS.LAST_ERROR_AT, utc(now))
                .where(REGISTERS.REGISTER.eq(register.name()))
                .execute();
    }

    /** Something went wrong with one question only. */
    void note(Register register, Instant now, String why) {
        db.update(REGISTERS)
                .set(REGISTERS.LAST_ERROR, shortened(why))
                .set(REGISTERS.LAST_ERROR_AT, utc(now))
                .where(REGISTERS.REGISTER.eq(register.name()))
                .execute();
    }

    /** How often it was asked on a day. */
    int asked(Register register, LocalDate day) {
        return db.select(ASKED.TIMES)
                .from(ASKED)
                .where(ASKED.REGISTER.eq(register.name()), ASKED.ON_DAY.eq(day))
                .fetchOptional(ASKED.TIMES)
                .orElse(0);
    }

    /** Counts a question before it is asked: one whose answer is lost counts there, too. */
    void count(Register register, LocalDate day) {
        db.insertInto(ASKED)
                .set(ASKED.REGISTER, register.name())
                .set(ASKED.ON_DAY, day)
                .set(ASKED.TIMES, 1)
                .onConflict(ASKED.REGISTER, ASKED.ON_DAY)
                .doUpdate()
                .set(ASKED.TIMES, ASKED.TIMES.plus(1))
                .execute();
    }

    int waiting(Register register) {
        return db.fetchCount(QUESTIONS, QUESTIONS.REGISTER.eq(register.name()));
    }

    private static Connection connection(Record row) {
        return new Connection(
                Register.valueOf(row.get(REGISTERS.REGISTER)),
                row.get(REGISTERS.ACTIVE),
                row.get(REGISTERS.ADDRESS),
                row.get(REGISTERS.OWN_NUMBER),
                row.get(REGISTERS.OUTAGES),
                moment(row, REGISTERS.RESTING_UNTIL),
                moment(row, REGISTERS.ANSWERED_AT),
                row.get(REGISTERS.LAST_ERROR),
                moment(row, REGISTERS.LAST_ERROR_AT));
    }

    private static @Nullable Instant moment(Record row, Field<OffsetDateTime> field) {
        OffsetDateTime at = row.get(field);
        return at == null ? null : at.toInstant();
    }

    private static String shortened(String why) {
        return why.substring(0, Math.min(why.length(), LONGEST_ERROR));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
