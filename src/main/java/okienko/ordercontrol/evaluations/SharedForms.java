package okienko.ordercontrol.evaluations;

import java.math.BigDecimal;
import java.util.List;
import okienko.payments.ExchangeRates;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;

/** How the tables many evaluations share are written; the first number is the format, as in {@link FactsWriter}. */
final class SharedForms {

    static byte[] terms(List<CourierTerm> terms) {
        Packer packer = begun();
        packer.list(terms, term -> {
            packer.text(term.carrier());
            packer.text(term.service());
            packer.text(term.country());
            packer.text(term.form());
            packer.flag(term.accepted());
            packer.optional(term.limit(), limit -> FactsWriter.money(packer, limit));
            packer.optional(term.validFrom(), packer::date);
            packer.optional(term.validTo(), packer::date);
            packer.text(term.source());
        });
        return packer.bytes();
    }

    static List<CourierTerm> terms(byte[] bytes) {
        Unpacker packed = begun(bytes);
        return packed.list(() -> new CourierTerm(
                packed.text(),
                packed.text(),
                packed.text(),
                packed.text(),
                packed.flag(),
                FactsReader.optionalMoney(packed),
                packed.optional(packed::date),
                packed.optional(packed::date),
                packed.text()));
    }

    static byte[] services(List<DeliveryService> services) {
        Packer packer = begun();
        packer.list(services, service -> {
            packer.text(service.code());
            packer.text(service.carrier());
            packer.text(service.name());
            packer.text(service.kind().name());
            packer.text(service.pointPattern());
            packer.flag(service.mobileRequired());
            packer.optional(service.maxWeightGrams(), packer::count);
            packer.list(service.maxSize(), packer::count);
            packer.list(service.names(), packer::text);
        });
        return packer.bytes();
    }

    static List<DeliveryService> services(byte[] bytes) {
        Unpacker packed = begun(bytes);
        return packed.list(() -> new DeliveryService(
                packed.text(),
                packed.text(),
                packed.text(),
                DeliveryService.Kind.valueOf(packed.text()),
                packed.text(),
                packed.flag(),
                packed.optional(packed::count),
                packed.list(packed::count),
                packed.list(packed::text)));
    }

    static byte[] rates(ExchangeRates rates) {
        Packer packer = begun();
        packer.text(rates.table());
        packer.date(rates.effectiveOn());
        packer.map(rates.rates(), rate -> packer.text(rate.toString()));
        return packer.bytes();
    }

    static ExchangeRates rates(byte[] bytes) {
        Unpacker packed = begun(bytes);
        return new ExchangeRates(packed.text(), packed.date(), packed.map(() -> new BigDecimal(packed.text())));
    }

    private static Packer begun() {
        Packer packer = new Packer();
        packer.number(FactsWriter.FORMAT);
        return packer;
    }

    private static Unpacker begun(byte[] bytes) {
        Unpacker packed = new Unpacker(bytes);
        int format = packed.count();
        if (format != FactsWriter.FORMAT) throw new IllegalArgumentException("unknown format " + format);
        return packed;
    }

    private SharedForms() {}
}
