package okienko.payments.notifications;

import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Settings → payment providers: which accounts there are, with what they sign. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class AccountsController {

    private static final int LONGEST_SECRET = 500;
    private static final Account NEW = new Account("", "PAYU", "", "", "", "");

    private final Accounts accounts;

    AccountsController(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/settings/providers")
    AccountsPage list() {
        return new AccountsPage(accounts.all(), NEW, Map.of());
    }

    @PostMapping("/settings/providers")
    Object save(
            @RequestParam String name,
            @RequestParam String provider,
            @RequestParam(defaultValue = "") String merchant,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String apiKey,
            @RequestParam(defaultValue = "") String address,
            Principal who) {
        Optional<Account> before = accounts.find(name.strip());
        String kept = before.map(Account::secret).orElse("");
        String keptKey = before.map(Account::apiKey).orElse("");
        String reached = address.isBlank()
                ? Providers.named(provider).map(Provider::address).orElse("")
                : address.strip().replaceFirst("/+$", "");
        Account entered = new Account(
                name.strip(),
                provider,
                merchant.strip(),
                secret.isBlank() ? kept : secret.strip(),
                apiKey.isBlank() ? keptKey : apiKey.strip(),
                reached);
        Map<String, String> problems = problems(entered);
        if (!problems.isEmpty()) return new AccountsPage(accounts.all(), entered, problems);
        accounts.save(entered, who.getName());
        Notice.done("providers.saved", entered.name());
        return "redirect:/settings/providers";
    }

    @PostMapping("/settings/providers/{name}/removal")
    String remove(@PathVariable String name) {
        if (accounts.remove(name)) Notice.done("providers.removed", name);
        else Notice.problem("providers.unknown", name);
        return "redirect:/settings/providers";
    }

    private static Map<String, String> problems(Account entered) {
        Map<String, String> problems = new LinkedHashMap<>();
        Optional<Provider> provider = Providers.named(entered.provider());
        if (!entered.name().matches("[a-z0-9-]{1,40}")) problems.put("name", Words.t("providers.name.wrong"));
        if (provider.isEmpty()) problems.put("provider", Words.t("providers.provider.wrong"));
        boolean needed = provider.map(Provider::needsMerchant).orElse(false);
        if (needed && !entered.merchant().matches("[0-9]{1,20}")) {
            problems.put("merchant", Words.t("providers.merchant.wrong"));
        }
        if (entered.secret().isEmpty() || entered.secret().length() > LONGEST_SECRET) {
            problems.put("secret", Words.t("providers.secret.wrong"));
        }
        boolean confirms = provider.map(Provider::confirms).orElse(false);
        if (confirms && entered.apiKey().isEmpty()) problems.put("apiKey", Words.t("providers.apiKey.wrong"));
        if (!web(entered.address())) problems.put("address", Words.t("providers.address.wrong"));
        return problems;
    }

    private static boolean web(String address) {
        try {
            URI read = new URI(address);
            return List.of("http", "https").contains(String.valueOf(read.getScheme())) && read.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Bean
    static SettingsEntry providersEntry() {
        return new SettingsEntry("providers", "/settings/providers", 65, "ADMINISTRATOR");
    }
}
