package okienko.ordercontrol.api;

import java.security.Principal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ControlledOrders;
import okienko.ordercontrol.ControlledOrders.Place;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.OrderFilter;
import okienko.ordercontrol.Outcome;
import okienko.ordercontrol.releases.Proposal;
import okienko.orders.OrderId;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders and their holds over REST. What changes an order names the version it was decided on (RFC 9110, If-Match). */
@RestController
class OrdersApi {

    private static final int PAGE = 100;
    private static final int LARGEST_PAGE = 500;
    private static final int LONGEST_TEXT = 2_000;

    private final OrderControl control;
    private final ControlledOrders controlled;
    private final Orders orders;

    OrdersApi(OrderControl control, ControlledOrders controlled, Orders orders) {
        this.control = control;
        this.controlled = controlled;
        this.orders = orders;
    }

    /** One page of orders; {@code next} is the value of {@code after} for the one that follows. */
    record Listing(List<OrderView> orders, @Nullable String next) {}

    /** Why a hold is settled. */
    record Resolution(@Nullable String note) {}

    /** Why an order is released in spite of its holds. */
    record Release(@Nullable String reason) {}

    @GetMapping("/api/v1/orders/{id}")
    @PreAuthorize("hasAuthority('orders:read')")
    ResponseEntity<OrderView> show(@PathVariable long id) {
        ControlledOrder now = known(id);
        return ResponseEntity.ok().eTag(tag(now)).body(view(now));
    }

    @GetMapping("/api/v1/orders")
    @PreAuthorize("hasAuthority('orders:read')")
    Listing list(
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "") String externalId,
            @RequestParam @Nullable State state,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "" + PAGE) int limit) {
        if (!externalId.isBlank()) {
            if (channel.isBlank()) {
                throw new ApiRefusal.Parameter("channel", "", "Name the channel the externalId belongs to.");
            }
            List<ControlledOrder> found =
                    controlled.find(new OrderKey(channel, externalId)).stream().toList();
            return listing(found, null);
        }
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new ApiRefusal.Parameter("limit", String.valueOf(limit), "Ask for 1 to " + LARGEST_PAGE + " orders.");
        }
        var slice = controlled.list(filter(channel, state), OrderFilter.Sort.OLDEST, place(after), limit);
        return listing(slice.orders(), slice.next());
    }

    @GetMapping("/api/v1/orders/{id}/holds")
    @PreAuthorize("hasAuthority('orders:read')")
    List<HoldView> holds(@PathVariable long id) {
        return control.holds(known(id).id()).stream().map(HoldView::of).toList();
    }

    @PostMapping("/api/v1/orders/{id}/holds/{hold}/resolution")
    @PreAuthorize("hasAuthority('control:write')")
    ResponseEntity<OrderView> resolve(
            @PathVariable long id,
            @PathVariable long hold,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody(required = false) @Nullable Resolution resolution,
            Principal who) {
        String note = text("note", resolution == null ? null : resolution.note());
        return act(known(id).id(), version, who, new Action.Resolve(hold, note));
    }

    @PostMapping("/api/v1/orders/{id}/release")
    @PreAuthorize("hasAuthority('control:write')")
    ResponseEntity<OrderView> release(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, defaultValue = "") String version,
            @RequestBody(required = false) @Nullable Release release,
            Principal who) {
        String reason = text("reason", release == null ? null : release.reason());
        return act(known(id).id(), version, who, new Action.Release(reason));
    }

    private ResponseEntity<OrderView> act(OrderId id, String version, Principal who, Action action) {
        return switch (control.act(id, version(version), who.getName(), action)) {
            case Outcome.Done(var now) -> ResponseEntity.ok().eTag(tag(now)).body(view(now));
            // nothing is settled before a second person has confirmed it
            case Outcome.Proposed(var now, var _) ->
                ResponseEntity.accepted().eTag(tag(now)).body(view(now));
            case Outcome.Stale stale -> throw new ApiRefusal.Stale(stale.now().version());
            case Outcome.ClaimedBy(var agent, var until) -> throw new ApiRefusal.Claimed(agent, until);
            case Outcome.Refused(var message, var fields) -> throw new ApiRefusal.Control(message, fields);
        };
    }

    private ControlledOrder known(long id) {
        return control.find(new OrderId(id)).orElseThrow(() -> new ApiRefusal.Unknown(id));
    }

    private OrderView view(ControlledOrder now) {
        StoredOrder stored = orders.find(now.id())
                .orElseThrow(() -> new ApiRefusal.Unknown(now.id().value()));
        Proposal proposal = control.proposal(now).orElse(null);
        return OrderView.of(now, stored, control.holds(now.id()), proposal);
    }

    private static String tag(ControlledOrder now) {
        return Long.toString(now.version());
    }

    private Listing listing(List<ControlledOrder> found, @Nullable Place next) {
        Map<OrderId, StoredOrder> stored =
                orders.all(found.stream().map(ControlledOrder::id).toList());
        List<OrderView> views = new ArrayList<>(found.size());
        for (ControlledOrder order : found) {
            // one removed between the two reads (the demo shop's) is no longer there to be shown
            Optional.ofNullable(stored.get(order.id())).ifPresent(kept -> views.add(OrderView.listed(order, kept)));
        }
        return new Listing(views, next == null ? null : next.text());
    }

    private static OrderFilter filter(String channel, @Nullable State state) {
        return new OrderFilter(
                state == null ? Set.of() : Set.of(state),
                Set.of(),
                channel.isBlank() ? Set.of() : Set.of(channel),
                Set.of(),
                null,
                null,
                null,
                null,
                "",
                null);
    }

    private static @Nullable Place place(String after) {
        return after.isEmpty()
                ? null
                : Place.read(after)
                        .orElseThrow(() -> new ApiRefusal.Parameter(
                                "after", after, "Use the value of next from the page before, unchanged."));
    }

    /** {@code "17"} as {@code ETag} gave it, or 17. */
    private static long version(String ifMatch) {
        if (ifMatch.isBlank()) {
            throw new ApiRefusal.VersionMissing();
        }
        try {
            return Long.parseLong(ifMatch.strip().replaceAll("^\"|\"$", ""));
        } catch (NumberFormatException e) {
            throw new ApiRefusal.Parameter(
                    HttpHeaders.IF_MATCH, ifMatch, "Send the ETag of the order, for example \"17\".");
        }
    }

    private static String text(String field, @Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (text.length() > LONGEST_TEXT) {
            throw new ApiRefusal.Parameter(
                    field, text.substring(0, 40) + "…", "Shorten it to " + LONGEST_TEXT + " characters.");
        }
        return text;
    }
}
