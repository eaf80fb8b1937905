package okienko.shops.formats;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.orders.JsonFields;
import okienko.orders.UnreadableOrder;
import okienko.orders.UnreadableOrder.Problem;

/** Countries by their names in the six languages of our shops. */
final class Countries {

    private static final Map<String, String> CODES = codes();

    static String code(String text, String path) {
        if (text.length() <= 2) {
            return JsonFields.country(text, path);
        }
        String code = CODES.get(PaymentForms.plain(text));
        if (code == null) {
            throw new UnreadableOrder(Problem.NOT_A_COUNTRY, path, text);
        }
        return code;
    }

    private static Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        for (String code : Locale.getISOCountries()) {
            Locale country = Locale.of("", code);
            codes.put(PaymentForms.plain(country.getISO3Country()), code);
            for (String language : List.of("en", "pl", "de", "cs", "bg", "ru", "uk", "sk")) {
                codes.put(PaymentForms.plain(country.getDisplayCountry(Locale.of(language))), code);
            }
        }
        codes.put(PaymentForms.plain("Czech Republic"), "CZ");
        codes.put(PaymentForms.plain("Republika Czeska"), "CZ");
        codes.put(PaymentForms.plain("Česká republika"), "CZ");
        codes.put(PaymentForms.plain("Чехия"), "CZ");
        codes.put(PaymentForms.plain("Rzeczpospolita Polska"), "PL");
        codes.put(PaymentForms.plain("Great Britain"), "GB");
        codes.put(PaymentForms.plain("Wielka Brytania"), "GB");
        codes.put(PaymentForms.plain("USA"), "US");
        return codes;
    }

    private Countries() {}
}
