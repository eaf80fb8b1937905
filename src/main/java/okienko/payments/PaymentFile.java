package okienko.payments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import okienko.orders.OrderKey;
import okienko.reference.Column;
import okienko.reference.Reading;
import okienko.reference.Row;
import okienko.reference.Sheet;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Reads payments from CSV, JSON or JSON lines; the same for uploads, REST and the command line. */
public final class PaymentFile {

    static final List<Column> COLUMNS = List.of(
            Column.optional("channel", "kanał", "source channel", "kanal", "канал", "sklep", "shop"),
            Column.optional(
                    "externalId",
                    "external id",
                    "order id",
                    "id zamówienia",
                    "bestell-id",
                    "id заказа",
                    "id на поръчка"),
            Column.optional(
                    "number",
                    "order",
                    "order number",
                    "zamówienie",
                    "nr zamówienia",
                    "numer zamówienia",
                    "bestellnummer",
                    "номер заказа",
                    "номер на поръчка",
                    "tytuł",
                    "tytułem"),
            Column.required("amount", "kwota", "betrag", "сумма", "сума", "wartość"),
            Column.optional("currency", "waluta", "währung", "валюта"),
            Column.optional(
                    "receivedAt",
                    "received at",
                    "date",
                    "data",
                    "data wpływu",
                    "data księgowania",
                    "datum",
                    "дата",
                    "booked at"),
            Column.optional("source", "źródło", "quelle", "источник", "източник", "bank", "operator"),
            Column.optional(
                    "reference",
                    "referencja",
                    "id transakcji",
                    "transaction id",
                    "transaction",
                    "referenz",
                    "id операции",
                    "референция",
                    "id"));

    private static final String SOURCE = "upload";

    /** The payments in the file, and what is wrong with the other lines. */
    public static Reading<OrderPayment> read(byte[] file) {
        return Reading.of(Sheet.read(file, COLUMNS), row -> payment(row, Instant.EPOCH));
    }

    /** @param now when a payment without a time came in */
    static @Nullable OrderPayment payment(Row row, Instant now) {
        Money amount = row.money("amount", "currency", "PLN");
        Instant at = row.instant("receivedAt");
        if (amount == null && !row.refused()) row.refuse("amount", "required", "19.99");
        String channel = row.text("channel");
        String externalId = row.text("externalId");
        String number = row.text("number");
        if (externalId.isEmpty() && number.isEmpty()) row.refuse("number", "required", "1001");
        if (amount == null || row.refused()) return null;
        OrderKey order = channel.isEmpty() || externalId.isEmpty() ? null : new OrderKey(channel, externalId);
        var payment = new IncomingPayment(amount, at == null ? now : at, source(row), reference(row));
        return new OrderPayment(order, number.isEmpty() ? externalId : number, payment);
    }

    static String source(Row row) {
        String source = row.text("source").replace("|", " ");
        return source.isEmpty() ? SOURCE : source;
    }

    /** The source's id; where it has none, one made of everything the line says, so that the file can be given again. */
    static String reference(Row row) {
        String reference = row.text("reference");
        if (!reference.isEmpty()) return reference;
        StringBuilder all = new StringBuilder();
        for (Column column : COLUMNS) all.append(row.text(column.name())).append('\n');
        return "line-" + UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    private PaymentFile() {}
}
