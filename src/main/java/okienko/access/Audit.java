package okienko.access;

import static okienko.access.schema.Tables.AUDIT_ENTRIES;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Repository;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The trail of who did what; entries are only ever added, the database refuses to change one. */
@Repository
public class Audit {

    /** Entries on one page of the trail. */
    public static final int PAGE = 100;

    private static final int LONGEST_TEXT = 500;
    private static final TypeReference<Map<String, Object>> DETAILS = new TypeReference<>() {};

    private final DSLContext db;
    private final Clock clock;
    private final JsonMapper json;

    Audit(DSLContext db, Clock clock, JsonMapper json) {
        this.db = db;
        this.clock = clock;
        this.json = json;
    }

    /** Records that whoever is signed in (or the office itself) did {@code action} to {@code subject}. */
    public void record(String action, String subject, Map<String, Object> details) {
        record(actor(), action, subject, details);
    }

    /** Records an act of somebody who is not (yet, or no longer) signed in. */
    public void record(@Nullable String actor, String action, String subject, Map<String, Object> details) {
        db.insertInto(AUDIT_ENTRIES)
                .set(AUDIT_ENTRIES.AT, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .set(AUDIT_ENTRIES.ACTOR, actor)
                .set(AUDIT_ENTRIES.ADDRESS, address())
                .set(AUDIT_ENTRIES.ACTION, action)
                .set(AUDIT_ENTRIES.SUBJECT, shortened(subject))
                .set(AUDIT_ENTRIES.DETAILS, JSONB.valueOf(json.writeValueAsString(details)))
                .execute();
    }

    /** Who acts in this thread: a login, {@code key:<name>}, or null for the office itself. */
    public static @Nullable String actor() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who == null || who instanceof AnonymousAuthenticationToken ? null : who.getName();
    }

    /** The newest entries that match, at most {@link #PAGE}, older than {@code before} where that is given. */
    public List<Entry> entries(Filter filter, @Nullable Long before) {
        return db.select(
                        AUDIT_ENTRIES.ID,
                        AUDIT_ENTRIES.AT,
                        AUDIT_ENTRIES.ACTOR,
                        AUDIT_ENTRIES.ADDRESS,
                        AUDIT_ENTRIES.ACTION,
                        AUDIT_ENTRIES.SUBJECT,
                        AUDIT_ENTRIES.DETAILS)
                .from(AUDIT_ENTRIES)
                .where(matching(filter), before == null ? noCondition() : AUDIT_ENTRIES.ID.lt(before))
                .orderBy(AUDIT_ENTRIES.ID.desc())
                .limit(PAGE)
                .fetch(row -> new Entry(
                        row.value1(),
                        row.value2().toInstant(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6(),
                        json.readValue(row.value7().data(), DETAILS)));
    }

    /** Every action that occurs, for choosing one. */
    public List<String> actions() {
        return db.selectDistinct(AUDIT_ENTRIES.ACTION)
                .from(AUDIT_ENTRIES)
                .orderBy(AUDIT_ENTRIES.ACTION)
                .fetch(AUDIT_ENTRIES.ACTION);
    }

    private static Condition matching(Filter filter) {
        Condition condition = noCondition();
        if (!filter.actor().isBlank()) {
            condition = condition.and(AUDIT_ENTRIES.ACTOR.eq(filter.actor()));
        }
        if (!filter.action().isBlank()) {
            condition = condition.and(AUDIT_ENTRIES.ACTION.eq(filter.action()));
        }
        if (!filter.subject().isBlank()) {
            condition = condition.and(
                    lower(AUDIT_ENTRIES.SUBJECT).contains(filter.subject().toLowerCase(Locale.ROOT)));
        }
        if (filter.from() != null) {
            condition = condition.and(AUDIT_ENTRIES.AT.ge(filter.from().atOffset(ZoneOffset.UTC)));
        }
        if (filter.until() != null) {
            condition = condition.and(AUDIT_ENTRIES.AT.lt(filter.until().atOffset(ZoneOffset.UTC)));
        }
        return condition;
    }

    private static @Nullable String address() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes web
                ? web.getRequest().getRemoteAddr()
                : null;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    /** One act. {@code actor} is null for the office itself. */
    public record Entry(
            long id,
            Instant at,
            @Nullable String actor,
            @Nullable String address,
            String action,
            String subject,
            Map<String, Object> details) {}

    /** Which entries are asked for; an empty text or a null bound asks for all. */
    public record Filter(
            String actor,
            String action,
            String subject,
            @Nullable Instant from,
            @Nullable Instant until) {}
}
