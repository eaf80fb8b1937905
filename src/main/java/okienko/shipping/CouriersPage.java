package okienko.shipping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ui.Page;
import okienko.ui.Words;

/** The courier table: what each carrier takes, where, up to how much. */
record CouriersPage(String query, boolean retired, List<Shipping.TermLine> lines, List<DeliveryService> services)
        implements Page {

    Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        TermData.FORMS.stream().sorted().forEach(form -> forms.put(form, Words.t("shipping.form." + form)));
        return forms;
    }

    Map<String, String> serviceChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("*", Words.t("shipping.any"));
        services.forEach(service -> choices.put(service.code(), service.name()));
        return choices;
    }

    /** A carrier, a service or a country as people read it; one the tables do not know stays its code. */
    String told(String code) {
        return serviceChoices().getOrDefault(code, code);
    }
}
