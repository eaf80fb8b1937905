package okienko.connections.base;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.connections.Access;
import okienko.connections.States;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;

/**
 * Writes to Base by {@code setOrderStatus}, {@code setOrderFields} and {@code createPackageManual}, the last for parcels made
 * outside of it (api.baselinker.com, read 2026-11-28). The seller's comments are one field of 200 characters: what people
 * wrote there stays, our older lines give way to the newest. A courier's code has 20 characters, a parcel's number 40.
 */
final class BaseWriting {

    private static final int COMMENT_CHARACTERS = 200;
    private static final int COURIER_CHARACTERS = 20;
    private static final int NUMBER_CHARACTERS = 40;

    /** With what our own notes begin; the office's words do. */
    private static final String OURS = "Okienko:";

    private final Access access;

    BaseWriting(Access access) {
        this.access = access;
    }

    static States states(Access access) {
        Map<String, String> names = new LinkedHashMap<>();
        for (JsonNode status : Base.ask(access, "getOrderStatusList", Map.of()).path("statuses")) {
            names.put(status.path("id").asString(""), status.path("name").asString(""));
        }
        return new States(names);
    }

    WriteBack.Answer write(WriteBack message) {
        if (!message.externalId().matches("\\d{1,18}")) return new WriteBack.Answer.Refused("no order of Base");
        long order = Long.parseLong(message.externalId());
        return switch (message.kind()) {
            case NOTE -> note(order, message);
            case STATE, CANCELLATION -> state(order, message);
            case TRACKING -> tracking(order, message);
        };
    }

    private WriteBack.Answer note(long order, WriteBack message) {
        JsonNode found = Base.ask(access, "getOrders", Map.of("order_id", order, "get_unconfirmed_orders", false))
                .path("orders")
                .path(0);
        String known = found.path("admin_comments").asString("").strip();
        String note = shortened(message.text(), COMMENT_CHARACTERS);
        if (message.repeated() && known.lines().anyMatch(line -> same(line, note))) {
            return new WriteBack.Answer.Accepted();
        }
        List<String> lines = new ArrayList<>(known.lines().toList());
        lines.add(note);
        while (String.join("\n", lines).length() > COMMENT_CHARACTERS) {
            int oldest = firstOfOurs(lines);
            if (oldest < 0) break;
            lines.remove(oldest);
        }
        int room = COMMENT_CHARACTERS
                - String.join("\n", lines.subList(0, lines.size() - 1)).length()
                - (lines.size() > 1 ? 1 : 0);
        if (room <= OURS.length()) return new WriteBack.Answer.Refused("admin_comments: the seller's own fill all 200");
        lines.set(lines.size() - 1, shortened(note, room));
        Base.ask(access, "setOrderFields", Map.of("order_id", order, "admin_comments", String.join("\n", lines)));
        return new WriteBack.Answer.Accepted();
    }

    private static boolean same(String line, String note) {
        return line.equals(note) || (line.endsWith("…") && note.startsWith(line.substring(0, line.length() - 1)));
    }

    private static int firstOfOurs(List<String> lines) {
        for (int i = 0; i < lines.size() - 1; i++) if (lines.get(i).startsWith(OURS)) return i;
        return -1;
    }

    /** The same status again changes nothing. */
    private WriteBack.Answer state(long order, WriteBack message) {
        String status = states(access).target(access, message).orElse("");
        if (status.isEmpty()) return new WriteBack.Answer.Refused("Base does not have the chosen status any more");
        Base.ask(access, "setOrderStatus", Map.of("order_id", order, "status_id", Long.parseLong(status)));
        return new WriteBack.Answer.Accepted();
    }

    private WriteBack.Answer tracking(long order, WriteBack message) {
        if (message.trackingNumber().length() > NUMBER_CHARACTERS) {
            return new WriteBack.Answer.Refused("package_number: more than 40 characters");
        }
        if (message.repeated()) {
            for (JsonNode parcel : Base.ask(access, "getOrderPackages", Map.of("order_id", order))
                    .path("packages")) {
                if (parcel.path("courier_package_nr").asString("").equals(message.trackingNumber())) {
                    return new WriteBack.Answer.Accepted();
                }
            }
        }
        Map<String, Object> parcel = new LinkedHashMap<>();
        parcel.put("order_id", order);
        parcel.put("courier_code", shortened(message.carrier(), COURIER_CHARACTERS));
        parcel.put("package_number", message.trackingNumber());
        parcel.put("pickup_date", access.now().getEpochSecond());
        Base.ask(access, "createPackageManual", parcel);
        return new WriteBack.Answer.Accepted();
    }

    private static String shortened(String text, int characters) {
        return text.length() <= characters ? text : text.substring(0, characters - 1) + "…";
    }
}
