package okienko.connections.settings;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okienko.access.Audit;
import okienko.connections.Access;
import okienko.connections.Connection;
import okienko.connections.Connections;
import okienko.connections.Platform;
import okienko.connections.PlatformTrouble;
import okienko.connections.Platforms;
import okienko.connections.articles.Pulls;
import okienko.connections.hooks.Subscriptions;
import okienko.connections.http.Ways;
import okienko.connections.polling.Poller;
import okienko.connections.writeback.Outbox;
import okienko.orders.Order.PaymentForm;
import okienko.shipping.Shipping;
import okienko.shops.ChannelDeliveries;
import okienko.shops.ChannelSettings;
import okienko.ui.Notice;
import okienko.ui.Words;
import okienko.ui.settings.SettingsEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Makes connections and shows how they are doing. */
@Controller
@PreAuthorize("hasRole('MANAGER')")
class ConnectionsController {

    private static final String LIST = "/settings/connections";
    private static final int MOST_NAMES = 200;
    private static final int MOST_MESSAGES = 20;
    private static final Subscriptions.Report NO_CALLS = new Subscriptions.Report(null, null);

    private final Connections connections;
    private final Poller poller;
    private final Ways ways;
    private final ChannelDeliveries deliveries;
    private final Shipping shipping;
    private final Outbox outbox;
    private final Pulls pulls;
    private final Subscriptions subscriptions;
    private final Audit audit;
    private final Clock clock;

    ConnectionsController(
            Connections connections,
            Poller poller,
            Ways ways,
            ChannelDeliveries deliveries,
            Shipping shipping,
            Outbox outbox,
            Pulls pulls,
            Subscriptions subscriptions,
            Audit audit,
            Clock clock) {
        this.connections = connections;
        this.poller = poller;
        this.ways = ways;
        this.deliveries = deliveries;
        this.shipping = shipping;
        this.outbox = outbox;
        this.pulls = pulls;
        this.subscriptions = subscriptions;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping(LIST)
    ConnectionsPage list(HttpServletRequest request) {
        return new ConnectionsPage(connections.all(), administrator(request));
    }

    @GetMapping(LIST + "/new")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    ConnectionPage begin(@RequestParam String platform) {
        Platform kind = Platforms.named(platform).orElseThrow(ConnectionsController::nothing);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Words.zone());
        return page(kind, null, Typed.fresh(kind, today), Map.of(), "", true);
    }

    @PostMapping(LIST)
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    Object make(@RequestParam Map<String, String> fields, Principal who) {
        Platform kind =
                Platforms.named(fields.getOrDefault("platform", "")).orElseThrow(ConnectionsController::nothing);
        Typed typed = Typed.read(kind, fields, Map.of());
        List<String> taken = connections.all().stream().map(Connection::channel).toList();
        Map<String, String> problems = typed.problems(kind, taken);
        if (!problems.isEmpty()) return page(kind, null, typed, problems, "", true);
        try {
            Access access = ways.trial(kind, typed.address(), typed.credentials());
            kind.test(access);
            Connections.Entry entry = typed.entry();
            String position = kind.begin(access, entry.importFrom());
            long id = connections.add(entry, position, access.given(), who.getName());
            Notice.done("connections.made");
            return "redirect:" + LIST + "/" + id;
        } catch (PlatformTrouble trouble) {
            return page(kind, null, typed, Map.of(), told(trouble), true);
        }
    }

    @GetMapping(LIST + "/{id:\\d{1,18}}")
    ConnectionPage show(@PathVariable long id, HttpServletRequest request) {
        Connection connection = known(id);
        return page(connection.kind(), connection, Typed.of(connection), Map.of(), "", administrator(request));
    }

    @PostMapping(LIST + "/{id:\\d{1,18}}")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    Object change(@PathVariable long id, @RequestParam Map<String, String> fields) {
        Connection connection = known(id);
        Platform kind = connection.kind();
        Map<String, String> kept = new HashMap<>(fields);
        kept.put("channel", connection.channel()); // the orders that came are of this channel for good
        Typed typed = Typed.read(kind, kept, connection.credentials());
        Map<String, String> problems = typed.problems(kind, List.of());
        if (!problems.isEmpty()) return page(kind, connection, typed, problems, "", true);
        Connections.Entry entry = typed.entry();
        try {
            Access access = ways.trial(kind, entry.address(), entry.credentials());
            if (!same(connection, entry)) kind.test(access);
            connections.change(connection, entry, access.given());
            if (!entry.importFrom().equals(connection.importFrom())) {
                String position = kind.begin(ways.to(known(id)), entry.importFrom());
                connections.readFrom(connection, entry.importFrom(), position);
            }
            Notice.done("connections.changed");
            return "redirect:" + LIST + "/" + id;
        } catch (PlatformTrouble trouble) {
            return page(kind, connection, typed, Map.of(), told(trouble), true);
        }
    }

    @PostMapping(LIST + "/{id:\\d{1,18}}/test")
    String test(@PathVariable long id) {
        Connection connection = known(id);
        try {
            connection.kind().test(ways.to(connection));
            Notice.done("connections.tested");
            connections.hurry(id);
        } catch (PlatformTrouble trouble) {
            Notice.problem("connections.trouble." + trouble.kind(), trouble.said());
        }
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping(LIST + "/{id:\\d{1,18}}/pause")
    String pause(@PathVariable long id, Principal who) {
        connections.pause(known(id), who.getName());
        Notice.done("connections.paused");
        return "redirect:" + LIST + "/" + id;
    }

    @PostMapping(LIST + "/{id:\\d{1,18}}/resumption")
    String resume(@PathVariable long id) {
        connections.resume(known(id));
        Notice.done("connections.resumed");
        return "redirect:" + LIST + "/" + id;
    }

    /** What the shop's names of payment and delivery mean; the orders that wait are read again by it. */
    @PostMapping(LIST + "/{id:\\d{1,18}}/meanings")
    String map(@PathVariable long id, @RequestParam Map<String, String> fields, Principal who) {
        Connection connection = known(id);
        ChannelSettings before = deliveries.settings(connection.channel());
        Map<String, PaymentForm> forms = new HashMap<>(before.paymentForms());
        Map<String, String> services = new HashMap<>(before.deliveryMethods());
        Map<String, List<String>> seen = poller.seen(id, MOST_NAMES);
        List<String> codes =
                shipping.services().stream().map(service -> service.code()).toList();
        for (String name : seen.getOrDefault("PAYMENT", List.of())) {
            String chosen = fields.getOrDefault("payment-" + name, "");
            forms.remove(ConnectionPage.key(name));
            Arrays.stream(PaymentForm.values())
                    .filter(form -> form.name().equals(chosen))
                    .forEach(form -> forms.put(ConnectionPage.key(name), form));
        }
        for (String name : seen.getOrDefault("DELIVERY", List.of())) {
            String chosen = fields.getOrDefault("delivery-" + name, "");
            if (codes.contains(chosen)) services.put(ConnectionPage.key(name), chosen);
            else services.remove(ConnectionPage.key(name));
        }
        deliveries.map(connection.channel(), forms, services, who.getName());
        audit.record("connection.meanings", connection.channel(), Map.of("payment", forms, "delivery", services));
        poller.rereadNow(connection);
        Notice.done("connections.mapped");
        return "redirect:" + LIST + "/" + id;
    }

    /** Repeats or discards a message that was given up. */
    @PostMapping(LIST + "/{id:\\d{1,18}}/messages/{message:\\d{1,18}}")
    String settle(@PathVariable long id, @PathVariable long message, @RequestParam String action) {
        Connection connection = known(id);
        boolean repeated = action.equals("repeat");
        if (repeated ? outbox.repeat(id, message) : outbox.discard(id, message)) {
            audit.record(
                    repeated ? "connection.message-repeated" : "connection.message-discarded",
                    connection.channel(),
                    Map.of("message", message));
            Notice.done(repeated ? "connections.message.repeated" : "connections.message.discarded");
            connections.hurry(id);
        } else {
            Notice.problem("connections.message.settled");
        }
        return "redirect:" + LIST + "/" + id;
    }

    @Bean
    static SettingsEntry connectionsSettings() {
        return new SettingsEntry("connections", LIST, 55, "MANAGER");
    }

    private ConnectionPage page(
            Platform kind,
            @Nullable Connection connection,
            Typed typed,
            Map<String, String> problems,
            String trouble,
            boolean administrator) {
        Map<String, List<String>> seen = connection == null ? Map.of() : poller.seen(connection.id(), MOST_NAMES);
        String hooks = connection == null
                ? ""
                : ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/hooks/" + connection.id())
                        .toUriString();
        return new ConnectionPage(
                kind,
                connection,
                typed,
                problems,
                trouble,
                seen.getOrDefault("PAYMENT", List.of()),
                seen.getOrDefault("DELIVERY", List.of()),
                deliveries.settings(typed.channel()),
                shipping.services(),
                hooks,
                connection == null ? NO_CALLS : subscriptions.report(connection.id()),
                connection == null ? Map.of() : outbox.counts(connection.id()),
                connection == null ? List.of() : messages(connection.id()),
                connection != null && pulls.find(connection.id()).isPresent(),
                administrator);
    }

    private List<Outbox.Entry> messages(long id) {
        List<Outbox.Entry> messages = new ArrayList<>(outbox.list(id, Outbox.State.DEAD, MOST_MESSAGES));
        messages.addAll(outbox.list(id, Outbox.State.PENDING, MOST_MESSAGES));
        messages.addAll(outbox.list(id, Outbox.State.DELIVERED, MOST_MESSAGES));
        return messages;
    }

    private static boolean same(Connection connection, Connections.Entry entry) {
        return connection.address().equals(entry.address())
                && connection.credentials().equals(entry.credentials());
    }

    private static String told(PlatformTrouble trouble) {
        return Words.t("connections.trouble." + trouble.kind(), trouble.said());
    }

    private static boolean administrator(HttpServletRequest request) {
        return request.isUserInRole("ADMINISTRATOR");
    }

    private Connection known(long id) {
        return connections.find(id).orElseThrow(ConnectionsController::nothing);
    }

    private static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
