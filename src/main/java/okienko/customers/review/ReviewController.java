package okienko.customers.review;

import java.security.Principal;
import okienko.customers.merging.Merges.Outcome;
import okienko.customers.merging.Merges.Why;
import okienko.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Proposals: the queue, a pair side by side, and one key for each answer. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class ReviewController {

    private final Proposals proposals;
    private final WholeBase base;

    ReviewController(Proposals proposals, WholeBase base) {
        this.proposals = proposals;
        this.base = base;
    }

    @GetMapping("/customers/proposals")
    ProposalsPage list(@RequestParam(defaultValue = "0") int skip) {
        int skipped = Math.max(0, skip);
        return new ProposalsPage(
                proposals.waiting(skipped),
                proposals.count(),
                skipped,
                base.last().orElse(null));
    }

    @GetMapping("/customers/proposals/{id}")
    ProposalPage show(@PathVariable long id) {
        return new ProposalPage(find(id), proposals.count());
    }

    @PostMapping("/customers/proposals/{id}/same")
    String same(@PathVariable long id, Principal who) {
        Proposal proposal = find(id);
        if (!proposal.open()) return settled(id);
        return switch (proposals.same(proposal, who.getName())) {
            case Outcome.Done _ -> {
                Notice.undoable("/customers/proposals/" + id + "/reopening", "review.same.done");
                yield onwards(id);
            }
            case Outcome.Refused(var why) -> {
                // a reason has to be typed: where the fields are chosen
                if (why != Why.REASON_NEEDED) Notice.problem("merging.refused." + why.name());
                yield why == Why.REASON_NEEDED
                        ? "redirect:/customers/" + proposal.oneId() + "/merging?with=" + proposal.twoId()
                        : onwards(id);
            }
        };
    }

    @PostMapping("/customers/proposals/{id}/different")
    String different(@PathVariable long id, Principal who) {
        Proposal proposal = find(id);
        if (!proposal.open()) return settled(id);
        proposals.different(proposal, who.getName());
        Notice.undoable("/customers/proposals/" + id + "/reopening", "review.different.done");
        return onwards(id);
    }

    @PostMapping("/customers/proposals/{id}/later")
    String later(@PathVariable long id) {
        proposals.later(id);
        return onwards(id);
    }

    @PostMapping("/customers/proposals/{id}/reopening")
    String reopen(@PathVariable long id, Principal who) {
        find(id);
        proposals.reopen(id, who.getName());
        Notice.done("review.reopened");
        return "redirect:/customers/proposals/" + id;
    }

    @PostMapping("/customers/proposals/runs")
    String run(Principal who) {
        if (base.ask(who.getName())) Notice.done("review.run.started");
        else Notice.problem("review.run.already");
        return "redirect:/customers/proposals";
    }

    private static String settled(long id) {
        Notice.problem("review.settled");
        return "redirect:/customers/proposals/" + id;
    }

    /** The next that waits; the list when none does. */
    private String onwards(long id) {
        return proposals.waiting(0).stream()
                .filter(each -> each.id() != id)
                .findFirst()
                .map(next -> "redirect:/customers/proposals/" + next.id())
                .orElse("redirect:/customers/proposals");
    }

    private Proposal find(long id) {
        return proposals.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
