package okienko.shipping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ui.Page;
import okienko.ui.Words;

/** The courier table: what each carrier takes, where, up to how much. */
record CouriersPage(String query, boolean retired, List<Shipping.TermLine> lines, List<String> services)
        implements Page {

    Map<String, String> forms() {
        Map<String, String> forms = new LinkedHashMap<>();
        TermData.FORMS.stream().sorted().forEach(form -> forms.put(form, Words.t("shipping.form." + form)));
        return forms;
    }

    Map<String, String> serviceChoices() {
        Map<String, String> choices = new LinkedHashMap<>();
        services.forEach(code -> choices.put(code, code.equals("*") ? Words.t("shipping.any") : code));
        return choices;
    }
}
