package okienko.ordercontrol.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.releases.Proposal;
import okienko.orders.CanonicalJson;
import okienko.orders.StoredOrder;
import org.jspecify.annotations.Nullable;

/**
 * An order as programs see it: where it stands in control, and the order itself.
 *
 * @param order in the canonical form
 * @param holds what blocks it or blocked it; null in listings
 * @param proposal what somebody would settle and a second person has to confirm; null when nothing, and in listings
 */
record OrderView(
        long id,
        long version,
        ControlledOrder.State state,
        List<String> reasons,
        @Nullable String queue,
        @Nullable Instant deadline,
        @Nullable Instant heldSince,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable Integer releasedRevision,
        int revision,
        Instant receivedAt,
        boolean demo,
        @JsonRawValue String order,
        @Nullable List<HoldView> holds,
        @Nullable ProposalView proposal) {

    /** What somebody would settle. */
    record ProposalView(String by, Instant at, Hold.State how, List<Long> holds, String note) {

        static ProposalView of(Proposal proposal) {
            return new ProposalView(proposal.by(), proposal.at(), proposal.how(), proposal.holds(), proposal.note());
        }
    }

    /** One of many. */
    static OrderView listed(ControlledOrder now, StoredOrder stored) {
        return of(now, stored, null, null);
    }

    static OrderView of(
            ControlledOrder now, StoredOrder stored, @Nullable List<Hold> holds, @Nullable Proposal proposal) {
        return new OrderView(
                now.id().value(),
                now.version(),
                now.state(),
                now.reasons().stream().map(Reason::name).toList(),
                now.queue(),
                now.deadline(),
                now.heldSince(),
                now.releasedAt(),
                now.releasedBy(),
                now.releasedRevision(),
                stored.revision(),
                stored.receivedAt(),
                stored.demo(),
                CanonicalJson.write(stored.order()),
                holds == null ? null : holds.stream().map(HoldView::of).toList(),
                proposal == null ? null : ProposalView.of(proposal));
    }
}
