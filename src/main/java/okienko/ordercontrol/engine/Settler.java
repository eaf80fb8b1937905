package okienko.ordercontrol.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Outcome;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.holds.Coverage;
import okienko.ordercontrol.holds.HoldBook;
import okienko.ordercontrol.holds.KeptHold;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.Orders;
import okienko.orders.TimelineEntry;
import okienko.payments.ExchangeRates;
import okienko.payments.Payments;
import okienko.work.WorkItem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settles holds by a person's word, and remembers how far it goes. */
@Component
class Settler {

    private final Clock clock;
    private final ZoneId zone;
    private final Orders orders;
    private final HoldBook holds;
    private final RuleBook rules;
    private final Payments payments;
    private final Consequences consequences;

    Settler(
            Clock clock,
            @Value("${okienko.zone:Europe/Warsaw}") ZoneId zone,
            Orders orders,
            HoldBook holds,
            RuleBook rules,
            Payments payments,
            Consequences consequences) {
        this.clock = clock;
        this.zone = zone;
        this.orders = orders;
        this.holds = holds;
        this.rules = rules;
        this.payments = payments;
        this.consequences = consequences;
    }

    /** What an act is done by and to. */
    record Doing(String agent, Case on, Optional<WorkItem> item) {}

    /** Says of open holds that they are fine; why nothing was done, empty when it was. */
    Optional<Outcome.Refused> resolve(Doing doing, Predicate<KeptHold> chosen, String note) {
        List<KeptHold> open = blocking(doing).stream().filter(chosen).toList();
        if (open.isEmpty()) return refused("control.refused.noHold");
        settle(doing, open, Hold.State.RESOLVED, note);
        List<TimelineEntry> entries = new ArrayList<>();
        for (KeptHold kept : open) {
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("holds", List.of(kept.hold().finding().reason().name()));
            if (!note.isBlank()) details.put("note", note);
            entries.add(new TimelineEntry(doing.on().id(), clock.instant(), doing.agent(), "resolved", details));
        }
        orders.record(entries);
        return Optional.empty();
    }

    /** Lets an order go in spite of what is open; why nothing was done, empty when it was. */
    Optional<Outcome.Refused> release(Doing doing, String reason) {
        Case on = doing.on();
        List<KeptHold> open = blocking(doing);
        if (on.row().state() == State.PENDING) return refused("control.refused.pending");
        if (on.row().state() == State.RELEASED) return refused("control.refused.released");
        if (on.cancelledByChannel()) return refused("control.refused.cancelled");
        if (!open.isEmpty() && reason.isBlank()) return refused("control.refused.reasonNeeded");
        settle(doing, open, Hold.State.OVERRIDDEN, reason);
        Instant now = clock.instant();
        consequences.release(Settlement.released(on, doing.agent(), reason, now), now);
        return Optional.empty();
    }

    private static List<KeptHold> blocking(Doing doing) {
        return doing.on().holds().stream().filter(kept -> kept.hold().blocks()).toList();
    }

    private static Optional<Outcome.Refused> refused(String message) {
        return Optional.of(new Outcome.Refused(message));
    }

    private void settle(Doing doing, List<KeptHold> open, Hold.State how, String note) {
        RuleSet now = rules.current();
        ExchangeRates rates =
                payments.rates(LocalDate.ofInstant(doing.on().order().placedAt(), zone));
        List<HoldBook.Settling> settlings = open.stream()
                .map(kept -> new HoldBook.Settling(kept, how, cover(kept, now, rates)))
                .toList();
        holds.settle(settlings, doing.agent(), note, clock.instant());
    }

    private Hold.Cover cover(KeptHold kept, RuleSet now, ExchangeRates rates) {
        return kept.grounds() == null
                ? new Hold.Cover(now.version(), null, null)
                : Coverage.of(now, kept.hold().finding().reason(), kept.grounds(), clock.instant(), rates);
    }
}
