package okienko.customers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okienko.reference.Column;
import okienko.reference.Reading;
import okienko.reference.Row;
import okienko.reference.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads a customer list from CSV, JSON or JSON lines; the same for uploads, REST and the command line. */
public final class CustomerFile {

    static final List<Column> COLUMNS = List.of(
            Column.required(
                    "reference",
                    "id",
                    "customer id",
                    "id klienta",
                    "nr klienta",
                    "numer klienta",
                    "kod klienta",
                    "kundennummer",
                    "номер клиента",
                    "клиентски номер",
                    "kontrahent"),
            Column.optional(
                    "name",
                    "nazwa",
                    "imię i nazwisko",
                    "nazwisko",
                    "full name",
                    "имя",
                    "име",
                    "фио",
                    "kunde",
                    "klient"),
            Column.optional("company", "firma", "nazwa firmy", "компания", "фирма", "unternehmen"),
            Column.optional("email", "e-mail", "mail", "adres e-mail", "почта", "имейл"),
            Column.optional("phone", "telefon", "tel", "telephone", "mobile", "komórka", "телефон"),
            Column.optional("taxId", "tax id", "nip", "vat", "vat id", "ust-id", "инн", "еик", "булстат", "nip ue"),
            Column.optional(
                    "earlierOrders",
                    "earlier orders",
                    "orders",
                    "liczba zamówień",
                    "zamówienia",
                    "bestellungen",
                    "заказы",
                    "поръчки"),
            Column.optional(
                    "refusedParcels",
                    "refused parcels",
                    "returned parcels",
                    "nieodebrane",
                    "odmowy",
                    "nieodebrane paczki",
                    "nicht abgeholt",
                    "отказы",
                    "непотърсени"),
            Column.optional("flags", "flagi", "oznaczenia", "markierungen", "отметки", "флагове"));

    private static final Customer BLANK = new Customer("", "", "", "", "", "", 0, 0, List.of());

    /** The customers in the file, and what is wrong with the other lines. */
    public static Reading<Customer> read(byte[] file) {
        return Reading.of(Sheet.read(file, COLUMNS), row -> customer(row, null));
    }

    static Customer customer(Row row, @Nullable Customer known) {
        Customer before = known == null ? BLANK : known;
        Integer orders = row.has("earlierOrders") ? row.count("earlierOrders") : (Integer) before.earlierOrders();
        Integer refused = row.has("refusedParcels") ? row.count("refusedParcels") : (Integer) before.refusedParcels();
        return new Customer(
                row.required("reference", "4711"),
                row.text("name", before.name()),
                row.text("company", before.company()),
                row.text("email", before.email()),
                row.text("phone", before.phone()),
                row.text("taxId", before.taxId()),
                orders == null ? 0 : orders,
                refused == null ? 0 : refused,
                row.has("flags") ? flags(row) : before.flags());
    }

    /** {@code BLOCKED}, {@code OVERDUE_DEBT@invoice 7/2026@2026-12-31}: kind, note and last day. */
    private static List<CustomerFlag> flags(Row row) {
        List<CustomerFlag> flags = new ArrayList<>();
        for (String text : row.list("flags")) {
            String[] parts = text.split("@", -1);
            Optional<CustomerFlag.Kind> kind = kind(parts[0]);
            if (kind.isEmpty()) {
                row.refuse("flags", "choice", "BLOCKED, OPEN_DISPUTE, OVERDUE_DEBT@note@2026-12-31");
            } else {
                flags.add(new CustomerFlag(kind.get(), parts.length > 1 ? parts[1].strip() : "", until(row, parts)));
            }
        }
        return flags;
    }

    private static @Nullable LocalDate until(Row row, String[] parts) {
        if (parts.length < 3 || parts[2].isBlank()) return null;
        try {
            return LocalDate.parse(parts[2].strip());
        } catch (DateTimeException e) {
            row.refuse("flags", "date", "BLOCKED@note@2026-12-31");
            return null;
        }
    }

    private static Optional<CustomerFlag.Kind> kind(String typed) {
        String plain = typed.strip().toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(CustomerFlag.Kind.values())
                .filter(kind -> kind.name().equals(plain))
                .findFirst();
    }

    static String text(CustomerFlag flag) {
        String until = flag.until() == null ? "" : "@" + flag.until();
        return flag.kind() + (flag.note().isEmpty() && until.isEmpty() ? "" : "@" + flag.note()) + until;
    }

    private CustomerFile() {}
}
