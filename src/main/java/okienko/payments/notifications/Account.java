package okienko.payments.notifications;

/**
 * An account with a provider, its secrets readable.
 *
 * @param merchant the provider's number for the shop
 * @param secret what notifications are signed with
 * @param apiKey for the call that confirms
 * @param address where the provider is reached, without a stroke at the end
 */
record Account(String name, String provider, String merchant, String secret, String apiKey, String address) {

    @Override
    public String toString() {
        return name + " (" + provider + ")"; // a secret must not end in a log
    }
}
