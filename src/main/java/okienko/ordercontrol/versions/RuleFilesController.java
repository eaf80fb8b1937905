package okienko.ordercontrol.versions;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.engine.PendingOrders;
import okienko.ordercontrol.rulefiles.RuleFile;
import okienko.ordercontrol.rulefiles.Starter;
import okienko.ordercontrol.rules.RuleBook;
import okienko.ordercontrol.rules.RuleDifference;
import okienko.ordercontrol.rules.RuleVersion.Origin;
import okienko.ordercontrol.rules.Saving;
import okienko.ui.Notice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Takes rules along as a file, and takes over what somebody brings, once they have seen what it changes. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class RuleFilesController {

    private static final String YAML = "application/yaml;charset=UTF-8";
    private static final int LONGEST_NAME = 100;

    private final RuleBook rules;
    private final PendingOrders pending;

    RuleFilesController(RuleBook rules, PendingOrders pending) {
        this.rules = rules;
        this.pending = pending;
    }

    /**
     * The rules as a file.
     *
     * @param version which; the current ones without
     */
    @GetMapping("/settings/rules/file")
    ResponseEntity<byte[]> file(@RequestParam(required = false) @Nullable Integer version) {
        RuleSet wanted = version == null
                ? rules.current()
                : rules.at(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition attached = ContentDisposition.attachment()
                .filename("okienko-rules-" + wanted.version() + ".yaml")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(YAML))
                .header(HttpHeaders.CONTENT_DISPOSITION, attached.toString())
                .body(RuleFile.write(wanted).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where files are brought.
     *
     * @param starter a rule set the product comes with, to look at
     */
    @GetMapping("/settings/rules/import")
    ImportPage begin(@RequestParam(defaultValue = "") String starter) {
        if (starter.isEmpty()) {
            return new ImportPage("", "", rules.current().version(), List.of(), List.of(), List.of(), 0);
        }
        Starter chosen = starter(starter).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return preview(chosen.text(), chosen.name());
    }

    /** What a file would change; the text may have been mended in the page since. */
    @PostMapping("/settings/rules/import")
    ImportPage show(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String name)
            throws IOException {
        if (file == null || file.isEmpty()) return preview(text, name);
        String given = file.getOriginalFilename();
        return preview(new String(file.getBytes(), StandardCharsets.UTF_8), given == null ? "" : given);
    }

    private ImportPage preview(String text, String name) {
        RuleSet current = rules.current();
        RuleFile.Read read = RuleFile.read(text);
        return new ImportPage(
                text,
                name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME),
                current.version(),
                read.rules().rules(),
                read.problems(),
                read.usable() ? RuleDifference.between(current, read.rules()) : List.of(),
                read.usable() ? rules.concerned(read.rules()) : 0);
    }

    /** Puts the rules of a file in the place of all there are. */
    @PostMapping("/settings/rules/import/rules")
    Object use(
            @RequestParam String text,
            @RequestParam String name,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "new") String scope,
            Principal who) {
        RuleFile.Read read = RuleFile.read(text);
        if (!read.usable()) return preview(text, name);
        Saving how = new Saving(who.getName(), note, origin(text, name), scope.equals("open"));
        return switch (rules.save(read.rules().as(version), how)) {
            case Saving.Outcome.Saved(var made) -> {
                pending.ring();
                Notice.done("versions.import.done", made.version());
                yield "redirect:/settings/rules";
            }
            case Saving.Outcome.Unchanged() -> {
                Notice.info("versions.import.same");
                yield "redirect:/settings/rules";
            }
            case Saving.Outcome.Stale _ -> {
                Notice.problem("versions.import.stale");
                yield preview(text, name);
            }
        };
    }

    /** A rule set of the product that somebody changed is a file of theirs. */
    private static Origin origin(String text, String name) {
        return starter(name)
                .filter(starter -> starter.text().equals(text.replace("\r\n", "\n")))
                .map(starter -> (Origin) new Origin.Chosen(starter.name()))
                .orElse(new Origin.Imported(name.isEmpty() ? "–" : name));
    }

    private static Optional<Starter> starter(String name) {
        return Starter.ALL.stream()
                .filter(starter -> starter.name().equals(name))
                .findFirst();
    }
}
