package okienko.taxregisters;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.access.Audit;
import okienko.ui.Notice;
import okienko.ui.Words;
import okienko.ui.settings.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which registers are asked, and how that has been going. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class TaxRegistersController {

    private static final int LONGEST_ADDRESS = 500;

    private final Connections connections;
    private final RegisterQueries queries;
    private final Audit audit;
    private final Clock clock;

    TaxRegistersController(Connections connections, RegisterQueries queries, Audit audit, Clock clock) {
        this.connections = connections;
        this.queries = queries;
        this.audit = audit;
        this.clock = clock;
    }

    @Bean
    static SettingsEntry taxRegistersEntry() {
        return new SettingsEntry("tax-registers", "/settings/tax-registers", 64, "ADMINISTRATOR");
    }

    @GetMapping("/settings/tax-registers")
    TaxRegistersPage show() {
        return page(connections.all(), Map.of());
    }

    @PostMapping("/settings/tax-registers/{register}")
    Object choose(
            @PathVariable Register register,
            @RequestParam(defaultValue = "false") boolean active,
            @RequestParam String address,
            @RequestParam(defaultValue = "") String ownNumber) {
        Connection before = connections.of(register);
        String own = ownNumber.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        Connection chosen = new Connection(register, active, address.strip(), own, 0, null, null, "", null);
        Map<String, String> problems = problems(chosen);
        if (!problems.isEmpty()) {
            List<Connection> shown = new ArrayList<>(connections.all());
            shown.replaceAll(each -> each.register() == register ? chosen : each);
            return page(shown, problems);
        }
        connections.choose(register, active, chosen.address(), own);
        audit.record(
                "taxregisters.register",
                register.name(),
                Map.of("before", described(before), "after", described(chosen)));
        Notice.done(active ? "taxregisters.saved.on" : "taxregisters.saved.off");
        Thread.ofVirtual().name("tax-registers").start(queries::work);
        return "redirect:/settings/tax-registers";
    }

    private TaxRegistersPage page(List<Connection> shown, Map<String, String> problems) {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, TaxRegisters.WARSAW);
        List<TaxRegistersPage.Entry> entries = new ArrayList<>();
        for (Connection connection : shown) {
            Register register = connection.register();
            int asked = connections.asked(register, today);
            Integer left = register == Register.WHITE_LIST ? Math.max(0, WhiteListClient.DAILY - asked) : null;
            entries.add(new TaxRegistersPage.Entry(connection, connections.waiting(register), asked, left));
        }
        return new TaxRegistersPage(entries, problems, now);
    }

    private static Map<String, String> problems(Connection chosen) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (!web(chosen.address())) {
            problems.put(chosen.register() + ".address", Words.t("taxregisters.address.wrong"));
        }
        if (!chosen.ownNumber().isEmpty() && !Register.VIES.covers(chosen.ownNumber())) {
            problems.put(chosen.register() + ".ownNumber", Words.t("taxregisters.own.wrong"));
        }
        return problems;
    }

    private static boolean web(String url) {
        try {
            URI address = new URI(url);
            return url.length() <= LONGEST_ADDRESS
                    && List.of("http", "https").contains(String.valueOf(address.getScheme()))
                    && address.getHost() != null
                    && address.getQuery() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String described(Connection connection) {
        return String.join(" ", connection.active() ? "on" : "off", connection.address(), connection.ownNumber());
    }
}
