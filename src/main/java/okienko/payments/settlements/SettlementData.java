package okienko.payments.settlements;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.reference.Row;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Settlement files of couriers as a data set: with the upload, the preview and the history all tables of the shop have. The
 * headings are those couriers and brokers are known to write; a file of another shape says which column is missing.
 */
@Component
class SettlementData implements DataSet<Settlement> {

    private static final String CARRIER = "courier";

    private static final List<Column> COLUMNS = List.of(
            Column.required(
                    "parcel",
                    "waybill",
                    "nr listu",
                    "numer listu przewozowego",
                    "nr listu przewozowego",
                    "list przewozowy",
                    "nr przesyłki",
                    "numer przesyłki",
                    "paczka",
                    "tracking number",
                    "номер посылки",
                    "накладная",
                    "товарителница"),
            Column.required(
                    "order",
                    "order number",
                    "zamówienie",
                    "nr zamówienia",
                    "numer zamówienia",
                    "referencje",
                    "nr referencyjny",
                    "reference",
                    "uwagi",
                    "номер заказа",
                    "номер на поръчка"),
            Column.required(
                    "amount",
                    "kwota",
                    "kwota pobrania",
                    "kwota cod",
                    "cod",
                    "pobranie",
                    "wartość pobrania",
                    "сумма",
                    "сума",
                    "наложен платеж"),
            Column.optional("currency", "waluta", "валюта"),
            Column.optional("paidOn", "paid on", "data", "data przelewu", "data wypłaty", "data zwrotu", "дата"),
            Column.optional("carrier", "courier", "kurier", "przewoźnik", "курьер", "куриер"),
            Column.optional(
                    "document",
                    "settlement",
                    "nr zestawienia",
                    "zestawienie",
                    "nr przelewu",
                    "specyfikacja",
                    "документ"));

    private final Settlements settlements;
    private final Clock clock;

    SettlementData(Settlements settlements, Clock clock) {
        this.settlements = settlements;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settlements";
    }

    @Override
    public String page() {
        return "/payments/settlements";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public String key(Row row) {
        return row.text("parcel").isEmpty() ? "" : carrier(row) + '|' + row.text("parcel");
    }

    @Override
    public String key(Settlement each) {
        return each.carrier() + '|' + each.parcel();
    }

    @Override
    public Map<String, Settlement> present(Collection<String> keys) {
        List<String[]> parcels = keys.stream()
                .map(key -> new String[] {key.substring(0, key.indexOf('|')), key.substring(key.indexOf('|') + 1)})
                .toList();
        Map<String, Settlement> present = new LinkedHashMap<>();
        for (Settlement each : settlements.known(parcels)) present.put(key(each), each);
        return present;
    }

    @Override
    public int size() {
        return settlements.size();
    }

    /** A parcel that was settled stays as it is, whoever tells it again: its money is booked. */
    @Override
    public @Nullable Settlement read(Row row, @Nullable Settlement known, Mode mode) {
        Money amount = row.money("amount", "currency", "PLN");
        Instant paid = row.instant("paidOn");
        for (String needed : List.of("parcel", "order")) {
            if (row.text(needed).isEmpty())
                row.refuse(needed, "required", needed.equals("order") ? "1001" : "0000123456");
        }
        if (amount == null && !row.refused()) row.refuse("amount", "required", "129.99");
        if (amount == null || row.refused()) return null;
        if (known != null) return known;
        return new Settlement(
                carrier(row),
                row.text("parcel"),
                row.text("document"),
                row.text("order"),
                amount,
                paid == null ? clock.instant() : paid);
    }

    @Override
    public Map<String, Object> fields(Settlement each) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("parcel", each.parcel());
        fields.put("order", each.order());
        fields.put("amount", each.amount().amount().toPlainString());
        fields.put("currency", each.amount().currency());
        fields.put("paidOn", each.paidOn().toString());
        fields.put("carrier", each.carrier());
        fields.put("document", each.document());
        return fields;
    }

    @Override
    public void apply(List<Settlement> entries, Mode mode, String actor) {
        settlements.take(entries, actor);
    }

    @Override
    public List<Settlement> page(@Nullable String after, int limit) {
        int bar = after == null ? -1 : after.indexOf('|');
        return after == null || bar < 0
                ? settlements.behind(null, "", limit)
                : settlements.behind(after.substring(0, bar), after.substring(bar + 1), limit);
    }

    private static String carrier(Row row) {
        String carrier = row.text("carrier").replace("|", " ");
        return carrier.isEmpty() ? CARRIER : carrier;
    }
}
