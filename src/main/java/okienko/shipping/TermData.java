package okienko.shipping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.reference.Row;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The courier table as a data set; a changed line retires the one before it. */
@Component
class TermData implements DataSet<CourierTerm> {

    static final Set<String> FORMS =
            Set.of("ONLINE", "TRANSFER", "CASH_ON_DELIVERY", "CASH_AT_COUNTER", "DEFERRED", "UNKNOWN");

    private static final List<Column> COLUMNS = List.of(
            Column.required("carrier", "przewoźnik", "kurier", "versender", "перевозчик", "куриер"),
            Column.optional("service", "usługa", "dienst", "услуга"),
            Column.optional("country", "kraj", "land", "страна", "държава"),
            Column.required(
                    "form", "forma płatności", "zahlungsart", "форма оплаты", "начин на плащане", "payment form"),
            Column.required("accepted", "przyjmuje", "akzeptiert", "принимает", "приема"),
            Column.optional("limit", "kwota maksymalna", "höchstbetrag", "лимит"),
            Column.optional("currency", "waluta", "währung", "валюта"),
            Column.optional("validFrom", "ważne od", "gültig ab", "действует с", "валидно от"),
            Column.optional("validTo", "ważne do", "gültig bis", "действует до", "валидно до"),
            Column.optional("source", "źródło", "quelle", "источник", "източник"));

    private final Shipping shipping;

    TermData(Shipping shipping) {
        this.shipping = shipping;
    }

    @Override
    public String name() {
        return "courier-terms";
    }

    @Override
    public String page() {
        return "/couriers";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public String key(Row row) {
        return String.join(
                "|", upper(row, "carrier"), any(upper(row, "service")), any(upper(row, "country")), upper(row, "form"));
    }

    @Override
    public String key(CourierTerm term) {
        return String.join("|", term.carrier(), term.service(), term.country(), term.form());
    }

    @Override
    public Map<String, CourierTerm> present(Collection<String> keys) {
        Map<String, CourierTerm> present = shipping.terms().stream()
                .collect(Collectors.toMap(this::key, term -> term, (first, second) -> first, LinkedHashMap::new));
        present.keySet().retainAll(Set.copyOf(keys));
        return present;
    }

    @Override
    public int size() {
        return shipping.terms().size();
    }

    @Override
    public CourierTerm read(Row row, @Nullable CourierTerm known, Mode mode) {
        String country = any(upper(row, "country"));
        if (!country.matches("\\*|[A-Z]{2}")) row.refuse("country", "choice", "PL, *");
        row.required("carrier", "INPOST");
        row.required("form", "CASH_ON_DELIVERY");
        return new CourierTerm(
                upper(row, "carrier"),
                any(upper(row, "service")),
                country,
                row.choice("form", FORMS, ""),
                row.yes("accepted", true),
                row.money("limit", "currency", "PLN"),
                row.date("validFrom"),
                row.date("validTo"),
                row.text("source", known == null ? "" : known.source()));
    }

    private static String upper(Row row, String field) {
        return row.text(field).toUpperCase(Locale.ROOT);
    }

    private static String any(String value) {
        return value.isEmpty() ? "*" : value;
    }

    @Override
    public Map<String, Object> fields(CourierTerm term) {
        Money limit = term.limit();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("carrier", term.carrier());
        fields.put("service", term.service());
        fields.put("country", term.country());
        fields.put("form", term.form());
        fields.put("accepted", term.accepted());
        fields.put("limit", limit == null ? "" : limit.amount().toPlainString());
        fields.put("currency", limit == null ? "" : limit.currency());
        fields.put("validFrom", Objects.toString(term.validFrom(), ""));
        fields.put("validTo", Objects.toString(term.validTo(), ""));
        fields.put("source", term.source());
        return fields;
    }

    @Override
    @Transactional
    public void apply(List<CourierTerm> terms, Mode mode, String actor) {
        Set<String> changed = terms.stream().map(this::key).collect(Collectors.toSet());
        for (Shipping.TermLine line : shipping.lines()) {
            if (line.retiredAt() == null && changed.contains(key(line.term()))) shipping.retire(line.id(), actor);
        }
        terms.forEach(term -> shipping.add(term, actor));
    }

    @Override
    public List<CourierTerm> page(@Nullable String after, int limit) {
        return shipping.terms().stream()
                .sorted(java.util.Comparator.comparing(this::key))
                .filter(term -> after == null || key(term).compareTo(after) > 0)
                .limit(limit)
                .toList();
    }
}
