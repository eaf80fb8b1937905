package okienko.ordercontrol.releases;

import static okienko.ordercontrol.schema.Tables.PROPOSALS;
import static org.jooq.impl.DSL.inline;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import okienko.ordercontrol.Hold;
import okienko.orders.OrderId;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Proposals of one person that wait for a second; an order has at most one at a time. Its row is locked by who calls. */
@Repository
public class Proposals {

    private static final Condition OPEN = PROPOSALS.STATE.eq(inline("OPEN"));

    private final DSLContext db;
    private final Clock clock;

    Proposals(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** How a proposal ended. */
    public enum End {
        CONFIRMED,
        REJECTED,
        /** By who made it. */
        WITHDRAWN,
        /** Another took its place after the order had changed. */
        OVERTAKEN
    }

    /** What is to be proposed. */
    public record Draft(OrderId order, int revision, Hold.State how, List<Long> holds, String by, String note) {}

    /** The order's proposal nobody has answered. */
    public Optional<Proposal> open(OrderId order) {
        return db.selectFrom(PROPOSALS)
                .where(PROPOSALS.ORDER_ID.eq(order.value()), OPEN)
                .fetchOptional(row -> new Proposal(
                        row.get(PROPOSALS.ID),
                        order,
                        Hold.State.valueOf(row.get(PROPOSALS.HOW)),
                        Arrays.stream(row.get(PROPOSALS.HOLDS))
                                .map(Objects::requireNonNull)
                                .toList(),
                        row.get(PROPOSALS.NOTE),
                        row.get(PROPOSALS.PROPOSED_BY),
                        row.get(PROPOSALS.PROPOSED_AT).toInstant(),
                        row.get(PROPOSALS.REVISION)));
    }

    /** Makes a proposal; one that the order has outgrown makes room for it. */
    public void propose(Draft draft) {
        open(draft.order()).ifPresent(outgrown -> end(outgrown, End.OVERTAKEN, draft.by(), ""));
        db.insertInto(PROPOSALS)
                .set(PROPOSALS.ORDER_ID, draft.order().value())
                .set(PROPOSALS.REVISION, draft.revision())
                .set(PROPOSALS.HOW, draft.how().name())
                .set(PROPOSALS.HOLDS, draft.holds().toArray(Long[]::new))
                .set(PROPOSALS.PROPOSED_BY, draft.by())
                .set(PROPOSALS.PROPOSED_AT, now())
                .set(PROPOSALS.NOTE, draft.note())
                .execute();
    }

    /** Answers a proposal. */
    public void end(Proposal proposal, End how, String agent, String note) {
        db.update(PROPOSALS)
                .set(PROPOSALS.STATE, how.name())
                .set(PROPOSALS.ENDED_BY, agent)
                .set(PROPOSALS.ENDED_AT, now())
                .set(PROPOSALS.ANSWER, note)
                .where(PROPOSALS.ID.eq(proposal.id()), OPEN)
                .execute();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
