package okienko.connections.allegro;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import okienko.connections.Access;
import okienko.connections.Batch;
import okienko.connections.Credential;
import okienko.connections.Hook;
import okienko.connections.Pace;
import okienko.connections.Payloads;
import okienko.connections.Platform;
import okienko.connections.Reply;
import okienko.connections.StockSource;
import okienko.connections.Subscription;
import okienko.connections.WriteBack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Allegro (developer.allegro.pl, "Jak obsługiwać zamówienia", read 2026-11-22). First the forms bought since the day asked for,
 * then the journal of order events from where it stood when that began. Events repeat and come out of order, so an event only
 * says which form to read. Allegro calls nobody. 9 000 requests a minute for a client.
 */
public final class Allegro implements Platform {

    private static final int EVENTS = 100;
    private static final int FORMS = 100;

    /** Each is a request of its own. */
    private static final int REREAD = 25;

    private static final String BACKLOG = "backlog";
    private static final String JOURNAL = "journal";
    private static final String ORDERS = "/order/checkout-forms";

    /** Carriers Allegro knows by an id of their own; all others are named in words. */
    private static final Set<String> CARRIERS = Set.of("DPD", "INPOST", "UPS", "DHL", "GLS", "FEDEX", "POCZTA_POLSKA");

    @Override
    public String name() {
        return "allegro";
    }

    @Override
    public List<Credential> credentials() {
        return List.of(Credential.open("clientId"), Credential.secret("clientSecret"));
    }

    @Override
    public Pace pace() {
        return Pace.perMinute(3_000);
    }

    @Override
    public Duration interval() {
        return Duration.ofSeconds(30);
    }

    @Override
    public void test(Access access) {
        new AllegroCalls(access).get("/order/event-stats").json();
    }

    @Override
    public String begin(Access access, Instant from) {
        JsonNode latest =
                new AllegroCalls(access).get("/order/event-stats").json().at("/latestEvent/id");
        return String.join("|", BACKLOG, latest.asString(""), from.toString(), "0");
    }

    @Override
    public Batch read(Access access, String cursor) {
        String[] parts = cursor.split("\\|", -1);
        return parts[0].equals(BACKLOG)
                ? backlog(access, parts[1], parts[2], Integer.parseInt(parts[3]))
                : journal(access, parts[1]);
    }

    /** When something was bought never changes, so pages by number leave nothing out. */
    private Batch backlog(Access access, String event, String from, int offset) {
        Reply reply = new AllegroCalls(access)
                .get(ORDERS + "?sort=lineItems.boughtAt&limit=" + FORMS + "&offset=" + offset
                        + "&lineItems.boughtAt.gte=" + from);
        int size = reply.json().path("checkoutForms").size();
        String next = size < FORMS
                ? JOURNAL + "|" + event
                : String.join("|", BACKLOG, event, from, Integer.toString(offset + FORMS));
        List<byte[]> forms = size == 0 ? List.of() : Payloads.cut(format(), reply.body());
        return new Batch(forms, next, true);
    }

    private static Batch journal(Access access, String from) {
        JsonNode events = new AllegroCalls(access)
                .get("/order/events?limit=" + EVENTS + (from.isEmpty() ? "" : "&from=" + from))
                .json()
                .path("events");
        Set<String> forms = new LinkedHashSet<>();
        String last = from;
        for (JsonNode event : events) {
            forms.add(event.at("/order/checkoutForm/id").asString(""));
            last = event.path("id").asString(last);
        }
        forms.remove("");
        return new Batch(each(access, List.copyOf(forms)), JOURNAL + "|" + last, events.size() >= EVENTS);
    }

    @Override
    public int rereadMost() {
        return REREAD;
    }

    @Override
    public List<byte[]> reread(Access access, List<String> externalIds) {
        return each(access, externalIds);
    }

    private static List<byte[]> each(Access access, List<String> ids) {
        AllegroCalls allegro = new AllegroCalls(access);
        List<byte[]> forms = new ArrayList<>(ids.size());
        for (String id : ids) {
            Reply reply = allegro.get(ORDERS + "/" + id);
            if (reply.status() == 404) continue;
            reply.json(); // anything but a form is trouble, not an order
            forms.add(reply.body());
        }
        return forms;
    }

    /** It signs nothing that could be believed. */
    @Override
    public Subscription.Way calls() {
        return Subscription.Way.NONE;
    }

    @Override
    public Optional<StockSource> stock() {
        return Optional.of(new AllegroStock());
    }

    @Override
    public Hook.Verdict verify(Access access, Hook hook) {
        return new Hook.Verdict.Forged();
    }

    /** There is no note that only the seller sees. */
    @Override
    public Set<WriteBack.Kind> writes() {
        return Set.of(WriteBack.Kind.STATE, WriteBack.Kind.TRACKING, WriteBack.Kind.CANCELLATION);
    }

    @Override
    public WriteBack.Answer write(Access access, WriteBack message) {
        String form = ORDERS + "/" + message.externalId();
        return switch (message.kind()) {
            case STATE ->
                status(
                        access,
                        form,
                        switch (WriteBack.Standing.valueOf(message.text())) {
                            case HELD -> "SUSPENDED";
                            case RELEASED -> "PROCESSING";
                        });
            case CANCELLATION -> status(access, form, "CANCELLED");
            case TRACKING -> parcel(access, form, message);
            case NOTE -> new WriteBack.Answer.Refused("Allegro takes no notes");
        };
    }

    private static WriteBack.Answer status(Access access, String form, String status) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("status", status);
        return answer(new AllegroCalls(access).send("PUT", form + "/fulfillment", body));
    }

    private static WriteBack.Answer parcel(Access access, String form, WriteBack message) {
        AllegroCalls allegro = new AllegroCalls(access);
        if (message.repeated()) {
            for (JsonNode known : allegro.get(form + "/shipments").json().path("shipments")) {
                if (known.path("waybill").asString("").equals(message.trackingNumber())) {
                    return new WriteBack.Answer.Accepted();
                }
            }
        }
        String carrier = message.carrier().toUpperCase(Locale.ROOT).replace(' ', '_');
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("waybill", message.trackingNumber());
        if (CARRIERS.contains(carrier)) body.put("carrierId", carrier);
        else body.put("carrierId", "OTHER").put("carrierName", message.carrier());
        return answer(allegro.send("POST", form + "/shipments", body));
    }

    private static WriteBack.Answer answer(Reply reply) {
        return reply.ok() ? new WriteBack.Answer.Accepted() : new WriteBack.Answer.Refused(reply.quoted());
    }
}
