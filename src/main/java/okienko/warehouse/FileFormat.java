package okienko.warehouse;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** How a message is written into a file. */
enum FileFormat {
    JSON(".json") {
        @Override
        String write(Handover handover) {
            return handover.body();
        }
    },
    /** One row a line of the order, with a heading. */
    CSV(".csv") {
        @Override
        String write(Handover handover) {
            return rows(MAPPER.readTree(handover.body()));
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private static final List<String> HEADINGS = List.of(
            "event",
            "key",
            "channel",
            "order",
            "name",
            "company",
            "street",
            "postal_code",
            "city",
            "country",
            "phone",
            "email",
            "service",
            "method",
            "pickup_point",
            "payment_form",
            "to_collect",
            "currency",
            "sku",
            "article",
            "quantity",
            "unit_price");

    private final String extension;

    FileFormat(String extension) {
        this.extension = extension;
    }

    abstract String write(Handover handover);

    String extension() {
        return extension;
    }

    private static String rows(JsonNode message) {
        var text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADINGS);
            JsonNode order = message.path("order");
            for (JsonNode line : order.path("lines")) csv.writeRecord(row(message, order, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static List<String> row(JsonNode message, JsonNode order, JsonNode line) {
        JsonNode delivery = order.path("delivery");
        JsonNode address = delivery.path("address");
        return List.of(
                message.path("event").asString(""),
                message.path("key").asString(""),
                order.path("channel").asString(""),
                order.path("number").asString(""),
                address.path("name").asString(""),
                address.path("company").asString(""),
                address.path("street").asString(""),
                address.path("postalCode").asString(""),
                address.path("city").asString(""),
                address.path("country").asString(""),
                delivery.path("phone").asString(""),
                order.path("buyer").path("email").asString(""),
                delivery.path("service").asString(""),
                delivery.path("method").asString(""),
                delivery.path("pickupPoint").asString(""),
                order.path("payment").path("form").asString(""),
                message.path("toCollect").asString(""),
                order.path("currency").asString(""),
                line.path("sku").asString(""),
                line.path("name").asString(""),
                line.path("quantity").asString(""),
                line.path("unitPrice").asString(""));
    }
}
