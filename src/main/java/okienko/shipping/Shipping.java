package okienko.shipping;

import static okienko.shipping.schema.Tables.SERVICES;
import static okienko.shipping.schema.Tables.TERMS;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Repository;

/** The delivery services the shop offers and what its couriers accept; starts from the tables shipped. */
@Repository
public class Shipping implements SmartInitializingSingleton {

    private final DSLContext db;
    private final Clock clock;

    Shipping(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** All services, those with more special names first. Some dozens: read afresh for every batch of orders. */
    public List<DeliveryService> services() {
        return db.selectFrom(SERVICES).orderBy(SERVICES.POSITION, SERVICES.CODE).fetch(Shipping::service);
    }

    /** The lines of the courier table that are not retired, whatever their dates. */
    public List<CourierTerm> terms() {
        return db.selectFrom(TERMS)
                .where(TERMS.RETIRED_AT.isNull())
                .orderBy(TERMS.CARRIER, TERMS.SERVICE, TERMS.COUNTRY, TERMS.FORM, TERMS.ID)
                .fetch(Shipping::term);
    }

    /** Fills empty tables with what the product ships; what the shop changed is left alone. */
    @Override
    public void afterSingletonsInstantiated() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        db.transaction(transaction -> {
            DSLContext here = transaction.dsl();
            if (!here.fetchExists(SERVICES)) {
                int position = 0;
                for (DeliveryService service : ShippingTables.services()) insert(here, service, position++, now);
            }
            if (!here.fetchExists(TERMS)) {
                for (CourierTerm term : ShippingTables.terms()) insert(here, term, null, now);
            }
        });
    }

    static void insert(DSLContext db, DeliveryService service, int position, OffsetDateTime now) {
        db.insertInto(SERVICES)
                .set(SERVICES.CODE, service.code())
                .set(SERVICES.CARRIER, service.carrier())
                .set(SERVICES.NAME, service.name())
                .set(SERVICES.KIND, service.kind().name())
                .set(SERVICES.POINT_PATTERN, service.pointPattern())
                .set(SERVICES.MOBILE_REQUIRED, service.mobileRequired())
                .set(SERVICES.MAX_WEIGHT_GRAMS, service.maxWeightGrams())
                .set(SERVICES.MAX_SIZE, service.maxSize().toArray(Integer[]::new))
                .set(SERVICES.NAMES, service.names().toArray(String[]::new))
                .set(SERVICES.POSITION, position)
                .set(SERVICES.CHANGED_AT, now)
                .execute();
    }

    static void insert(DSLContext db, CourierTerm term, @Nullable String by, OffsetDateTime now) {
        Money limit = term.limit();
        db.insertInto(TERMS)
                .set(TERMS.CARRIER, term.carrier())
                .set(TERMS.SERVICE, term.service())
                .set(TERMS.COUNTRY, term.country())
                .set(TERMS.FORM, term.form())
                .set(TERMS.ACCEPTED, term.accepted())
                .set(TERMS.LIMIT_MINOR, limit == null ? null : limit.minor())
                .set(TERMS.CURRENCY, limit == null ? null : limit.currency())
                .set(TERMS.VALID_FROM, term.validFrom())
                .set(TERMS.VALID_TO, term.validTo())
                .set(TERMS.SOURCE, term.source())
                .set(TERMS.CHANGED_AT, now)
                .set(TERMS.CHANGED_BY, by)
                .execute();
    }

    static DeliveryService service(Record row) {
        return new DeliveryService(
                row.get(SERVICES.CODE),
                row.get(SERVICES.CARRIER),
                row.get(SERVICES.NAME),
                DeliveryService.Kind.valueOf(row.get(SERVICES.KIND)),
                row.get(SERVICES.POINT_PATTERN),
                row.get(SERVICES.MOBILE_REQUIRED),
                row.get(SERVICES.MAX_WEIGHT_GRAMS),
                Arrays.asList(row.get(SERVICES.MAX_SIZE)),
                Arrays.asList(row.get(SERVICES.NAMES)));
    }

    static CourierTerm term(Record row) {
        Long limit = row.get(TERMS.LIMIT_MINOR);
        String currency = row.get(TERMS.CURRENCY);
        return new CourierTerm(
                row.get(TERMS.CARRIER),
                row.get(TERMS.SERVICE),
                row.get(TERMS.COUNTRY),
                row.get(TERMS.FORM),
                row.get(TERMS.ACCEPTED),
                limit == null || currency == null ? null : new Money(limit, currency),
                row.get(TERMS.VALID_FROM),
                row.get(TERMS.VALID_TO),
                row.get(TERMS.SOURCE));
    }
}
