package okienko.ordercontrol.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import okienko.access.Agent;
import okienko.access.Role;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Outcome;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.holds.Coverage;
import okienko.ordercontrol.holds.HoldBook;
import okienko.ordercontrol.holds.KeptHold;
import okienko.ordercontrol.judge.Judge;
import okienko.ordercontrol.releases.Proposal;
import okienko.ordercontrol.releases.Proposals;
import okienko.ordercontrol.releases.Releasing;
import okienko.ordercontrol.releases.Terms;
import okienko.ordercontrol.rules.RuleBook;
import okienko.orders.Orders;
import okienko.payments.ExchangeRates;
import okienko.payments.Payments;
import okienko.work.NewItem;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Settles holds by a person's word, or by two where a rule wants that, and remembers how far it goes. */
@Component
class Settler {

    private static final Answer.Turned TURNED = new Answer.Turned();

    private final Clock clock;
    private final ZoneId zone;
    private final Orders orders;
    private final Register register;
    private final HoldBook holds;
    private final RuleBook rules;
    private final Releasing releasing;
    private final Proposals proposals;
    private final Payments payments;
    private final WorkItems work;
    private final Consequences consequences;

    Settler(
            Clock clock,
            @Value("${okienko.zone:Europe/Warsaw}") ZoneId zone,
            Orders orders,
            Register register,
            HoldBook holds,
            RuleBook rules,
            Releasing releasing,
            Proposals proposals,
            Payments payments,
            WorkItems work,
            Consequences consequences) {
        this.clock = clock;
        this.zone = zone;
        this.orders = orders;
        this.register = register;
        this.holds = holds;
        this.rules = rules;
        this.releasing = releasing;
        this.proposals = proposals;
        this.payments = payments;
        this.work = work;
        this.consequences = consequences;
    }

    /** What an act is done by and to. */
    record Doing(String agent, Case on, Optional<WorkItem> item) {}

    /** What came of it. */
    sealed interface Answer {

        /** The holds are settled. */
        record Settled(Hold.State how) implements Answer {}

        /** A colleague is asked to confirm it. */
        record Proposed(String colleague) implements Answer {}

        /** A proposal is turned down. */
        record Turned() implements Answer {}

        /** Nothing was done. */
        record No(Outcome.Refused why) implements Answer {}
    }

    /** Says of open holds that they are fine. */
    Answer resolve(Doing doing, Predicate<KeptHold> chosen, String note) {
        List<KeptHold> open = blocking(doing).stream().filter(chosen).toList();
        return open.isEmpty() ? no("control.refused.noHold") : settle(doing, open, Hold.State.RESOLVED, note);
    }

    /** Lets an order go in spite of what is open. */
    Answer release(Doing doing, String reason) {
        State state = doing.on().row().state();
        if (state == State.PENDING) return no("control.refused.pending");
        if (state == State.RELEASED) return no("control.refused.released");
        if (doing.on().cancelledByChannel()) return no("control.refused.cancelled");
        return settle(doing, blocking(doing), Hold.State.OVERRIDDEN, reason);
    }

    private Answer settle(Doing doing, List<KeptHold> open, Hold.State how, String note) {
        RuleSet now = rules.current();
        List<Terms> terms = terms(now, doing, open);
        Optional<Terms> beyondTheirRole =
                terms.stream().filter(each -> !each.allowed()).findFirst();
        if (beyondTheirRole.isPresent()) return no(beyondTheirRole.get().obstacle());
        boolean inSpite = how == Hold.State.OVERRIDDEN && !open.isEmpty();
        if (note.isBlank() && (inSpite || terms.stream().anyMatch(Terms::reasonNeeded))) {
            return no("control.refused.reasonNeeded");
        }
        if (terms.stream().anyMatch(Terms::secondPerson)) {
            return propose(doing, open, how, note, Releasing.highest(terms), now);
        }
        carryOut(doing, open, how, note, now);
        return new Answer.Settled(how);
    }

    private Answer propose(Doing doing, List<KeptHold> open, Hold.State how, String note, Role needed, RuleSet now) {
        Case on = doing.on();
        if (standing(doing).isPresent()) return no("control.refused.proposed");
        Optional<Agent> colleague =
                releasing.others(doing.agent(), needed).stream().findFirst();
        if (colleague.isEmpty()) return no("control.refused.nobodyElse");
        List<Long> ids = open.stream().map(kept -> kept.hold().id()).toList();
        proposals.propose(new Proposals.Draft(on.id(), on.stored().revision(), how, ids, doing.agent(), note));
        ask(doing, open, colleague.get().login(), note, now);
        Map<String, Object> asked = Map.of("agent", colleague.get().login(), "version", register.turn(on.id()));
        record(doing, "proposed", open, asked, note);
        return new Answer.Proposed(colleague.get().login());
    }

    /** A second person says yes to what a first one proposed. */
    Answer confirm(Doing doing, long id) {
        Optional<Proposal> found = proposals.open(doing.on().id()).filter(open -> open.id() == id);
        if (found.isEmpty()) return no("control.refused.noProposal");
        Proposal proposal = found.get();
        if (standing(doing).isEmpty()) return no("control.refused.proposalOver");
        if (!releasing.person(doing.agent())) return no("control.refused.personNeeded");
        if (releasing.same(doing.agent(), proposal.by())) return no("control.refused.samePerson");
        RuleSet now = rules.current();
        List<KeptHold> open = named(doing, proposal);
        Optional<Terms> beyondTheirRole =
                terms(now, doing, open).stream().filter(each -> !each.allowed()).findFirst();
        if (beyondTheirRole.isPresent()) return no(beyondTheirRole.get().obstacle());
        proposals.end(proposal, Proposals.End.CONFIRMED, doing.agent(), "");
        record(doing, "confirmed", open, Map.of("from", proposal.by()), "");
        carryOut(doing, open, proposal.how(), proposal.note(), now);
        return new Answer.Settled(proposal.how());
    }

    /** A second person says no, or the first one thinks better of it; the holds stay. */
    Answer reject(Doing doing, long id, String reason) {
        Optional<Proposal> found = proposals.open(doing.on().id()).filter(open -> open.id() == id);
        if (found.isEmpty()) return no("control.refused.noProposal");
        Proposal proposal = found.get();
        boolean own = proposal.by().equals(doing.agent());
        if (!own && reason.isBlank()) return no("control.refused.reasonNeeded");
        proposals.end(proposal, own ? Proposals.End.WITHDRAWN : Proposals.End.REJECTED, doing.agent(), reason);
        if (releasing.person(proposal.by())) hand(doing, proposal.by(), reason);
        Map<String, Object> turned = Map.of(
                "from", proposal.by(), "version", register.turn(doing.on().id()));
        record(doing, own ? "withdrawn" : "rejected", named(doing, proposal), turned, reason);
        return TURNED;
    }

    /** Puts it into a colleague's work; an order that waited for something is in nobody's yet. */
    private void ask(Doing doing, List<KeptHold> open, String colleague, String note, RuleSet now) {
        String order = doing.on().id().toString();
        if (doing.item().isEmpty()) {
            String queue = Judge.queue(now, open.getFirst().hold().finding().reason());
            work.open(List.of(new NewItem(
                    WorkItem.HELD_ORDER, order, queue, doing.on().row().receivedAt(), null)));
        }
        work.find(WorkItem.HELD_ORDER, order)
                .ifPresent(item -> work.handToAgent(item.id(), colleague, doing.agent(), note));
    }

    private void hand(Doing doing, String colleague, String note) {
        doing.item().ifPresent(item -> work.handToAgent(item.id(), colleague, doing.agent(), note));
    }

    private Optional<Proposal> standing(Doing doing) {
        List<Hold> now = doing.on().holds().stream().map(KeptHold::hold).toList();
        return proposals
                .open(doing.on().id())
                .filter(open -> open.stands(doing.on().stored().revision(), now));
    }

    private static List<KeptHold> named(Doing doing, Proposal proposal) {
        return blocking(doing).stream()
                .filter(kept -> proposal.holds().contains(kept.hold().id()))
                .toList();
    }

    private void carryOut(Doing doing, List<KeptHold> open, Hold.State how, String note, RuleSet now) {
        Instant moment = clock.instant();
        ExchangeRates rates =
                payments.rates(LocalDate.ofInstant(doing.on().order().placedAt(), zone));
        holds.settle(
                open.stream()
                        .map(kept -> new HoldBook.Settling(kept, how, cover(kept, now, rates)))
                        .toList(),
                doing.agent(),
                note,
                moment);
        if (how == Hold.State.OVERRIDDEN) {
            consequences.release(Settlement.released(doing.on(), doing.agent(), note, moment), moment);
        } else {
            open.forEach(kept -> record(doing, "resolved", List.of(kept), Map.of(), note));
        }
    }

    private Hold.Cover cover(KeptHold kept, RuleSet now, ExchangeRates rates) {
        return kept.grounds() == null
                ? new Hold.Cover(now.version(), null, null)
                : Coverage.of(now, kept.hold().finding().reason(), kept.grounds(), clock.instant(), rates);
    }

    private List<Terms> terms(RuleSet now, Doing doing, List<KeptHold> open) {
        Role role = releasing.role(doing.agent());
        var matter = new Releasing.Matter(
                doing.on().order().total(), doing.on().order().placedAt());
        return open.stream()
                .map(kept -> releasing.terms(now, kept.hold().finding().reason(), matter, role))
                .toList();
    }

    private void record(Doing doing, String kind, List<KeptHold> about, Map<String, Object> more, String note) {
        Map<String, Object> details = new LinkedHashMap<>(more);
        details.put(
                "holds",
                about.stream()
                        .map(kept -> kept.hold().finding().reason().name())
                        .distinct()
                        .toList());
        if (!note.isBlank()) details.put("note", note);
        orders.record(doing.on().id(), doing.agent(), kind, details);
    }

    private static List<KeptHold> blocking(Doing doing) {
        return doing.on().holds().stream().filter(kept -> kept.hold().blocks()).toList();
    }

    private static Answer no(String message) {
        return new Answer.No(new Outcome.Refused(message));
    }
}
