package okienko.desk.list;

import static okienko.desk.schema.Tables.SAVED_VIEWS;
import static org.jooq.Records.mapping;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The named questions to the list: everybody's own, and those they share. */
@Repository
class SavedViews {

    static final int LONGEST_NAME = 40;

    private static final int MOST_SHOWN = 50;

    private final DSLContext db;
    private final Clock clock;

    SavedViews(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One's own first, then those of colleagues, by name. */
    List<SavedView> of(String agent) {
        return db.select(SAVED_VIEWS.ID, SAVED_VIEWS.OWNER, SAVED_VIEWS.NAME, SAVED_VIEWS.QUERY, SAVED_VIEWS.SHARED)
                .from(SAVED_VIEWS)
                .where(SAVED_VIEWS.OWNER.eq(agent).or(SAVED_VIEWS.SHARED))
                .orderBy(SAVED_VIEWS.OWNER.ne(agent), SAVED_VIEWS.NAME)
                .limit(MOST_SHOWN)
                .fetch(mapping(SavedView::new));
    }

    /** Keeps a view; a name used again is the same view with a new question. */
    @Transactional
    void save(String agent, String name, Question question, boolean shared) {
        db.insertInto(SAVED_VIEWS)
                .set(SAVED_VIEWS.OWNER, agent)
                .set(SAVED_VIEWS.NAME, name)
                .set(SAVED_VIEWS.QUERY, question.query())
                .set(SAVED_VIEWS.SHARED, shared)
                .set(SAVED_VIEWS.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(SAVED_VIEWS.OWNER, SAVED_VIEWS.NAME)
                .doUpdate()
                .set(SAVED_VIEWS.QUERY, question.query())
                .set(SAVED_VIEWS.SHARED, shared)
                .execute();
    }

    /** Takes a view away; only its owner can. */
    @Transactional
    boolean remove(String agent, long view) {
        return db.deleteFrom(SAVED_VIEWS)
                        .where(SAVED_VIEWS.ID.eq(view), SAVED_VIEWS.OWNER.eq(agent))
                        .execute()
                == 1;
    }
}
