package okienko.connections.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.connections.Connection;
import okienko.connections.Credential;
import okienko.connections.Platform;
import okienko.connections.WriteBack;
import okienko.connections.hooks.Subscriptions;
import okienko.connections.writeback.Outbox;
import okienko.orders.Order.PaymentForm;
import okienko.shipping.DeliveryService;
import okienko.shipping.DeliveryServices;
import okienko.shops.ChannelDeliveries;
import okienko.shops.ChannelSettings;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * One connection: how it is doing, how one gets in, what its names of payment and delivery mean.
 *
 * @param connection null while it is being made
 * @param problems what is wrong with what was typed, by field
 * @param trouble what the shop said to it; empty when it was not asked or let us in
 * @param payments names of payment forms the shop uses
 * @param deliveries names of delivery methods it uses
 * @param hookAddress where the shop may call
 * @param calls what is known of its calls
 * @param counts how many messages to the shop stand where
 * @param messages those given up, then those on their way
 * @param stockTaken whether its stock is taken over
 */
record ConnectionPage(
        Platform platform,
        @Nullable Connection connection,
        Typed typed,
        Map<String, String> problems,
        String trouble,
        List<String> payments,
        List<String> deliveries,
        ChannelSettings meanings,
        List<DeliveryService> services,
        String hookAddress,
        Subscriptions.Report calls,
        Map<Outbox.State, Integer> counts,
        List<Outbox.Entry> messages,
        boolean stockTaken,
        boolean administrator)
        implements Page {

    List<WriteBack.Kind> kinds() {
        return platform.writes().stream().sorted().toList();
    }

    int count(Outbox.State state) {
        return counts.getOrDefault(state, 0);
    }

    String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    /** What a name of payment can be said to mean; the first choice says what is taken unless one is made. */
    static Map<String, String> forms(String name) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put("", Words.t("connections.usual", Words.t("connections.form." + ChannelDeliveries.usual(name))));
        for (PaymentForm form : PaymentForm.values()) {
            if (form != PaymentForm.UNKNOWN) forms.put(form.name(), Words.t("connections.form." + form));
        }
        return forms;
    }

    Map<String, String> services(String name) {
        Map<String, String> choices = new LinkedHashMap<>();
        String usual = new DeliveryServices(services)
                .find(name)
                .map(DeliveryService::name)
                .orElseGet(() -> Words.t("connections.service.none"));
        choices.put("", Words.t("connections.usual", usual));
        for (DeliveryService service : services) choices.put(service.code(), service.name());
        return choices;
    }

    String form(String name) {
        PaymentForm form = meanings.paymentForms().get(key(name));
        return form == null ? "" : form.name();
    }

    String service(String name) {
        return meanings.deliveryMethods().getOrDefault(key(name), "");
    }

    /** Whether orders paid so are held since nobody knows what it is. */
    boolean unknown(String name) {
        return form(name).isEmpty() && ChannelDeliveries.usual(name) == PaymentForm.UNKNOWN;
    }

    /** What helps to enter it, where its name does not say enough. */
    static String hint(Credential credential) {
        String key = "connections.hint." + credential.name();
        return Words.here().knows(key) ? Words.t(key) : "";
    }

    /** Where a platform's shops are; the marketplaces have an address of their own. */
    String addressHint() {
        String key = "connections.address.hint." + platform.name();
        return Words.t(Words.here().knows(key) ? key : "connections.address.hint");
    }

    /** What telling this platform does there, where it is not what one would think. */
    String tellsHint() {
        String key = "connections.tells." + platform.name();
        return Words.here().knows(key) ? Words.t(key) : "";
    }

    /** As channel settings name it. */
    static String key(String name) {
        return name.strip().toLowerCase(java.util.Locale.ROOT);
    }
}
