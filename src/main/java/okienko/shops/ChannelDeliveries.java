package okienko.shops;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okienko.orders.Order;
import okienko.orders.Order.PaymentForm;
import okienko.shops.formats.PaymentForms;
import okienko.shops.imports.Channels;
import okienko.shops.imports.Intake;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The way in of orders that the office fetches itself: read and kept like those of a file, and what came of each is told. */
@Component
public class ChannelDeliveries {

    /** How the timeline and kept payloads call this way. */
    private static final String SOURCE = "connection";

    private final Intake intake;
    private final Channels channels;

    ChannelDeliveries(Intake intake, Channels channels) {
        this.intake = intake;
        this.channels = channels;
    }

    /**
     * What came of one payload.
     *
     * @param order as it was read; null where it could not be or must not enter yet
     */
    public record Delivered(Kind kind, @Nullable Order order) {

        /** What it was. */
        public enum Kind {
            NEW,
            CHANGED,
            UNCHANGED,
            NOT_READY,
            UNREADABLE
        }
    }

    /** What is known of reading that channel. */
    public ChannelSettings settings(String channel) {
        return channels.settings(channel);
    }

    /** Remembers what the channel's own names of payment and delivery mean. */
    public void map(String channel, Map<String, PaymentForm> forms, Map<String, String> services, String agent) {
        channels.map(channel, forms, services, agent);
    }

    /** What a name of a payment form usually means. */
    public static PaymentForm usual(String channelForm) {
        return PaymentForms.match(channelForm, ChannelSettings.of(""));
    }

    /** Takes payloads in, each one order in that format; all or nothing, the answers in their order. */
    @Transactional
    public List<Delivered> take(OrderFormat format, String channel, List<byte[]> payloads) {
        ChannelSettings settings = channels.settings(channel);
        List<ReadOrder> read = new ArrayList<>(payloads.size());
        for (byte[] payload : payloads) read.add(format.read(new Piece(1, payload), settings));
        return intake.take(read, new Intake.Origin(SOURCE, channel, format.name(), null)).stream()
                .map(ChannelDeliveries::delivered)
                .toList();
    }

    private static Delivered delivered(Intake.Result result) {
        return switch (result) {
            case Intake.Result.NotReady _ -> new Delivered(Delivered.Kind.NOT_READY, null);
            case Intake.Result.Kept _ -> new Delivered(Delivered.Kind.UNREADABLE, null);
            case Intake.Result.Received received ->
                new Delivered(
                        switch (received.receipt().kind()) {
                            case NEW -> Delivered.Kind.NEW;
                            case REVISED, CANCELLED -> Delivered.Kind.CHANGED;
                            case UNCHANGED -> Delivered.Kind.UNCHANGED;
                        },
                        received.order());
        };
    }
}
