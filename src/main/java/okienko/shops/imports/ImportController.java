package okienko.shops.imports;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import okienko.shops.CsvField;
import okienko.shops.OrderFormats;
import okienko.shops.Sample;
import okienko.shops.formats.CsvColumns;
import okienko.ui.Notice;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Bringing files of orders in, watching them, and settling what their columns hold. */
@Controller
@PreAuthorize("hasRole('CONSULTANT')")
class ImportController {

    private final Imports imports;
    private final ImportRunner runner;
    private final Unreadables unreadables;
    private final Channels channels;
    private final DropFolder folder;
    private final Clock clock;

    ImportController(
            Imports imports,
            ImportRunner runner,
            Unreadables unreadables,
            Channels channels,
            DropFolder folder,
            Clock clock) {
        this.imports = imports;
        this.runner = runner;
        this.unreadables = unreadables;
        this.channels = channels;
        this.folder = folder;
        this.clock = clock;
    }

    @GetMapping("/imports")
    ImportsPage list(@RequestParam(defaultValue = "9223372036854775807") long before) {
        return new ImportsPage(
                imports.list(before),
                unreadables.open(),
                channels.names(),
                OrderFormats.ALL.stream().map(format -> format.name()).toList(),
                folder.path().toAbsolutePath().normalize().toString(),
                clock.instant());
    }

    @GetMapping("/imports/list")
    ImportListPart rows() {
        return new ImportListPart(imports.list(Long.MAX_VALUE), clock.instant());
    }

    @PostMapping("/imports")
    RedirectView upload(
            @RequestParam List<MultipartFile> file,
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String format,
            Principal who)
            throws IOException {
        String named = channel.strip();
        if (named.length() > Channels.MAX_NAME_CHARACTERS) {
            Notice.problem("imports.channel.long", Channels.MAX_NAME_CHARACTERS);
            return new RedirectView("/imports");
        }
        long last = 0;
        for (MultipartFile each : file) {
            if (!each.isEmpty()) {
                String name = Objects.requireNonNullElse(each.getOriginalFilename(), "");
                last = imports.upload(each.getInputStream(), name, named, known(format), who.getName());
            }
        }
        runner.work();
        if (last == 0) {
            Notice.problem("imports.upload.none");
            return new RedirectView("/imports");
        }
        return new RedirectView("/imports/" + last);
    }

    @GetMapping("/imports/{id}")
    ImportPage show(@PathVariable long id) {
        return new ImportPage(progress(id));
    }

    @GetMapping("/imports/{id}/progress")
    ImportProgressPart progress(@PathVariable long id) {
        return new ImportProgressPart(find(id), unreadables.of(id, 0, Unreadables.PAGE), clock.instant());
    }

    @PostMapping("/imports/{id}/cancellation")
    RedirectView cancel(@PathVariable long id) {
        if (imports.cancel(id)) {
            Notice.done("imports.cancelled");
        } else {
            Notice.problem("imports.over");
        }
        return new RedirectView("/imports/" + id);
    }

    @PostMapping("/imports/{id}/repetition")
    RedirectView repeat(@PathVariable long id, Principal who) throws IOException {
        long again = imports.repeat(find(id).id(), who.getName());
        runner.work();
        return new RedirectView("/imports/" + again);
    }

    @GetMapping("/imports/{id}/columns")
    ColumnsPage columns(@PathVariable long id) throws IOException {
        OrderImport file = find(id);
        Sample sample = imports.sample(file);
        return new ColumnsPage(
                file,
                imports.columns(sample, file.channel()),
                CsvColumns.rows(sample, ColumnsPage.ROWS),
                channels.settings(file.channel()).currency());
    }

    @PostMapping("/imports/{id}/columns")
    RedirectView remember(
            @PathVariable long id,
            @RequestParam List<String> heading,
            @RequestParam List<String> field,
            @RequestParam(defaultValue = "") String currency,
            Principal who)
            throws IOException {
        Map<String, CsvField> columns = new HashMap<>();
        for (int i = 0; i < Math.min(heading.size(), field.size()); i++) {
            if (!field.get(i).isEmpty()) {
                columns.put(heading.get(i), CsvField.valueOf(field.get(i)));
            }
        }
        if (!imports.columns(find(id).id(), currency(currency), columns, who.getName())) {
            Notice.problem("imports.columns.missing");
            return new RedirectView("/imports/" + id + "/columns");
        }
        runner.work();
        Notice.done("imports.columns.remembered");
        return new RedirectView("/imports/" + id);
    }

    /** Every error of the import as a table, however many there are. */
    @GetMapping("/imports/{id}/errors.csv")
    void errors(@PathVariable long id, HttpServletResponse response) throws IOException {
        find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"import-" + id + "-errors.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\uFEFF'); // spreadsheets take it for Windows' own encoding otherwise
        CsvWriter csv = CsvWriter.builder().build(out);
        csv.writeRecord("line", "field", "value", "message", "remedy", "raw");
        long after = 0;
        List<UnreadablePayload> page = unreadables.of(id, after, Unreadables.PAGE);
        while (!page.isEmpty()) {
            for (UnreadablePayload each : page) {
                csv.writeRecord(
                        Long.toString(each.line()),
                        harmless(each.field()),
                        harmless(each.value()),
                        each.sentence(),
                        each.remedy(),
                        harmless(unreadables.text(each)));
                after = each.id();
            }
            page = unreadables.of(id, after, Unreadables.PAGE);
        }
        csv.flush();
    }

    /** A spreadsheet would run what begins like a formula (OWASP, CSV injection). */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String known(String format) {
        return OrderFormats.named(format).isPresent() ? format : "";
    }

    private static String currency(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        Optional<Currency> known = Currency.availableCurrencies()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findAny();
        return known.map(Currency::getCurrencyCode).orElse("");
    }

    private OrderImport find(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
