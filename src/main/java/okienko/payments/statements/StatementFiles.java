package okienko.payments.statements;

import static okienko.payments.schema.Tables.STATEMENT_FILES;
import static okienko.payments.schema.Tables.UNREAD_LINES;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import okienko.access.Audit;
import okienko.payments.statements.Statement.Unread;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The statements' files as they came in, and what was read from each. */
@Repository
class StatementFiles {

    static final int PAGE = 50;
    static final int UNREAD_PAGE = 200;

    private final DSLContext db;
    private final Audit audit;
    private final Clock clock;

    StatementFiles(DSLContext db, Audit audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** What has become of a file. */
    enum State {
        STORED,
        READ,
        FAILED
    }

    /** A file as the page shows it. */
    record File(
            long id,
            String name,
            String source,
            Instant receivedAt,
            String receivedBy,
            String format,
            State state,
            String trouble,
            int fresh,
            int repeated,
            int unreadable) {}

    /** Where a file is kept; {@code known} when the same bytes were here before. */
    record Stored(long id, boolean known) {}

    /** Keeps the bytes before anybody reads them; the same bytes again are the file that is there. */
    @Transactional
    Stored keep(byte[] body, String name, String source, String agent) {
        byte[] hash = sha256(body);
        var added = db.insertInto(STATEMENT_FILES)
                .set(STATEMENT_FILES.SHA256, hash)
                .set(STATEMENT_FILES.FILE_NAME, name)
                .set(STATEMENT_FILES.SOURCE, source)
                .set(STATEMENT_FILES.BODY, body)
                .set(STATEMENT_FILES.RECEIVED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(STATEMENT_FILES.RECEIVED_BY, agent)
                .set(STATEMENT_FILES.STATE, State.STORED.name())
                .onConflictDoNothing()
                .returning(STATEMENT_FILES.ID)
                .fetchOne();
        if (added != null) {
            audit.record("statement.received", name, java.util.Map.of("bytes", body.length));
            return new Stored(added.get(STATEMENT_FILES.ID), false);
        }
        long id = db.selectFrom(STATEMENT_FILES)
                .where(STATEMENT_FILES.SHA256.eq(hash))
                .fetchSingle()
                .get(STATEMENT_FILES.ID);
        return new Stored(id, true);
    }

    /** Files nobody has read yet, oldest first. */
    List<Long> waiting() {
        return db.select(STATEMENT_FILES.ID)
                .from(STATEMENT_FILES)
                .where(STATEMENT_FILES.STATE.eq(State.STORED.name()))
                .orderBy(STATEMENT_FILES.ID)
                .limit(PAGE)
                .fetch(STATEMENT_FILES.ID);
    }

    /** The bytes of a file that waits, held until the transaction ends; empty when somebody has read it meanwhile. */
    Optional<byte[]> hold(long id) {
        return db.select(STATEMENT_FILES.BODY)
                .from(STATEMENT_FILES)
                .where(STATEMENT_FILES.ID.eq(id), STATEMENT_FILES.STATE.eq(State.STORED.name()))
                .forUpdate()
                .fetchOptional(STATEMENT_FILES.BODY);
    }

    void read(long id, Statement statement, int fresh) {
        boolean hopeless = statement.lines().isEmpty() && !statement.unread().isEmpty();
        boolean unknown = statement.format().isEmpty();
        db.update(STATEMENT_FILES)
                .set(STATEMENT_FILES.FORMAT, statement.format())
                .set(STATEMENT_FILES.STATE, unknown || hopeless ? State.FAILED.name() : State.READ.name())
                .set(STATEMENT_FILES.TROUBLE, unknown ? "format" : hopeless ? "lines" : "")
                .set(STATEMENT_FILES.FRESH, fresh)
                .set(STATEMENT_FILES.REPEATED, statement.lines().size() - fresh)
                .set(STATEMENT_FILES.UNREADABLE, statement.unread().size())
                .where(STATEMENT_FILES.ID.eq(id))
                .execute();
        var rows = okienko.database.RowSet.of(statement.unread())
                .column(UNREAD_LINES.LINE, Unread::line)
                .column(UNREAD_LINES.FIELD, Unread::field)
                .column(UNREAD_LINES.VALUE, Unread::value)
                .column(UNREAD_LINES.FILE_ID, _ -> id);
        db.insertInto(UNREAD_LINES, rows.targets())
                .select(org.jooq.impl.DSL.select(rows.columns()).from(rows.table()))
                .onConflictDoNothing() // two faults in one line are one line to look at
                .execute();
    }

    List<File> list(long before) {
        return db.selectFrom(STATEMENT_FILES)
                .where(STATEMENT_FILES.ID.lt(before))
                .orderBy(STATEMENT_FILES.ID.desc())
                .limit(PAGE)
                .fetch(StatementFiles::file);
    }

    Optional<File> find(long id) {
        return db.selectFrom(STATEMENT_FILES).where(STATEMENT_FILES.ID.eq(id)).fetchOptional(StatementFiles::file);
    }

    List<Unread> unread(long id) {
        return db.selectFrom(UNREAD_LINES)
                .where(UNREAD_LINES.FILE_ID.eq(id))
                .orderBy(UNREAD_LINES.LINE)
                .limit(UNREAD_PAGE)
                .fetch(row -> new Unread(
                        row.get(UNREAD_LINES.LINE), row.get(UNREAD_LINES.FIELD), row.get(UNREAD_LINES.VALUE)));
    }

    private static File file(Record row) {
        return new File(
                row.get(STATEMENT_FILES.ID),
                row.get(STATEMENT_FILES.FILE_NAME),
                row.get(STATEMENT_FILES.SOURCE),
                row.get(STATEMENT_FILES.RECEIVED_AT).toInstant(),
                row.get(STATEMENT_FILES.RECEIVED_BY),
                row.get(STATEMENT_FILES.FORMAT),
                State.valueOf(row.get(STATEMENT_FILES.STATE)),
                row.get(STATEMENT_FILES.TROUBLE),
                row.get(STATEMENT_FILES.FRESH),
                row.get(STATEMENT_FILES.REPEATED),
                row.get(STATEMENT_FILES.UNREADABLE));
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
