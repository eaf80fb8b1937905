package okienko.orders;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import okienko.orders.Order.Status;
import okienko.orders.Receipt.Kind;
import org.jspecify.annotations.Nullable;

/** An order that came in, written and hashed, and what it makes of the one that is known. */
record Arrival(Incoming incoming, String content, String hash) {

    static Arrival of(Incoming incoming) {
        String content = CanonicalJson.write(incoming.order());
        return new Arrival(incoming, content, HexFormat.of().formatHex(CanonicalJson.hash(content)));
    }

    OrderKey key() {
        return incoming.order().key();
    }

    /** The first revision of an order that was not known. */
    Outcome first(long id) {
        boolean cancelled = incoming.order().status() == Status.CANCELLED;
        Receipt receipt = new Receipt(new OrderId(id), cancelled ? Kind.CANCELLED : Kind.NEW, 1);
        return new Outcome(this, receipt, incoming.order(), content, null, "received", Map.of("revision", 1));
    }

    /** What it changes in a known order, if anything. */
    Outcome next(Known known) {
        if (known.saysNothingNew(this)) {
            Receipt receipt = new Receipt(new OrderId(known.id), Kind.UNCHANGED, known.revision);
            return new Outcome(this, receipt, incoming.order(), content, null, "", Map.of());
        }
        Order before = CanonicalJson.read(known.content);
        Order after = known.channelContent == null
                ? incoming.order()
                : Changes.merge(CanonicalJson.read(known.channelContent), incoming.order(), before);
        boolean corrected = !after.equals(incoming.order());
        boolean cancelled = after.status() == Status.CANCELLED && before.status() == Status.PLACED;
        int revision = known.revision + 1;
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("revision", revision);
        details.put("changes", Changes.between(before, after));
        return new Outcome(
                this,
                new Receipt(new OrderId(known.id), cancelled ? Kind.CANCELLED : Kind.REVISED, revision),
                after,
                corrected ? CanonicalJson.write(after) : content,
                corrected ? content : null,
                cancelled ? "cancelledByChannel" : "revised",
                details);
    }

    /**
     * What the office has of an order.
     *
     * @param content the order as it is, read only where the channel's hash differs
     * @param channelContent what the channel last said where a consultant has corrected it since
     * @param changedAt when the channel last changed it, as far as it says
     */
    record Known(
            long id,
            int revision,
            String hash,
            String content,
            @Nullable String channelContent,
            @Nullable Instant changedAt) {

        private boolean saysNothingNew(Arrival arrival) {
            Instant changed = arrival.incoming.changedAt();
            boolean old = changed != null && changedAt != null && changed.isBefore(changedAt);
            return old || hash.equals(arrival.hash);
        }
    }

    /**
     * What is to be stored.
     *
     * @param order the order from now on
     * @param content the order as JSON
     * @param channelContent what the channel said, where corrections make the order differ from it
     * @param kind the timeline's word for it
     */
    record Outcome(
            Arrival arrival,
            Receipt receipt,
            Order order,
            String content,
            @Nullable String channelContent,
            String kind,
            Map<String, Object> details) {}
}
