package okienko.connections.writeback;

import java.util.Optional;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.orders.StoredOrder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** {@code POST /api/v1/orders/{id}/parcels}: the warehouse says what it sent, and the order's shop is told. */
@RestController
@PreAuthorize("hasAuthority('orders:write')")
class ParcelsApi {

    private static final int MAX_CHARACTERS = 100;

    private final Orders orders;
    private final Announcements announcements;

    ParcelsApi(Orders orders, Announcements announcements) {
        this.orders = orders;
        this.announcements = announcements;
    }

    /** A parcel as the warehouse describes it. */
    record Parcel(String carrier, String trackingNumber) {}

    /** 202 noted for the shop, 404 no such order, 409 its shop is not connected or not told of parcels, 422 no parcel. */
    @PostMapping("/api/v1/orders/{id}/parcels")
    ResponseEntity<?> sent(@PathVariable long id, @RequestBody Parcel parcel) {
        Optional<StoredOrder> order = orders.find(new OrderId(id));
        if (order.isEmpty()) return problem(HttpStatus.NOT_FOUND, "There is no order " + id);
        if (!text(parcel.carrier) || !text(parcel.trackingNumber)) {
            return problem(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "carrier and trackingNumber are texts of 1 to " + MAX_CHARACTERS + " characters, got " + parcel);
        }
        return announcements.sent(order.get().order().key(), parcel.carrier.strip(), parcel.trackingNumber.strip())
                ? ResponseEntity.accepted().build()
                : problem(
                        HttpStatus.CONFLICT,
                        "The shop of order " + id
                                + " is not connected, or is not told of parcels: see Settings, Connections");
    }

    private static boolean text(@org.jspecify.annotations.Nullable String value) {
        return value != null && !value.isBlank() && value.length() <= MAX_CHARACTERS;
    }

    private static ResponseEntity<?> problem(HttpStatus status, String detail) {
        return ResponseEntity.status(status).body(ProblemDetail.forStatusAndDetail(status, detail));
    }
}
