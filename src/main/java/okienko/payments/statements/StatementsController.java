package okienko.payments.statements;

import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Objects;
import okienko.ui.Notice;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Bank statements: bringing them in, and what was read from each. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class StatementsController {

    private final StatementFiles files;
    private final StatementReader reader;
    private final StatementFolder folder;

    StatementsController(StatementFiles files, StatementReader reader, StatementFolder folder) {
        this.files = files;
        this.reader = reader;
        this.folder = folder;
    }

    @GetMapping("/payments/statements")
    StatementsPage list(@RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        String path = folder.path().toAbsolutePath().normalize().toString();
        return new StatementsPage(files.list(before), before < Long.MAX_VALUE, path);
    }

    @PostMapping("/payments/statements")
    String upload(@RequestParam List<MultipartFile> file, Principal who) throws IOException {
        long last = 0;
        for (MultipartFile each : file) {
            if (each.isEmpty()) continue;
            String name = Objects.requireNonNullElse(each.getOriginalFilename(), "");
            StatementFiles.Stored stored = files.keep(each.getBytes(), name, "upload", who.getName());
            if (stored.known()) Notice.info("statements.known", name);
            last = stored.id();
        }
        if (last == 0) {
            Notice.problem("statements.none");
            return "redirect:/payments/statements";
        }
        reader.readNow();
        return "redirect:/payments/statements/" + last;
    }

    @GetMapping("/payments/statements/{id}")
    StatementPage show(@PathVariable long id) {
        var file = files.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new StatementPage(file, files.unread(id));
    }
}
