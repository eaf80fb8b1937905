package okienko.ordercontrol.rules;

import static okienko.ordercontrol.schema.Tables.HOLDS;
import static org.jooq.impl.DSL.countDistinct;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import okienko.ordercontrol.Reason;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;

/** How much each check holds. */
@Repository
class RuleFigures {

    private static final Duration LATELY = Duration.ofDays(30);

    private final DSLContext db;
    private final Clock clock;
    private final ZoneId zone;

    RuleFigures(DSLContext db, Clock clock, @Value("${okienko.zone:Europe/Warsaw}") ZoneId zone) {
        this.db = db;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Orders one check held.
     *
     * @param lately in the last 30 days
     * @param shadow in the last 30 days it would have held, had it been on
     */
    record Figures(int today, int lately, int shadow) {
        static final Figures NONE = new Figures(0, 0, 0);
    }

    Map<Reason, Figures> all() {
        var midnight = LocalDate.ofInstant(clock.instant(), zone)
                .atStartOfDay(zone)
                .toInstant()
                .atOffset(ZoneOffset.UTC);
        var held = countDistinct(HOLDS.ORDER_ID).filterWhere(HOLDS.SHADOW.isFalse());
        var today = countDistinct(HOLDS.ORDER_ID).filterWhere(HOLDS.SHADOW.isFalse(), HOLDS.OPENED_AT.ge(midnight));
        var shadow = countDistinct(HOLDS.ORDER_ID).filterWhere(HOLDS.SHADOW.isTrue());
        Map<Reason, Figures> figures = new HashMap<>();
        db.select(HOLDS.REASON, today, held, shadow)
                .from(HOLDS)
                .where(HOLDS.OPENED_AT.ge(clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC)))
                .groupBy(HOLDS.REASON)
                .forEach(row ->
                        figures.put(Reason.of(row.value1()), new Figures(row.value2(), row.value3(), row.value4())));
        return figures;
    }
}
