package okienko.shops.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.orders.Order;
import okienko.orders.OrderKey;
import okienko.orders.UnreadableOrder;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ChannelSettings;
import okienko.shops.CsvField;
import okienko.shops.OrderFormat;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;
import okienko.shops.Sample;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Tables with one row a line of an order: as spreadsheets and panels of shops export them. Columns are told by their
 * headings in six languages, see {@code csv_headings.csv}; what an order has once may stand in its first row only.
 */
public final class CsvFormat implements OrderFormat {

    private static final Set<String> CANCELLED = Set.of(
            "cancelled",
            "canceled",
            "anulowane",
            "anulowany",
            "anulowano",
            "storniert",
            "отменен",
            "отменён",
            "отказана",
            "zrušeno",
            "zrušená",
            "zrusena");
    private static final Set<String> YES =
            Set.of("1", "yes", "y", "true", "tak", "t", "ja", "да", "ano", "x", "faktura", "invoice");

    private volatile Recent recent = new Recent(Map.of(), new CsvColumns(List.of(), Map.of()));

    @Override
    public String name() {
        return "csv";
    }

    /** Anything with three headings that say what an order cannot do without, and that is not JSON. */
    @Override
    public boolean recognises(Sample sample) {
        if (sample.json()) {
            return false;
        }
        try (var rows = CsvPieces.reader(sample.head())) {
            Iterator<CsvRecord> first = rows.iterator();
            if (!first.hasNext()) {
                return false;
            }
            Set<CsvField> found =
                    CsvColumns.of(first.next().getFields(), Map.of()).places().keySet();
            return found.stream().filter(CsvField::required).count() >= 3;
        } catch (CsvParseException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Iterator<Piece> cut(InputStream file, ChannelSettings settings) {
        return new CsvPieces(file, settings);
    }

    @Override
    public ReadOrder read(Piece piece, ChannelSettings settings) {
        if (piece.trouble() != null) {
            return new ReadOrder.Unreadable(piece, piece.trouble());
        }
        try (var reader = CsvPieces.reader(piece.raw())) {
            Iterator<CsvRecord> records = reader.iterator();
            CsvColumns columns = columns(records.hasNext() ? records.next().getFields() : List.of(), settings);
            columns.check();
            List<CsvCells> rows = new ArrayList<>();
            records.forEachRemaining(row -> rows.add(new CsvCells(columns, row.getFields(), settings)));
            if (rows.isEmpty()) {
                throw new UnreadableOrder(Problem.NO_LINES, "file", "");
            }
            Order order = order(rows, settings);
            return new ReadOrder.Readable(piece, Gaps.filled(order, settings), null);
        } catch (UnreadableOrder problem) {
            return new ReadOrder.Unreadable(piece, problem);
        } catch (CsvParseException e) {
            String reason = Objects.requireNonNullElse(e.getMessage(), "");
            return new ReadOrder.Unreadable(
                    piece, new UnreadableOrder(Problem.NOT_CSV, "line " + piece.line(), reason));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All pieces of a file have the same headings: they are understood once. */
    private CsvColumns columns(List<String> headings, ChannelSettings settings) {
        Recent known = recent;
        if (!known.columns.headings().equals(headings) || !known.own.equals(settings.columns())) {
            known = new Recent(settings.columns(), CsvColumns.of(headings, settings.columns()));
            recent = known;
        }
        return known.columns;
    }

    private record Recent(Map<String, CsvField> own, CsvColumns columns) {}

    private Order order(List<CsvCells> rows, ChannelSettings settings) {
        CsvCells first = rows.getFirst();
        String id = first.required(CsvField.ORDER_ID);
        String currency = first.currency(settings.currency());
        PostalAddress billing = first.billing();
        List<Order.Line> lines = new ArrayList<>(rows.size());
        for (CsvCells row : rows) {
            lines.add(new Order.Line(
                    row.text(CsvField.SKU), row.text(CsvField.PRODUCT), row.quantity(), row.unitPrice(currency)));
        }
        String channel = first.text(CsvField.CHANNEL);
        return new Order(
                new OrderKey(channel.isEmpty() ? settings.channelOr(name()) : channel, id),
                first.has(CsvField.NUMBER) ? first.text(CsvField.NUMBER) : id,
                first.requiredTime(CsvField.PLACED_AT),
                CANCELLED.contains(first.text(CsvField.STATUS).toLowerCase(Locale.ROOT))
                        ? Order.Status.CANCELLED
                        : Order.Status.PLACED,
                new Order.Buyer(
                        first.text(CsvField.LOGIN),
                        first.name(),
                        first.text(CsvField.COMPANY),
                        first.text(CsvField.EMAIL),
                        first.text(CsvField.PHONE),
                        billing),
                delivery(first, billing),
                invoice(first, billing),
                payment(first, currency),
                lines,
                first.moneyOrZero(CsvField.DELIVERY_COST, currency),
                first.moneyOrZero(CsvField.DISCOUNT, currency),
                first.requiredMoney(CsvField.TOTAL, currency),
                first.typed(CsvField.COMMENT));
    }

    private static Order.Delivery delivery(CsvCells row, PostalAddress billing) {
        PostalAddress own = row.delivery();
        boolean elsewhere = !own.street().isEmpty()
                || !own.city().isEmpty()
                || !own.postalCode().isEmpty();
        PostalAddress address =
                elsewhere ? named(own, billing) : own.name().isEmpty() ? billing : renamed(billing, own);
        return new Order.Delivery(
                row.text(CsvField.DELIVERY_METHOD),
                "",
                address,
                row.text(CsvField.DELIVERY_PHONE),
                row.text(CsvField.PICKUP_POINT));
    }

    /** The parcel goes to the delivery address; to whom, and into what country, is often said once only. */
    private static PostalAddress named(PostalAddress own, PostalAddress billing) {
        return new PostalAddress(
                own.name().isEmpty() ? billing.name() : own.name(),
                own.company(),
                own.street(),
                own.postalCode(),
                own.city(),
                own.country().isEmpty() ? billing.country() : own.country());
    }

    private static PostalAddress renamed(PostalAddress billing, PostalAddress own) {
        return new PostalAddress(
                own.name(), own.company(), billing.street(), billing.postalCode(), billing.city(), billing.country());
    }

    private static Order.Invoice invoice(CsvCells row, PostalAddress billing) {
        String taxId = row.text(CsvField.TAX_ID);
        boolean asked = YES.contains(row.text(CsvField.INVOICE).toLowerCase(Locale.ROOT));
        if (taxId.isEmpty() && !asked) {
            return Order.Invoice.NONE;
        }
        String named = row.text(CsvField.INVOICE_COMPANY);
        String company = named.isEmpty() ? row.text(CsvField.COMPANY) : named;
        return new Order.Invoice(true, !taxId.isEmpty() || !company.isEmpty(), company, taxId, billing);
    }

    private static Order.Payment payment(CsvCells row, String currency) {
        @Nullable Money paid = row.money(CsvField.PAID, currency);
        return new Order.Payment(
                Order.PaymentForm.UNKNOWN, row.text(CsvField.PAYMENT_FORM), paid, row.time(CsvField.PAID_AT));
    }
}
