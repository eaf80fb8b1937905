package okienko.shops.formats;

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
        Delivery delivery = filled(order.delivery(), order.buyer().phone());
        Payment payment = filled(order.payment(), settings);
        return delivery.equals(order.delivery()) && payment.equals(order.payment())
                ? order
                : order.with(delivery, payment);
    }

    private static Delivery filled(Delivery delivery, String buyersPhone) {
        boolean noService = delivery.service().isEmpty() && !delivery.method().isBlank();
        boolean noPhone = delivery.phone().isBlank() && !buyersPhone.isBlank();
        if (!noService && !noPhone) {
            return delivery;
        }
        String service = noService
                ? DeliveryServices.match(delivery.method())
                        .map(DeliveryService::code)
                        .orElse("")
                : delivery.service();
        return new Delivery(
                delivery.method(),
                service,
                delivery.address(),
                noPhone ? buyersPhone : delivery.phone(),
                delivery.pickupPoint());
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
