package okienko.ordercontrol.evaluations;

import static okienko.database.RowSet.in;
import static okienko.ordercontrol.schema.Tables.EVALUATIONS;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.trueCondition;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import okienko.database.RowSet;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Verdict;
import okienko.orders.OrderId;
import okienko.orders.Revisions;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What control saw each time it decided. Written in the transaction of the verdict, a batch in one statement; kept for
 * {@code okienko.evaluations.days}, and never longer than the order itself, for there are people in it.
 */
@Repository
public class Evaluations {

    /** Rows let go of in one transaction. */
    private static final int BATCH = 10_000;

    private static final int MOST_OF_AN_ORDER = 200;

    private final DSLContext db;
    private final Clock clock;
    private final SharedFacts shared;
    private final Revisions revisions;
    private final Duration kept;

    Evaluations(
            DSLContext db,
            Clock clock,
            SharedFacts shared,
            Revisions revisions,
            @Value("${okienko.evaluations.days}") int days) {
        if (days < 1) throw new IllegalArgumentException("okienko.evaluations.days is " + days + ": keep at least one");
        this.db = db;
        this.clock = clock;
        this.shared = shared;
        this.revisions = revisions;
        this.kept = Duration.ofDays(days);
    }

    /** A decision to be kept: of which order, what was seen, by which rules, and what they said. */
    public record Seen(OrderId order, Facts facts, int rulesVersion, Verdict verdict) {}

    /** How long evaluations are kept. */
    public Duration kept() {
        return kept;
    }

    /** Keeps what was seen. A decision that is the order's last one over again, with the same facts, makes no row. */
    @Transactional
    public void keep(List<Seen> seen) {
        if (seen.isEmpty()) return;
        SharedFacts.Numbering numbering = shared.numbering();
        var rows = RowSet.of(
                        seen.stream().map(each -> Packed.of(each, numbering)).toList())
                .column(EVALUATIONS.ORDER_ID, Packed::order)
                .column(EVALUATIONS.REVISION, Packed::revision)
                .column(EVALUATIONS.AT, Packed::at)
                .column(EVALUATIONS.RULES_VERSION, Packed::rulesVersion)
                .column(EVALUATIONS.VERDICT, Packed::verdict)
                .column(EVALUATIONS.AT_WAREHOUSE, Packed::atWarehouse)
                .column(EVALUATIONS.TERMS, Packed::terms)
                .column(EVALUATIONS.SERVICES, Packed::services)
                .column(EVALUATIONS.RATES, Packed::rates)
                .column(EVALUATIONS.HASH, Packed::hash)
                .column(EVALUATIONS.FACTS, Packed::facts);
        var last = lateral(select(EVALUATIONS.HASH)
                        .from(EVALUATIONS)
                        .where(EVALUATIONS.ORDER_ID.eq(in(EVALUATIONS.ORDER_ID)))
                        .orderBy(EVALUATIONS.ID.desc())
                        .limit(1))
                .as("last");
        db.insertInto(EVALUATIONS)
                .columns(rows.targets())
                .select(select(rows.columns())
                        .from(rows.table())
                        .leftJoin(last)
                        .on(trueCondition())
                        .where(in(EVALUATIONS.HASH).isDistinctFrom(last.field(EVALUATIONS.HASH))))
                .execute();
    }

    /** What control saw of an order, newest first. */
    public List<Evaluation> of(OrderId order) {
        return evaluations(EVALUATIONS.ORDER_ID.eq(order.value()))
                .orderBy(EVALUATIONS.ID.desc())
                .limit(MOST_OF_AN_ORDER)
                .fetch(Evaluations::read);
    }

    /** One evaluation with the order and the facts as they were. */
    public Optional<EvaluatedOrder> find(OrderId order, long id) {
        return evaluations(EVALUATIONS.ORDER_ID.eq(order.value()).and(EVALUATIONS.ID.eq(id)))
                .fetchOptional()
                .flatMap(this::whole);
    }

    /** The newest of an order's, with the order and the facts as they were. */
    public Optional<EvaluatedOrder> last(OrderId order) {
        return evaluations(EVALUATIONS.ORDER_ID.eq(order.value()))
                .orderBy(EVALUATIONS.ID.desc())
                .limit(1)
                .fetchOptional()
                .flatMap(this::whole);
    }

    private Optional<EvaluatedOrder> whole(Record row) {
        Evaluation evaluation = read(row);
        return revisions
                .find(new Revisions.Key(evaluation.order(), evaluation.revision()))
                .map(content -> new EvaluatedOrder(evaluation, content, facts(row)));
    }

    private SelectConditionStep<Record> evaluations(Condition condition) {
        return db.select(EVALUATIONS.asterisk()).from(EVALUATIONS).where(condition);
    }

    private Facts facts(Record row) {
        return FactsReader.read(
                row.get(EVALUATIONS.FACTS),
                shared.read(row.get(EVALUATIONS.TERMS), row.get(EVALUATIONS.SERVICES), row.get(EVALUATIONS.RATES)));
    }

    private static Evaluation read(Record row) {
        return new Evaluation(
                row.get(EVALUATIONS.ID),
                new OrderId(row.get(EVALUATIONS.ORDER_ID)),
                row.get(EVALUATIONS.REVISION),
                row.get(EVALUATIONS.AT).toInstant(),
                row.get(EVALUATIONS.RULES_VERSION),
                Verdict.valueOf(row.get(EVALUATIONS.VERDICT)));
    }

    /** Lets go of what is older than evaluations are kept, a batch at a time; the timetable does this. */
    public int letGo() {
        OffsetDateTime before = clock.instant().minus(kept).atOffset(ZoneOffset.UTC);
        int all = 0;
        int gone = BATCH;
        while (gone == BATCH) {
            gone = db.deleteFrom(EVALUATIONS)
                    .where(row(EVALUATIONS.ORDER_ID, EVALUATIONS.ID)
                            .in(select(EVALUATIONS.ORDER_ID, EVALUATIONS.ID)
                                    .from(EVALUATIONS)
                                    .where(EVALUATIONS.AT.lt(before))
                                    .limit(BATCH)))
                    .execute();
            all += gone;
        }
        return all;
    }

    /** A row as it goes in. */
    private record Packed(Seen seen, int terms, int services, int rates, FactsWriter.Packed content) {

        static Packed of(Seen seen, SharedFacts.Numbering numbering) {
            Facts facts = seen.facts();
            int terms = numbering.terms(facts.courierTerms());
            int services = numbering.services(facts.deliveryServices());
            int rates = numbering.rates(facts.rates());
            String circumstances =
                    seen.verdict() + " " + seen.rulesVersion() + " " + terms + " " + services + " " + rates;
            return new Packed(seen, terms, services, rates, FactsWriter.write(facts, circumstances));
        }

        long order() {
            return seen.order().value();
        }

        int revision() {
            return seen.facts().revision();
        }

        OffsetDateTime at() {
            return seen.facts().now().atOffset(ZoneOffset.UTC);
        }

        int rulesVersion() {
            return seen.rulesVersion();
        }

        String verdict() {
            return seen.verdict().name();
        }

        boolean atWarehouse() {
            return seen.facts().releasedRevision() != null;
        }

        long hash() {
            return content.hash();
        }

        byte[] facts() {
            return content.bytes();
        }
    }
}
