package okienko.reference.uploads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import okienko.reference.DataSet;
import okienko.reference.Problem;
import okienko.ui.Notice;
import okienko.ui.Words;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** Uploading a file: give it, see what it would change, take it up or set it aside. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class UploadController {

    private final DataSets sets;
    private final Uploads uploads;

    UploadController(DataSets sets, Uploads uploads) {
        this.sets = sets;
        this.uploads = uploads;
    }

    @GetMapping("/reference/{dataSet}/uploads")
    UploadPage uploads(@PathVariable String dataSet) {
        DataSet<?> set = set(dataSet);
        return new UploadPage(
                set.name(),
                set.page(),
                set.columns(),
                set.modes().stream().sorted().toList(),
                uploads.history(set.name()));
    }

    @PostMapping("/reference/{dataSet}/uploads")
    RedirectView show(
            @PathVariable String dataSet,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "SET") DataSet.Mode mode,
            Principal who)
            throws IOException {
        DataSet<?> set = set(dataSet);
        String name = file.getOriginalFilename();
        if (file.isEmpty() || !set.modes().contains(mode)) {
            Notice.problem("reference.upload.none");
            return new RedirectView("/reference/" + set.name() + "/uploads");
        }
        long id = uploads.show(set, name == null ? "" : name, mode, file.getBytes(), who.getName());
        return new RedirectView("/reference/uploads/" + id);
    }

    @GetMapping("/reference/uploads/{id}")
    PreviewPage preview(@PathVariable long id) {
        Uploads.Upload upload = upload(id);
        DataSet<?> set = set(upload.dataSet());
        byte[] body = upload.state() == Uploads.State.SHOWN ? uploads.body(id) : null;
        if (body == null) return new PreviewPage(upload, set.page(), List.of(), List.of());
        Comparison<?> comparison = Comparison.of(set, body, upload.mode());
        List<Problem> problems =
                comparison.problems().stream().limit(PreviewPage.PROBLEMS).toList();
        return new PreviewPage(upload, set.page(), comparison.changes(), problems);
    }

    @PostMapping("/reference/uploads/{id}/application")
    RedirectView apply(@PathVariable long id, Principal who) {
        DataSet<?> set = set(upload(id).dataSet());
        uploads.apply(id, set, who.getName())
                .ifPresentOrElse(
                        done -> Notice.done("reference.upload.applied", done.added(), done.changed()),
                        () -> Notice.problem("reference.upload.settled"));
        return new RedirectView(set.page());
    }

    @PostMapping("/reference/uploads/{id}/disposal")
    RedirectView discard(@PathVariable long id) {
        Uploads.Upload upload = upload(id);
        uploads.discard(id);
        Notice.info("reference.upload.discarded", upload.fileName());
        return new RedirectView("/reference/" + upload.dataSet() + "/uploads");
    }

    @GetMapping("/reference/uploads/{id}/problems.csv")
    ResponseEntity<byte[]> problems(@PathVariable long id) {
        Uploads.Upload upload = upload(id);
        byte[] body = uploads.body(id);
        Words words = Words.here();
        StringBuilder lines = new StringBuilder("\ufeffline,field,value,message\r\n");
        if (body != null) {
            for (Problem each :
                    Comparison.of(set(upload.dataSet()), body, upload.mode()).problems()) {
                lines.append(each.line())
                        .append(',')
                        .append(cell(each.field()))
                        .append(',')
                        .append(cell(each.value()));
                lines.append(',').append(cell(each.sentence(words))).append("\r\n");
            }
        }
        var disposition = ContentDisposition.attachment()
                .filename(upload.dataSet() + "-" + id + "-errors.csv")
                .build();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .body(lines.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Quoted, and harmless to a spreadsheet that would run what begins like a formula (OWASP, CSV injection). */
    private static String cell(String value) {
        String harmless = value.matches("(?s)[=+\\-@\\t].*") ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private DataSet<?> set(String name) {
        return sets.named(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Uploads.Upload upload(long id) {
        return uploads.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
