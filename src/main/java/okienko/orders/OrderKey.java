package okienko.orders;

/**
 * What makes an order the same order however often and by whatever way it arrives.
 *
 * @param channel the sales channel's name, e.g. {@code allegro} or {@code web}
 * @param externalId the order's id in that channel
 */
public record OrderKey(String channel, String externalId) {

    public OrderKey {
        if (channel.isBlank() || externalId.isBlank()) {
            throw new IllegalArgumentException(
                    "an order needs a channel and an externalId, got '" + channel + "' and '" + externalId + "'");
        }
    }
}
