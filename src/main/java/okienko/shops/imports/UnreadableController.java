package okienko.shops.imports;

import java.security.Principal;
import okienko.shops.imports.Unreadables.Retried;
import okienko.ui.Notice;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** What nobody could read: seeing it, mending it, giving it up. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class UnreadableController {

    private static final int MAX_REASON_CHARACTERS = 500;

    private final Unreadables unreadables;

    UnreadableController(Unreadables unreadables) {
        this.unreadables = unreadables;
    }

    @GetMapping("/unreadable")
    UnreadablesPage list(@RequestParam(defaultValue = "0") long after) {
        return new UnreadablesPage(unreadables.open(after), unreadables.open(), after);
    }

    @GetMapping("/unreadable/{id}")
    UnreadablePage show(@PathVariable long id) {
        UnreadablePayload payload = find(id);
        return new UnreadablePage(payload, unreadables.text(payload), payload.sentence(), payload.remedy());
    }

    @PostMapping("/unreadable/{id}/retry")
    Object retry(@PathVariable long id, @RequestParam String raw, Principal who) {
        // a form sends line ends as CR LF whatever they were
        String text = raw.replace("\r\n", "\n");
        UnreadablePayload payload = find(id);
        String original = unreadables.text(payload);
        String mended = text.equals(original.replace("\r\n", "\n")) ? original : text;
        return switch (unreadables.retry(id, mended, who.getName())) {
            case Retried.In in -> {
                Notice.done("unreadable.in");
                yield new RedirectView("/orders/" + in.receipt().id());
            }
            case Retried.NotReady _ -> {
                Notice.info("unreadable.notready");
                yield new RedirectView("/unreadable");
            }
            case Retried.Settled _ -> {
                Notice.problem("unreadable.settled");
                yield new RedirectView("/unreadable/" + id);
            }
            case Retried.Still still -> {
                Page page = new UnreadablePage(
                        payload,
                        text,
                        Words.t(
                                still.problem().problem().words(),
                                still.problem().field(),
                                still.problem().value()),
                        Words.t(still.problem().problem().words() + ".remedy"));
                Notice.problem("unreadable.still");
                yield page;
            }
        };
    }

    @PostMapping("/unreadable/{id}/disposal")
    RedirectView discard(
            @PathVariable long id, @RequestParam(defaultValue = "") @Nullable String reason, Principal who) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON_CHARACTERS) {
            Notice.problem("unreadable.reason.missing", MAX_REASON_CHARACTERS);
            return new RedirectView("/unreadable/" + id);
        }
        if (unreadables.discard(find(id).id(), why, who.getName())) {
            Notice.done("unreadable.discarded");
        } else {
            Notice.problem("unreadable.settled");
        }
        return new RedirectView("/unreadable");
    }

    private UnreadablePayload find(long id) {
        return unreadables.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
