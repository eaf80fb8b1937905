package okienko.reference.uploads;

import static okienko.reference.schema.Tables.UPLOADED_FILES;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okienko.access.Audit;
import okienko.reference.DataSet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Files that were uploaded: shown first, then taken up or set aside. */
@Repository
class Uploads {

    /** Files shown in the history. */
    static final int HISTORY = 50;

    private static final int BODY_KEPT_DAYS = 30;

    /** Where a file stands. */
    enum State {
        SHOWN,
        APPLIED,
        DISCARDED
    }

    /** One file of the history. */
    record Upload(
            long id,
            String dataSet,
            String fileName,
            DataSet.Mode mode,
            State state,
            Instant givenAt,
            String givenBy,
            int added,
            int changed,
            int unchanged,
            int missing,
            int refused) {}

    private final DSLContext db;
    private final Audit audit;
    private final Clock clock;

    Uploads(DSLContext db, Audit audit, Clock clock) {
        this.db = db;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps a file and says what it would change; nothing is changed yet. */
    @Transactional
    public long show(DataSet<?> set, String fileName, DataSet.Mode mode, byte[] body, String by) {
        db.update(UPLOADED_FILES)
                .setNull(UPLOADED_FILES.BODY)
                .where(UPLOADED_FILES.GIVEN_AT.lt(now().minusDays(BODY_KEPT_DAYS)), UPLOADED_FILES.BODY.isNotNull())
                .execute();
        return keep(set, fileName, mode, body, by, State.SHOWN, Comparison.of(set, body, mode));
    }

    /** Takes up a file at once, as a program sends it. */
    @Transactional
    public Comparison<?> take(DataSet<?> set, DataSet.Mode mode, byte[] body, String by) {
        return takeUp(set, mode, body, by);
    }

    private <T> Comparison<T> takeUp(DataSet<T> set, DataSet.Mode mode, byte[] body, String by) {
        Comparison<T> comparison = Comparison.of(set, body, mode);
        if (!comparison.unusable()) {
            apply(set, comparison, mode, by);
            keep(set, "", mode, null, by, State.APPLIED, comparison);
        }
        return comparison;
    }

    /** Takes up a file that was shown, compared afresh; empty when it was settled already or is gone. */
    @Transactional
    public Optional<Comparison<?>> apply(long id, DataSet<?> set, String by) {
        var file = db.select(UPLOADED_FILES.BODY, UPLOADED_FILES.MODE)
                .from(UPLOADED_FILES)
                .where(UPLOADED_FILES.ID.eq(id), UPLOADED_FILES.STATE.eq(State.SHOWN.name()))
                .and(UPLOADED_FILES.BODY.isNotNull())
                .forUpdate()
                .fetchOne();
        if (file == null) return Optional.empty();
        Comparison<?> comparison = applyAfresh(set, file.value1(), DataSet.Mode.valueOf(file.value2()), by);
        settle(id, State.APPLIED);
        return Optional.of(comparison);
    }

    private <T> Comparison<T> applyAfresh(DataSet<T> set, byte[] body, DataSet.Mode mode, String by) {
        Comparison<T> comparison = Comparison.of(set, body, mode);
        apply(set, comparison, mode, by);
        return comparison;
    }

    private <T> void apply(DataSet<T> set, Comparison<T> comparison, DataSet.Mode mode, String by) {
        if (!comparison.entries().isEmpty()) set.apply(comparison.entries(), mode, by);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("added", comparison.added());
        details.put("changed", comparison.changed());
        details.put("refused", comparison.refused());
        details.put("changes", comparison.changes().stream().limit(20).toList());
        audit.record("reference.uploaded", set.name(), details);
    }

    /** Sets a shown file aside. */
    @Transactional
    public void discard(long id) {
        settle(id, State.DISCARDED);
    }

    /** The file and what it holds; the body is null once it is old. */
    Optional<Upload> find(long id) {
        return db.select(shown())
                .from(UPLOADED_FILES)
                .where(UPLOADED_FILES.ID.eq(id))
                .fetchOptional(Uploads::upload);
    }

    byte @Nullable [] body(long id) {
        return db.select(UPLOADED_FILES.BODY)
                .from(UPLOADED_FILES)
                .where(UPLOADED_FILES.ID.eq(id))
                .fetchOne(UPLOADED_FILES.BODY);
    }

    /** The newest files of a data set. */
    List<Upload> history(String dataSet) {
        return db.select(shown())
                .from(UPLOADED_FILES)
                .where(UPLOADED_FILES.DATA_SET.eq(dataSet))
                .orderBy(UPLOADED_FILES.ID.desc())
                .limit(HISTORY)
                .fetch(Uploads::upload);
    }

    private void settle(long id, State state) {
        db.update(UPLOADED_FILES)
                .set(UPLOADED_FILES.STATE, state.name())
                .set(UPLOADED_FILES.SETTLED_AT, now())
                .where(UPLOADED_FILES.ID.eq(id), UPLOADED_FILES.STATE.eq(State.SHOWN.name()))
                .execute();
    }

    private long keep(
            DataSet<?> set,
            String fileName,
            DataSet.Mode mode,
            byte @Nullable [] body,
            String by,
            State state,
            Comparison<?> comparison) {
        return Objects.requireNonNull(db.insertInto(UPLOADED_FILES)
                .set(UPLOADED_FILES.DATA_SET, set.name())
                .set(UPLOADED_FILES.FILE_NAME, fileName)
                .set(UPLOADED_FILES.MODE, mode.name())
                .set(UPLOADED_FILES.BODY, body)
                .set(UPLOADED_FILES.GIVEN_AT, now())
                .set(UPLOADED_FILES.GIVEN_BY, by)
                .set(UPLOADED_FILES.STATE, state.name())
                .set(UPLOADED_FILES.ADDED, comparison.added())
                .set(UPLOADED_FILES.CHANGED, comparison.changed())
                .set(UPLOADED_FILES.UNCHANGED, comparison.unchanged())
                .set(UPLOADED_FILES.MISSING, comparison.missing())
                .set(UPLOADED_FILES.REFUSED, comparison.refused())
                .returning(UPLOADED_FILES.ID)
                .fetchSingle(UPLOADED_FILES.ID));
    }

    private static List<org.jooq.Field<?>> shown() {
        return java.util.Arrays.stream(UPLOADED_FILES.fields())
                .<org.jooq.Field<?>>map(field -> field)
                .filter(field -> !field.equals(UPLOADED_FILES.BODY))
                .toList();
    }

    private static Upload upload(Record row) {
        return new Upload(
                row.get(UPLOADED_FILES.ID),
                row.get(UPLOADED_FILES.DATA_SET),
                row.get(UPLOADED_FILES.FILE_NAME),
                DataSet.Mode.valueOf(row.get(UPLOADED_FILES.MODE)),
                State.valueOf(row.get(UPLOADED_FILES.STATE)),
                row.get(UPLOADED_FILES.GIVEN_AT).toInstant(),
                row.get(UPLOADED_FILES.GIVEN_BY),
                row.get(UPLOADED_FILES.ADDED),
                row.get(UPLOADED_FILES.CHANGED),
                row.get(UPLOADED_FILES.UNCHANGED),
                row.get(UPLOADED_FILES.MISSING),
                row.get(UPLOADED_FILES.REFUSED));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
