package okienko.stock;

import java.time.LocalDate;
import java.util.List;
import okienko.reference.Column;
import okienko.reference.DataSet.Mode;
import okienko.reference.Reading;
import okienko.reference.Row;
import okienko.reference.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads stock levels from CSV, JSON or JSON lines; the same for uploads, REST and the command line. */
public final class StockFile {

    static final List<Column> COLUMNS = List.of(
            Column.required(
                    "sku",
                    "symbol",
                    "kod",
                    "kod produktu",
                    "indeks",
                    "index",
                    "product code",
                    "article",
                    "artikelnummer",
                    "артикул",
                    "код",
                    "item",
                    "numer katalogowy",
                    "id produktu"),
            Column.required(
                    "onHand",
                    "on hand",
                    "quantity",
                    "qty",
                    "stock",
                    "ilość",
                    "stan",
                    "stan magazynowy",
                    "dostępne",
                    "bestand",
                    "menge",
                    "lagerbestand",
                    "количество",
                    "остаток",
                    "наличност",
                    "наличие"),
            Column.optional(
                    "dueQuantity",
                    "due quantity",
                    "due",
                    "incoming",
                    "in drodze",
                    "w dostawie",
                    "zamówione",
                    "w drodze",
                    "zulauf",
                    "ожидается",
                    "очаквано количество"),
            Column.optional(
                    "dueOn",
                    "due date",
                    "due on",
                    "expected",
                    "data dostawy",
                    "termin dostawy",
                    "liefertermin",
                    "дата поставки",
                    "дата на доставка"));

    /** The levels in the file, and what is wrong with the other lines. */
    public static Reading<StockLevel> read(byte[] file) {
        return Reading.of(Sheet.read(file, COLUMNS), row -> level(row, null, Mode.SET));
    }

    static StockLevel level(Row row, @Nullable StockLevel known, Mode mode) {
        String sku = row.required("sku", "A-100");
        Integer onHand = mode == Mode.ADD ? row.change("onHand") : row.count("onHand");
        if (onHand == null && !row.refused()) row.refuse("onHand", "required", "12");
        int before = known == null ? 0 : known.onHand();
        int now = mode == Mode.ADD ? before + zero(onHand) : zero(onHand);
        if (now < 0) row.refuse("onHand", "below", Integer.toString(-before));
        Integer due = row.has("dueQuantity")
                ? row.count("dueQuantity")
                : known == null ? null : (Integer) known.dueQuantity();
        LocalDate dueOn = row.has("dueOn") ? row.date("dueOn") : known == null ? null : known.dueOn();
        return new StockLevel(sku, now, zero(due), zero(due) == 0 ? null : dueOn);
    }

    private static int zero(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    private StockFile() {}
}
