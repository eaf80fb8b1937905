package okienko.ordercontrol;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import okienko.customers.Recognition;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.taxregisters.RegisterAnswer;
import org.jspecify.annotations.Nullable;

/**
 * What a check may look at besides the order itself; fetched for a whole batch of orders at once.
 *
 * @param now the moment of control: checks have no clock of their own
 * @param zone the shop's time zone
 * @param controlledSince when the office first controlled this order: deadlines count from the later of this and
 *     {@code placedAt}
 * @param buyer who the buyer is among known customers
 * @param sameBuyer other recent orders of the same buyer, not cancelled
 * @param received money that arrived for this order
 * @param articles the catalogue's entries for this order's SKUs; null when no catalogue is loaded
 * @param availability stock of this order's SKUs; null when no stock is loaded
 * @param revision the order's revision under control
 * @param releasedRevision the revision the warehouse has; null when it has none
 * @param taxRegister what a register says of the tax number; null where none in use knows of it
 */
public record Facts(
        Instant now,
        ZoneId zone,
        Instant controlledSince,
        Recognition buyer,
        List<OtherOrder> sameBuyer,
        List<IncomingPayment> received,
        @Nullable Map<String, Article> articles,
        @Nullable Map<String, Availability> availability,
        ExchangeRates rates,
        List<CourierTerm> courierTerms,
        List<DeliveryService> deliveryServices,
        int revision,
        @Nullable Integer releasedRevision,
        @Nullable RegisterAnswer taxRegister) {

    /** Facts of an order no register is asked about. */
    public Facts(
            Instant now,
            ZoneId zone,
            Instant controlledSince,
            Recognition buyer,
            List<OtherOrder> sameBuyer,
            List<IncomingPayment> received,
            @Nullable Map<String, Article> articles,
            @Nullable Map<String, Availability> availability,
            ExchangeRates rates,
            List<CourierTerm> courierTerms,
            List<DeliveryService> deliveryServices,
            int revision,
            @Nullable Integer releasedRevision) {
        this(
                now,
                zone,
                controlledSince,
                buyer,
                sameBuyer,
                received,
                articles,
                availability,
                rates,
                courierTerms,
                deliveryServices,
                revision,
                releasedRevision,
                null);
    }

    /**
     * Another order of the same buyer.
     *
     * @param lines pieces by SKU
     * @param first whether it goes before this one: it was placed earlier, or the warehouse has it already
     */
    public record OtherOrder(
            OrderKey key, String number, Instant placedAt, Map<String, Integer> lines, String total, boolean first) {}

    /** The same facts looked at at another moment. */
    public Facts at(Instant moment) {
        return new Facts(
                moment,
                zone,
                controlledSince,
                buyer,
                sameBuyer,
                received,
                articles,
                availability,
                rates,
                courierTerms,
                deliveryServices,
                revision,
                releasedRevision,
                taxRegister);
    }

    /** The same facts with what a register says. */
    public Facts registered(@Nullable RegisterAnswer answer) {
        return new Facts(
                now,
                zone,
                controlledSince,
                buyer,
                sameBuyer,
                received,
                articles,
                availability,
                rates,
                courierTerms,
                deliveryServices,
                revision,
                releasedRevision,
                answer);
    }
}
