package okienko.payments.notifications;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.ui.Page;

/**
 * Settings → payment providers.
 *
 * @param entered what is in the form; its secrets are never shown
 * @param problems what is wrong with it, by field
 */
record AccountsPage(List<Account> accounts, Account entered, Map<String, String> problems) implements Page {

    String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    static Map<String, String> providers() {
        Map<String, String> providers = new LinkedHashMap<>();
        for (Provider each : Providers.ALL) providers.put(each.name(), each.label());
        return providers;
    }

    /** What is entered at the provider. */
    static String path(Account account) {
        return "/notifications/" + account.provider().toLowerCase(Locale.ROOT) + "/" + account.name();
    }
}
