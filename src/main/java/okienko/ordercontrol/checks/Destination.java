package okienko.ordercontrol.checks;

import java.util.List;
import java.util.Optional;
import okienko.ordercontrol.Facts;
import okienko.orders.Order;
import okienko.shipping.DeliveryService;
import okienko.shipping.DeliveryServices;
import okienko.vocabulary.PostalAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a parcel goes, as checks see it.
 *
 * @param service the delivery service; null when the method means none we know
 * @param toPoint whether it goes to a locker or a pickup point
 * @param address the delivery address, or the buyer's where the order has no other
 * @param path the address's path in the order
 */
public record Destination(@Nullable DeliveryService service, boolean toPoint, PostalAddress address, String path) {

    private static final String DELIVERY = "delivery.address";

    private static volatile Known known = new Known(List.of(), new DeliveryServices(List.of()));

    /** The services of the batch controlled last, so that their names are folded once a batch and not once an order. */
    private record Known(List<DeliveryService> services, DeliveryServices names) {}

    public static Destination of(Order order, Facts facts) {
        DeliveryService service = service(order, facts).orElse(null);
        boolean toPoint = service == null
                ? !order.delivery().pickupPoint().isBlank()
                : service.kind() == DeliveryService.Kind.LOCKER || service.kind() == DeliveryService.Kind.POINT;
        PostalAddress delivery = order.delivery().address();
        boolean none = empty(delivery) && !empty(order.buyer().address());
        return none
                ? new Destination(service, toPoint, order.buyer().address(), "buyer.address")
                : new Destination(service, toPoint, delivery, DELIVERY);
    }

    boolean atCounter() {
        return service != null && service.kind() == DeliveryService.Kind.COUNTER;
    }

    boolean toLocker() {
        return service != null && service.kind() == DeliveryService.Kind.LOCKER;
    }

    String at(String part) {
        return path + "." + part;
    }

    private static Optional<DeliveryService> service(Order order, Facts facts) {
        String code = order.delivery().service();
        if (!code.isBlank()) {
            for (DeliveryService service : facts.deliveryServices()) {
                if (service.code().equals(code)) return Optional.of(service);
            }
        }
        String method = order.delivery().method();
        return method.isBlank()
                ? Optional.empty()
                : names(facts.deliveryServices()).find(method);
    }

    @SuppressWarnings(
            "ReferenceEquality") // a batch shares one list; comparing its contents would cost more than it saves
    private static DeliveryServices names(List<DeliveryService> services) {
        Known last = known;
        if (last.services() != services) {
            last = new Known(services, new DeliveryServices(services));
            known = last;
        }
        return last.names();
    }

    private static boolean empty(PostalAddress address) {
        return address.street().isBlank()
                && address.postalCode().isBlank()
                && address.city().isBlank();
    }
}
