package okienko.payments.rates;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import okienko.access.Audit;
import okienko.payments.ExchangeRates;
import okienko.ui.Notice;
import okienko.ui.Words;
import okienko.ui.settings.SettingsEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables of exchange rates there are, and where they are fetched from. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class RatesController {

    private static final int TABLES_LISTED = 60;
    private static final int LONGEST_ADDRESS = 500;

    private final RateTables tables;
    private final RateSources sources;
    private final RateFetching fetching;
    private final Audit audit;

    RatesController(RateTables tables, RateSources sources, RateFetching fetching, Audit audit) {
        this.tables = tables;
        this.sources = sources;
        this.fetching = fetching;
        this.audit = audit;
    }

    @Bean
    static SettingsEntry ratesEntry() {
        return new SettingsEntry("rates", "/settings/rates", 62, "ADMINISTRATOR");
    }

    /** @param table the number of an earlier table to look at; empty for the newest */
    @GetMapping("/rates")
    @PreAuthorize("hasRole('CONSULTANT')")
    RatesPage rates(@RequestParam(defaultValue = "") String table) {
        List<ExchangeRates> newest = tables.newest(TABLES_LISTED);
        ExchangeRates shown = tables.numbered(table);
        if (shown.rates().isEmpty() && !newest.isEmpty()) shown = newest.getFirst();
        return new RatesPage(shown, newest, sources.current());
    }

    @GetMapping("/settings/rates")
    RateSourcePage source() {
        return new RateSourcePage(sources.current(), tables.newest().orElse(ExchangeRates.NONE), "");
    }

    @PostMapping("/settings/rates")
    Object choose(@RequestParam(defaultValue = "false") boolean active, @RequestParam String address) {
        RateSource before = sources.current();
        String typed = address.strip();
        if (!web(typed)) {
            RateSource refused = new RateSource(active, typed, before.fetchedUntil(), null, null, null, 0, "");
            return new RateSourcePage(
                    refused,
                    tables.newest().orElse(ExchangeRates.NONE),
                    Words.t("payments.rates.source.address.wrong"));
        }
        sources.choose(active, typed);
        audit.record(
                "payments.rates.source",
                "exchange-rates",
                Map.of("before", described(before), "after", described(sources.current())));
        Notice.done(active ? "payments.rates.source.on" : "payments.rates.source.off");
        Thread.ofVirtual().name("exchange-rates").start(fetching::work);
        return "redirect:/settings/rates";
    }

    /** Asks now instead of when it is time. */
    @PostMapping("/settings/rates/fetch")
    String fetch() {
        sources.hurry();
        fetching.work();
        RateSource after = sources.current();
        if (!after.active()) Notice.problem("payments.rates.source.is-off");
        else if (after.failures() > 0) Notice.problem("payments.rates.source.failed", after.lastError());
        else Notice.done("payments.rates.source.fetched");
        return "redirect:/settings/rates";
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

    private static String described(RateSource source) {
        return (source.active() ? "on " : "off ") + source.address();
    }
}
