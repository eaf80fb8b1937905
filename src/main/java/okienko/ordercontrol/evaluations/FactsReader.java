package okienko.ordercontrol.evaluations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import okienko.customers.Customer;
import okienko.customers.CustomerFlag;
import okienko.customers.Recognition;
import okienko.ordercontrol.Facts;
import okienko.orders.OrderKey;
import okienko.payments.ExchangeRates;
import okienko.payments.IncomingPayment;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import okienko.stock.Article;
import okienko.stock.Availability;
import okienko.taxregisters.Register;
import okienko.taxregisters.RegisterAnswer;
import okienko.vocabulary.Money;
import org.jspecify.annotations.Nullable;

/** Reads facts that {@link FactsWriter} wrote, in this format or an earlier one. */
final class FactsReader {

    /** What the facts share with others. */
    record Shared(List<CourierTerm> terms, List<DeliveryService> services, ExchangeRates rates) {}

    static Facts read(byte[] bytes, Shared shared) {
        Unpacker packed = new Unpacker(bytes);
        int format = packed.count();
        if (format < 1 || format > FactsWriter.FORMAT) {
            throw new IllegalArgumentException("facts are in format " + format + ", this office reads up to "
                    + FactsWriter.FORMAT + ": it is older than its data");
        }
        Instant now = packed.instant();
        ZoneId zone = ZoneId.of(packed.text());
        Instant controlledSince = packed.instant();
        int revision = packed.count();
        Integer releasedRevision = packed.optional(packed::count);
        Recognition buyer = buyer(packed);
        List<Facts.OtherOrder> sameBuyer = packed.list(() -> otherOrder(packed, format));
        List<IncomingPayment> received = packed.list(() -> payment(packed));
        Map<String, Article> articles = packed.optional(() -> packed.map(() -> article(packed)));
        Map<String, Availability> availability = packed.optional(() -> packed.map(() -> availability(packed)));
        // before format 3 nobody asked a register
        RegisterAnswer registered = format < 3 ? null : packed.optional(() -> registered(packed));
        if (!packed.atEnd())
            throw new IllegalArgumentException("facts have more in them than format " + format + " has");
        return new Facts(
                now,
                zone,
                controlledSince,
                buyer,
                sameBuyer,
                received,
                articles,
                availability,
                shared.rates(),
                shared.terms(),
                shared.services(),
                revision,
                releasedRevision,
                registered);
    }

    private static Recognition buyer(Unpacker packed) {
        Customer known = packed.optional(() -> customer(packed));
        List<Recognition.Candidate> probable = packed.list(() ->
                new Recognition.Candidate(customer(packed), packed.list(packed::text), packed.list(packed::text)));
        return known == null && probable.isEmpty() ? Recognition.NEW : new Recognition(known, probable);
    }

    private static Customer customer(Unpacker packed) {
        return new Customer(
                packed.text(),
                packed.text(),
                packed.text(),
                packed.text(),
                packed.text(),
                packed.text(),
                packed.count(),
                packed.count(),
                packed.list(() -> flag(packed)));
    }

    private static CustomerFlag flag(Unpacker packed) {
        return new CustomerFlag(CustomerFlag.Kind.valueOf(packed.text()), packed.text(), packed.optional(packed::date));
    }

    /** Before format 2 all others went first: whichever of two alike was looked at last was the one held. */
    private static Facts.OtherOrder otherOrder(Unpacker packed, int format) {
        return new Facts.OtherOrder(
                new OrderKey(packed.text(), packed.text()),
                packed.text(),
                packed.instant(),
                packed.map(packed::count),
                packed.text(),
                format < 2 || packed.flag());
    }

    private static IncomingPayment payment(Unpacker packed) {
        return new IncomingPayment(money(packed), packed.instant(), packed.text(), packed.text());
    }

    private static Article article(Unpacker packed) {
        return new Article(
                packed.text(),
                packed.text(),
                packed.optional(() -> money(packed)),
                packed.optional(packed::count),
                packed.optional(packed::count),
                packed.optional(() -> new Article.Size(packed.count(), packed.count(), packed.count())),
                packed.list(packed::text));
    }

    private static Availability availability(Unpacker packed) {
        return new Availability(packed.count(), packed.count(), packed.count(), packed.optional(packed::date));
    }

    private static RegisterAnswer registered(Unpacker packed) {
        return new RegisterAnswer(
                Register.valueOf(packed.text()),
                packed.text(),
                RegisterAnswer.Standing.valueOf(packed.text()),
                packed.optional(packed::date),
                packed.text(),
                packed.text());
    }

    static @Nullable Money optionalMoney(Unpacker packed) {
        return packed.optional(() -> money(packed));
    }

    static Money money(Unpacker packed) {
        return new Money(packed.number(), packed.text());
    }

    private FactsReader() {}
}
