package okienko.shops;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import okienko.orders.CanonicalJson;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.vocabulary.Money;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/** Writes orders as the shops do, so that what was read can be compared with what was meant. */
public final class ShopWriters {

    private static final String HEADINGS = "Id zamówienia;Nr zamówienia;Data zamówienia;Status;Waluta;E-mail;Telefon;"
            + "Klient;Firma;Ulica;Kod pocztowy;Miasto;Kraj;"
            + "Odbiorca;Firma odbiorcy;Adres dostawy;Kod pocztowy dostawy;Miasto dostawy;Kraj dostawy;"
            + "Sposób dostawy;Telefon odbiorcy;Paczkomat;NIP;Forma płatności;Wpłacono;Data wpłaty;"
            + "Koszt dostawy;Rabat;Razem;SKU;Nazwa produktu;Ilość;Cena brutto;Uwagi";

    /** One order in the named format, able to stand alone. */
    public static byte[] write(String format, Order order) {
        String written = switch (format) {
            case "canonical" -> CanonicalJson.write(order);
            case "csv" -> csv(order);
            case "woocommerce" -> JsonShopWriters.wooCommerce(order);
            case "allegro" -> JsonShopWriters.allegro(order);
            case "shopify" ->
                order.key().externalId().endsWith("0")
                                || order.key().externalId().endsWith("3")
                        ? GraphQlShopWriters.shopify(order)
                        : JsonShopWriters.shopify(order);
            case "base" -> PolishShopWriters.base(order);
            case "shoper" -> PolishShopWriters.shoper(order);
            case "prestashop" -> PolishShopWriters.prestaShop(order);
            case "vendure" -> GraphQlShopWriters.vendure(order);
            case "medusa" -> MedusaWriter.medusa(order);
            case "amazon" -> AmazonWriter.amazon(order);
            default -> throw new IllegalArgumentException(format);
        };
        return written.getBytes(UTF_8);
    }

    /** Many orders in one file, as the shop would send them. */
    public static byte[] file(String format, List<byte[]> orders) {
        List<String> texts = orders.stream().map(raw -> new String(raw, UTF_8)).toList();
        String written = switch (format) {
            case "canonical" -> String.join("\n", texts);
            case "csv" ->
                texts.getFirst().lines().findFirst().orElse("") + "\r\n"
                        + String.join(
                                "",
                                texts.stream()
                                        .map(text -> text.substring(text.indexOf("\r\n") + 2))
                                        .toList());
            case "base" -> "{\"status\":\"SUCCESS\",\"orders\":[" + String.join(",", texts) + "]}";
            case "woocommerce", "shoper", "prestashop", "vendure" -> "[" + String.join(",", texts) + "]";
            case "allegro" ->
                "{\"checkoutForms\": [" + String.join(",\n ", texts) + "], \"count\": 1, \"totalCount\": 1}";
            case "shopify", "medusa", "amazon" -> "{\"orders\":[" + String.join(",", texts) + "]}";
            default -> throw new IllegalArgumentException(format);
        };
        return written.getBytes(UTF_8);
    }

    private static String csv(Order order) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(';').build(text)) {
            csv.writeRecord(HEADINGS.split(";", -1));
            for (Order.Line line : order.lines()) {
                List<String> row = new ArrayList<>(ofOrder(order));
                row.addAll(List.of(
                        line.sku(),
                        line.name(),
                        Integer.toString(line.quantity()),
                        comma(line.unitPrice()),
                        order.comment()));
                csv.writeRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> ofOrder(Order order) {
        Order.Payment payment = order.payment();
        return Stream.of(
                        Stream.of(
                                order.key().externalId(),
                                order.number(),
                                order.placedAt().toString(),
                                order.status() == Order.Status.CANCELLED ? "anulowane" : "nowe",
                                order.currency(),
                                order.buyer().email(),
                                order.buyer().phone()),
                        cells(order.buyer().address()),
                        cells(order.delivery().address()),
                        Stream.of(
                                order.delivery().method(),
                                order.delivery().phone(),
                                order.delivery().pickupPoint(),
                                order.invoice().taxId(),
                                payment.channelForm(),
                                comma(payment.paid()),
                                payment.paidAt() == null ? "" : payment.paidAt().toString(),
                                comma(order.deliveryCost()),
                                comma(order.discount()),
                                comma(order.total())))
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<String> cells(PostalAddress address) {
        return Stream.of(
                address.name(),
                address.company(),
                address.street(),
                address.postalCode(),
                address.city(),
                address.country());
    }

    private static String comma(@Nullable Money money) {
        return money == null ? "" : money.amount().toPlainString().replace('.', ',');
    }

    /** A form of payment as the format's shops call it. */
    public static String channelForm(String format, PaymentForm form) {
        if (format.equals("allegro")) {
            return switch (form) {
                case CASH_ON_DELIVERY -> "CASH_ON_DELIVERY";
                case TRANSFER -> "WIRE_TRANSFER";
                case DEFERRED -> "EXTENDED_TERM";
                case ONLINE -> "ONLINE";
                case CASH_AT_COUNTER, UNKNOWN -> "NEWER_THAN_US";
            };
        }
        return switch (form) {
            case CASH_ON_DELIVERY -> "cod";
            case TRANSFER -> "bacs";
            case DEFERRED -> "Klarna";
            case ONLINE -> "przelewy24";
            case CASH_AT_COUNTER -> "Gotówka w salonie";
            case UNKNOWN -> "voucher xyz";
        };
    }

    private ShopWriters() {}
}
