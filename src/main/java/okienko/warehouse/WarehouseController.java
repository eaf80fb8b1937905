package okienko.warehouse;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.access.Audit;
import okienko.ui.Notice;
import okienko.ui.Words;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where released orders go, and what became of each. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class WarehouseController {

    private static final int PAGE = 50;
    private static final int SHORTEST_SECRET = 16;

    private final Destinations destinations;
    private final Handovers handovers;
    private final Dispatch dispatch;
    private final Audit audit;

    WarehouseController(Destinations destinations, Handovers handovers, Dispatch dispatch, Audit audit) {
        this.destinations = destinations;
        this.handovers = handovers;
        this.dispatch = dispatch;
        this.audit = audit;
    }

    @GetMapping("/settings/warehouse")
    WarehousePage show(
            @RequestParam(defaultValue = "PENDING") Handovers.State state,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before) {
        return page(destinations.current(), Map.of(), state, before);
    }

    @PostMapping("/settings/warehouse")
    Object choose(
            @RequestParam Destination.Kind kind,
            @RequestParam String url,
            @RequestParam String secret,
            @RequestParam String folder,
            @RequestParam FileFormat fileFormat) {
        Destination before = destinations.current();
        Destination chosen = new Destination(
                kind, url.strip(), secret.isEmpty() ? before.secret() : secret, folder.strip(), fileFormat, 0, null);
        Map<String, String> problems = problems(chosen);
        if (!problems.isEmpty()) return page(chosen, problems, Handovers.State.PENDING, Long.MAX_VALUE);
        destinations.choose(chosen);
        audit.record(
                "warehouse.destination", "warehouse", Map.of("before", described(before), "after", described(chosen)));
        Notice.done("warehouse.saved");
        Thread.ofVirtual().name("dispatch").start(dispatch::deliverDue);
        return "redirect:/settings/warehouse";
    }

    @PostMapping("/settings/warehouse/handovers/{id}")
    String settle(@PathVariable long id, @RequestParam String action) {
        boolean repeated = action.equals("repeat");
        boolean done = repeated ? handovers.repeat(id) : handovers.discard(id);
        if (done) {
            audit.record(repeated ? "warehouse.repeat" : "warehouse.discard", "handover " + id, Map.of());
            Notice.done(repeated ? "warehouse.repeated" : "warehouse.discarded");
            Thread.ofVirtual().name("dispatch").start(dispatch::deliverDue);
        } else {
            Notice.problem("warehouse.settled-already");
        }
        return "redirect:/settings/warehouse?state=DEAD";
    }

    private WarehousePage page(
            Destination destination, Map<String, String> problems, Handovers.State state, long before) {
        List<Handovers.Entry> entries = handovers.list(state, before, PAGE);
        long more = entries.size() < PAGE ? 0 : entries.getLast().id();
        return new WarehousePage(destination, problems, handovers.counts(), state, entries, more);
    }

    private static Map<String, String> problems(Destination chosen) {
        Map<String, String> problems = new LinkedHashMap<>();
        switch (chosen.kind()) {
            case NONE -> {}
            case WEBHOOK -> {
                if (!web(chosen.url())) problems.put("url", Words.t("warehouse.url.wrong"));
                if (chosen.secret().length() < SHORTEST_SECRET) {
                    problems.put("secret", Words.t("warehouse.secret.short", SHORTEST_SECRET));
                }
            }
            case FOLDER -> {
                if (!absolute(chosen.folder())) problems.put("folder", Words.t("warehouse.folder.wrong"));
            }
        }
        return problems;
    }

    private static boolean web(String url) {
        try {
            URI address = new URI(url);
            return List.of("http", "https").contains(String.valueOf(address.getScheme())) && address.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static boolean absolute(String folder) {
        try {
            return !folder.isEmpty() && Path.of(folder).isAbsolute();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** For the audit trail: everything but the secret. */
    private static String described(Destination destination) {
        return switch (destination.kind()) {
            case NONE -> "none";
            case WEBHOOK -> destination.url();
            case FOLDER -> destination.folder() + " (" + destination.fileFormat() + ")";
        };
    }
}
