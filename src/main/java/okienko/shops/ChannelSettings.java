package okienko.shops;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import okienko.orders.Order.PaymentForm;

/**
 * What reading a channel's files needs to know besides the files.
 *
 * @param channel the channel of orders that do not name one; empty: called like the format
 * @param currency ISO 4217 code where a file names none; empty: it must
 * @param zone of local times without an offset
 * @param taxIdFields names under which shop plug-ins keep the buyer's tax id. WooCommerce core has no such field
 * @param pointFields names under which shop plug-ins keep the code of the locker or pickup point
 * @param paymentForms this channel's own names of payment forms, lower case, before the general ones
 * @param deliveryMethods this channel's own names of delivery methods, lower case, with the code of the service they mean
 * @param columns headings of CSV files by the field they hold, before the general ones
 */
public record ChannelSettings(
        String channel,
        String currency,
        ZoneId zone,
        List<String> taxIdFields,
        List<String> pointFields,
        Map<String, PaymentForm> paymentForms,
        Map<String, String> deliveryMethods,
        Map<String, CsvField> columns) {

    private static final ZoneId HOME = ZoneId.of("Europe/Warsaw");

    private static final List<String> TAX_ID_FIELDS = List.of(
            "_billing_nip",
            "billing_nip",
            "_polski_billing_nip",
            "_wc_other/polski/nip",
            "_billing_vat",
            "_vat_number",
            "_billing_vat_number",
            "nip",
            "vat_number",
            "tax_id",
            "vat",
            "dic",
            "ust_id");

    private static final List<String> POINT_FIELDS = List.of(
            "_parcel_machine_id",
            "parcel_machine_id",
            "_paczkomat_id",
            "paczkomat",
            "locker",
            "locker_id",
            "pickup_point",
            "pickup_point_id");

    public ChannelSettings {
        taxIdFields = List.copyOf(taxIdFields);
        pointFields = List.copyOf(pointFields);
        paymentForms = Map.copyOf(paymentForms);
        deliveryMethods = Map.copyOf(deliveryMethods);
        columns = Map.copyOf(columns);
    }

    /** What is usual, for that channel. */
    public static ChannelSettings of(String channel) {
        return new ChannelSettings(channel, "", HOME, TAX_ID_FIELDS, POINT_FIELDS, Map.of(), Map.of(), Map.of());
    }

    /** The same with a currency for files that name none. */
    public ChannelSettings withCurrency(String code) {
        return new ChannelSettings(
                channel, code, zone, taxIdFields, pointFields, paymentForms, deliveryMethods, columns);
    }

    /** The same with headings of CSV files. */
    public ChannelSettings withColumns(Map<String, CsvField> headings) {
        return new ChannelSettings(
                channel, currency, zone, taxIdFields, pointFields, paymentForms, deliveryMethods, headings);
    }

    /** The same with what the channel's own names of payment and delivery mean. */
    public ChannelSettings withMappings(Map<String, PaymentForm> forms, Map<String, String> services) {
        return new ChannelSettings(channel, currency, zone, taxIdFields, pointFields, forms, services, columns);
    }

    /** The channel of orders in that format, called like the format where nobody named it. */
    public String channelOr(String format) {
        return channel.isBlank() ? format : channel;
    }
}
