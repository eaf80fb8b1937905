package okienko.ordercontrol.engine;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import okienko.orders.Order;

/** What an order is found by: words for the search, and what tells that two orders are of the same buyer. */
public final class Marks {

    /** Digits of a phone number without the country's: enough to be one person's, however the rest is written. */
    private static final int PHONE_DIGITS = 9;

    private static final int LONGEST_SEARCH_TEXT = 2_000;

    /** Whom the order is from, as lists show it. */
    static String buyer(Order order) {
        for (String name : List.of(
                order.buyer().name(),
                order.buyer().company(),
                order.delivery().address().name(),
                order.buyer().email())) {
            if (!name.isBlank()) return name.strip();
        }
        return order.number();
    }

    static String searchText(Order order) {
        StringJoiner words = new StringJoiner(" ");
        var buyer = order.buyer();
        var to = order.delivery().address();
        words.add(order.number()).add(order.key().externalId()).add(order.key().channel());
        words.add(buyer.name()).add(buyer.company()).add(buyer.email()).add(buyer.login());
        words.add(digits(buyer.phone())).add(digits(order.delivery().phone()));
        words.add(to.name())
                .add(to.company())
                .add(to.street())
                .add(to.postalCode())
                .add(to.city());
        words.add(order.delivery().pickupPoint())
                .add(order.invoice().company())
                .add(order.invoice().taxId());
        for (Order.Line line : order.lines()) words.add(line.sku());
        String text = fold(words.toString());
        return text.length() <= LONGEST_SEARCH_TEXT ? text : text.substring(0, LONGEST_SEARCH_TEXT);
    }

    /** Letters without accents and capitals, so that {@code lodz} finds {@code Łódź}. */
    public static String fold(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        return plain.toLowerCase(Locale.ROOT)
                .replace('ł', 'l')
                .replaceAll("\\s+", " ")
                .strip();
    }

    static Set<String> buyerKeys(Order order) {
        Set<String> keys = new LinkedHashSet<>();
        var buyer = order.buyer();
        if (!buyer.email().isBlank()) keys.add("e:" + buyer.email().strip().toLowerCase(Locale.ROOT));
        if (!buyer.login().isBlank()) keys.add("l:" + order.key().channel() + ":" + buyer.login());
        for (String phone : List.of(buyer.phone(), order.delivery().phone())) {
            String digits = digits(phone);
            if (digits.length() >= PHONE_DIGITS) keys.add("p:" + digits.substring(digits.length() - PHONE_DIGITS));
        }
        String taxId = order.invoice().taxId().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        if (taxId.startsWith("PL")) taxId = taxId.substring(2);
        if (!taxId.isEmpty()) keys.add("t:" + taxId);
        return keys;
    }

    private static String digits(String phone) {
        return phone.replaceAll("[^0-9]", "");
    }

    private Marks() {}
}
