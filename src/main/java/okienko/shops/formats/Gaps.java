package okienko.shops.formats;

import java.util.Locale;
import okienko.orders.Order;
import okienko.orders.Order.Delivery;
import okienko.orders.Order.Payment;
import okienko.orders.Order.PaymentForm;
import okienko.shipping.DeliveryService;
import okienko.shipping.DeliveryServices;
import okienko.shops.ChannelSettings;

/** Fills what a channel leaves for us to know: the delivery service, the form of payment, the receiver's phone. */
final class Gaps {

    static Order filled(Order order, ChannelSettings settings) {
        Delivery delivery = filled(order.delivery(), order.buyer().phone(), settings);
        Payment payment = filled(order.payment(), settings);
        return delivery.equals(order.delivery()) && payment.equals(order.payment())
                ? order
                : order.with(delivery, payment);
    }

    private static Delivery filled(Delivery delivery, String buyersPhone, ChannelSettings settings) {
        boolean noService = delivery.service().isEmpty() && !delivery.method().isBlank();
        boolean noPhone = delivery.phone().isBlank() && !buyersPhone.isBlank();
        if (!noService && !noPhone) {
            return delivery;
        }
        String service = noService ? service(delivery.method(), settings) : delivery.service();
        return new Delivery(
                delivery.method(),
                service,
                delivery.address(),
                noPhone ? buyersPhone : delivery.phone(),
                delivery.pickupPoint());
    }

    /** What somebody said this channel means by the method goes before what is usual. */
    private static String service(String method, ChannelSettings settings) {
        String own = settings.deliveryMethods().get(method.strip().toLowerCase(Locale.ROOT));
        return own != null
                ? own
                : DeliveryServices.match(method).map(DeliveryService::code).orElse("");
    }

    private static Payment filled(Payment payment, ChannelSettings settings) {
        if (payment.form() != PaymentForm.UNKNOWN || payment.channelForm().isBlank()) {
            return payment;
        }
        PaymentForm form = PaymentForms.match(payment.channelForm(), settings);
        return form == PaymentForm.UNKNOWN
                ? payment
                : new Payment(form, payment.channelForm(), payment.paid(), payment.paidAt());
    }

    private Gaps() {}
}
