package okienko.taxregisters;

import static okienko.taxregisters.schema.Tables.ANSWERS;
import static okienko.taxregisters.schema.Tables.ASKERS;
import static okienko.taxregisters.schema.Tables.QUESTIONS;
import static org.jooq.impl.DSL.any;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.database.RowSet;
import okienko.taxregisters.RegisterAnswer.Standing;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the tax registers say of buyers' numbers. Whoever asks gets at once what is known; what is not is asked in the
 * background, and {@link TaxRegisterEvent.Answered} tells when it is there.
 */
@Repository
public class TaxRegisters {

    /** The registers' days are Warsaw's: the Polish list speaks of a day, its quota ends at midnight there. */
    static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    /** A firm once registered is asked for again after a week; one that is not may be tomorrow. */
    private static final int FRESH_DAYS = 7;

    private static final int FRESH_DAYS_OTHERWISE = 1;

    /** What is older than this says nothing any more. */
    private static final int OLDEST_DAYS = 30;

    private final DSLContext db;
    private final Connections connections;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TaxRegisters(DSLContext db, Connections connections, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.connections = connections;
        this.events = events;
        this.clock = clock;
    }

    /** A number to ask about at a register. */
    record Question(Register register, String number, int attempts, Instant since) {}

    /**
     * What is known of the numbers on these orders; those no register in use knows of are missing.
     *
     * @param numbers by order reference ({@code channel:externalId}), with the country: {@code PL5260250274}
     * @return by number
     */
    @Transactional
    public Map<String, RegisterAnswer> about(Map<String, String> numbers) {
        if (numbers.isEmpty()) return Map.of();
        Set<Register> active = connections.all().stream()
                .filter(Connection::active)
                .map(Connection::register)
                .collect(Collectors.toSet());
        Map<String, Register> inCharge = new HashMap<>();
        for (String number : numbers.values()) {
            Register.inCharge(number, active).ifPresent(register -> inCharge.put(number, register));
        }
        if (inCharge.isEmpty()) return Map.of();
        LocalDate today = LocalDate.ofInstant(clock.instant(), WARSAW);
        Map<String, RegisterAnswer> known = known(inCharge, today);
        Map<String, Register> asked = new HashMap<>(inCharge);
        known.forEach((number, answer) -> {
            if (fresh(answer, today)) asked.remove(number);
        });
        ask(asked, numbers);
        inCharge.forEach((number, register) -> known.putIfAbsent(number, RegisterAnswer.unknown(register, number)));
        return known;
    }

    private Map<String, RegisterAnswer> known(Map<String, Register> inCharge, LocalDate today) {
        Map<String, RegisterAnswer> known = new HashMap<>();
        db.selectFrom(ANSWERS)
                .where(
                        ANSWERS.NUMBER.eq(any(inCharge.keySet().toArray(String[]::new))),
                        ANSWERS.ON_DAY.ge(today.minusDays(OLDEST_DAYS)))
                .orderBy(ANSWERS.ON_DAY)
                .forEach(row -> {
                    RegisterAnswer answer = answer(row);
                    if (inCharge.get(answer.number()) == answer.register()) known.put(answer.number(), answer);
                });
        return known;
    }

    private static boolean fresh(RegisterAnswer answer, LocalDate today) {
        boolean registered = answer.standing() == Standing.REGISTERED || answer.standing() == Standing.EXEMPT;
        LocalDate day = answer.day();
        return day != null && day.isAfter(today.minusDays(registered ? FRESH_DAYS : FRESH_DAYS_OTHERWISE));
    }

    private void ask(Map<String, Register> asked, Map<String, String> numbers) {
        if (asked.isEmpty()) return;
        OffsetDateTime now = utc(clock.instant());
        var questions = RowSet.of(List.copyOf(asked.entrySet()))
                .column(QUESTIONS.REGISTER, each -> each.getValue().name())
                .column(QUESTIONS.NUMBER, Map.Entry::getKey)
                .column(QUESTIONS.SINCE, _ -> now)
                .column(QUESTIONS.NOT_BEFORE, _ -> now);
        db.insertInto(QUESTIONS, questions.targets())
                .select(DSL.select(questions.columns()).from(questions.table()))
                .onConflictDoNothing()
                .execute();
        var askers = RowSet.of(numbers.entrySet().stream()
                        .filter(each -> asked.containsKey(each.getValue()))
                        .toList())
                .column(ASKERS.NUMBER, Map.Entry::getValue)
                .column(ASKERS.REFERENCE, Map.Entry::getKey);
        db.insertInto(ASKERS, askers.targets())
                .select(DSL.select(askers.columns()).from(askers.table()))
                .onConflictDoNothing()
                .execute();
    }

    /** What a register may be asked now, the oldest first. */
    List<Question> due(Register register, Instant now, int most) {
        return db.selectFrom(QUESTIONS)
                .where(QUESTIONS.REGISTER.eq(register.name()), QUESTIONS.NOT_BEFORE.le(utc(now)))
                .orderBy(QUESTIONS.SINCE, QUESTIONS.NUMBER)
                .limit(most)
                .fetch(row -> new Question(
                        register,
                        row.get(QUESTIONS.NUMBER),
                        row.get(QUESTIONS.ATTEMPTS),
                        row.get(QUESTIONS.SINCE).toInstant()));
    }

    /** Keeps what a register said, and tells whoever wanted to know. */
    @Transactional
    public void keep(Collection<RegisterAnswer> answers) {
        OffsetDateTime now = utc(clock.instant());
        for (RegisterAnswer answer : answers) keep(answer, now);
        String[] numbers = answers.stream().map(RegisterAnswer::number).toArray(String[]::new);
        List<String> references = db.deleteFrom(ASKERS)
                .where(ASKERS.NUMBER.eq(any(numbers)))
                .returning(ASKERS.REFERENCE)
                .fetch(ASKERS.REFERENCE);
        if (!references.isEmpty()) events.publishEvent(new TaxRegisterEvent.Answered(references));
    }

    private void keep(RegisterAnswer answer, OffsetDateTime now) {
        db.insertInto(ANSWERS)
                .set(ANSWERS.REGISTER, answer.register().name())
                .set(ANSWERS.NUMBER, answer.number())
                .set(ANSWERS.ON_DAY, answer.day())
                .set(ANSWERS.STANDING, answer.standing().name())
                .set(ANSWERS.NAME, answer.name())
                .set(ANSWERS.CONSULTATION, answer.consultation())
                .set(ANSWERS.ANSWERED_AT, now)
                .onConflict(ANSWERS.REGISTER, ANSWERS.NUMBER, ANSWERS.ON_DAY)
                .doUpdate()
                .set(ANSWERS.STANDING, answer.standing().name())
                .set(ANSWERS.NAME, answer.name())
                .set(ANSWERS.CONSULTATION, answer.consultation())
                .set(ANSWERS.ANSWERED_AT, now)
                .execute();
        db.deleteFrom(QUESTIONS)
                .where(QUESTIONS.REGISTER.eq(answer.register().name()), QUESTIONS.NUMBER.eq(answer.number()))
                .execute();
    }

    /** Leaves questions for later. */
    void postpone(List<Question> questions, Instant now) {
        for (Question question : questions) {
            Duration rest = Connection.rest(question.attempts() + 1);
            db.update(QUESTIONS)
                    .set(QUESTIONS.ATTEMPTS, QUESTIONS.ATTEMPTS.plus(1))
                    .set(QUESTIONS.NOT_BEFORE, utc(now.plus(rest)))
                    .where(QUESTIONS.REGISTER.eq(question.register().name()), QUESTIONS.NUMBER.eq(question.number()))
                    .execute();
        }
    }

    private static RegisterAnswer answer(Record row) {
        @Nullable LocalDate day = row.get(ANSWERS.ON_DAY);
        return new RegisterAnswer(
                Register.valueOf(row.get(ANSWERS.REGISTER)),
                row.get(ANSWERS.NUMBER),
                Standing.valueOf(row.get(ANSWERS.STANDING)),
                day,
                row.get(ANSWERS.NAME),
                row.get(ANSWERS.CONSULTATION));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
