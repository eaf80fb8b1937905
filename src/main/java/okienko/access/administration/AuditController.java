package okienko.access.administration;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okienko.access.Agents;
import okienko.access.Audit;
import okienko.access.Audit.Entry;
import okienko.ui.settings.SettingsEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** Shows who did what, on the screen and as a table to take away. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AuditController {

    private static final int LONGEST_EXPORT = 100_000;
    /** A spreadsheet would run what begins so (OWASP, "CSV Injection"). */
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Audit audit;
    private final Agents agents;
    private final JsonMapper json;

    AuditController(Audit audit, Agents agents, JsonMapper json) {
        this.audit = audit;
        this.agents = agents;
        this.json = json;
    }

    @GetMapping("/settings/audit")
    AuditPage show(AuditFilter filter, @RequestParam @Nullable Long before) {
        List<Entry> entries = audit.entries(filter.filter(), before);
        Long older = entries.size() == Audit.PAGE ? entries.getLast().id() : null;
        return new AuditPage(entries, filter, audit.actions(), agents.all(), filter.query(), older);
    }

    @GetMapping("/settings/audit.csv")
    void export(AuditFilter filter, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename("audit.csv").build().toString());
        try (var csv =
                CsvWriter.builder().build(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            csv.writeRecord("id", "at", "actor", "address", "action", "subject", "details");
            Long before = null;
            for (int written = 0; written < LONGEST_EXPORT; written += Audit.PAGE) {
                List<Entry> entries = audit.entries(filter.filter(), before);
                entries.forEach(entry -> csv.writeRecord(row(entry)));
                if (entries.size() < Audit.PAGE) {
                    return;
                }
                before = entries.getLast().id();
            }
        }
    }

    @Bean
    static SettingsEntry auditSettings() {
        return new SettingsEntry("audit", "/settings/audit", 90, "ADMINISTRATOR");
    }

    private String[] row(Entry entry) {
        return new String[] {
            Long.toString(entry.id()),
            entry.at().toString(),
            harmless(entry.actor()),
            harmless(entry.address()),
            harmless(entry.action()),
            harmless(entry.subject()),
            json.writeValueAsString(entry.details())
        };
    }

    private static String harmless(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : FORMULA_STARTS.indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
