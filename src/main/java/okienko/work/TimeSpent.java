package okienko.work;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** How long people had work in their hands. */
@Repository
public class TimeSpent {

    /** A claim longer than this was a page left open. */
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final DSLContext db;

    TimeSpent(DSLContext db) {
        this.db = db;
    }

    /**
     * Time spent on things of a kind that were claimed since then, by what they are about. A claim lasts until the next
     * move or until the item is closed; one that just lapsed counts as one lease.
     */
    public Map<String, Duration> on(String kind, Instant since) {
        Map<String, Duration> spent = new HashMap<>();
        db.fetch(
                        """
                        select i.reference, sum(extract(epoch from least(
                            coalesce(m.next, i.closed_at, m.at + make_interval(secs => {2})) - m.at,
                            make_interval(secs => {3}))))::float8
                        from (select item_id, at, kind, lead(at) over (partition by item_id order by id) as next
                              from work.moves) m
                        join work.work_items i on i.id = m.item_id
                        where i.kind = {0} and m.at >= {1} and m.kind in ('CLAIMED', 'TAKEN_OVER')
                        group by i.reference
                        """,
                        DSL.val(kind),
                        DSL.val(since.atOffset(ZoneOffset.UTC)),
                        DSL.inline((double) WorkItems.LEASE.toSeconds()),
                        DSL.inline((double) LONGEST.toSeconds()))
                .forEach(row -> spent.put(
                        row.get(0, String.class),
                        Duration.ofSeconds(Math.max(0, Math.round(row.get(1, Double.class))))));
        return spent;
    }
}
