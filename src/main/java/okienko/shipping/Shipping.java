package okienko.shipping;

import static okienko.shipping.schema.Tables.SERVICES;
import static okienko.shipping.schema.Tables.TERMS;
import static okienko.shipping.schema.Tables.UNMAPPED_METHODS;
import static org.jooq.impl.DSL.any;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ui.Words;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The delivery services the shop offers and what its couriers accept; starts from the tables shipped. */
@Repository
public class Shipping implements SmartInitializingSingleton {

    private static final int UNMAPPED_SHOWN = 200;
    private static final int LONGEST_METHOD = 300;

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Shipping(DSLContext db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
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

    /** Every line of the courier table with its life, retired ones last. */
    List<TermLine> lines() {
        return db.selectFrom(TERMS)
                .orderBy(
                        TERMS.RETIRED_AT.isNotNull(), TERMS.CARRIER, TERMS.SERVICE, TERMS.COUNTRY, TERMS.FORM, TERMS.ID)
                .fetch(row -> new TermLine(
                        row.get(TERMS.ID),
                        term(row),
                        row.get(TERMS.CHANGED_AT).toInstant(),
                        row.get(TERMS.CHANGED_BY),
                        row.get(TERMS.RETIRED_AT) == null
                                ? null
                                : row.get(TERMS.RETIRED_AT).toInstant(),
                        row.get(TERMS.RETIRED_BY)));
    }

    /** Adds a line to the courier table. */
    @Transactional
    public void add(CourierTerm term, String by) {
        insert(db, term, by, now());
        events.publishEvent(new ShippingEvent.Changed());
    }

    /** Retires a line: it holds no longer, and stays to be explained by. The line, or null when it was retired already. */
    @Transactional
    public @Nullable CourierTerm retire(long line, String by) {
        CourierTerm retired = db.update(TERMS)
                .set(TERMS.RETIRED_AT, now())
                .set(TERMS.RETIRED_BY, by)
                .where(TERMS.ID.eq(line), TERMS.RETIRED_AT.isNull())
                .returning()
                .fetchOne(Shipping::term);
        if (retired != null) events.publishEvent(new ShippingEvent.Changed());
        return retired;
    }

    /** Adds a service, or replaces the one of the same code. */
    @Transactional
    public void save(DeliveryService service) {
        save(List.of(service));
    }

    /** Adds services, or replaces those of the same code; methods they answer to are no longer unmapped. */
    @Transactional
    void save(List<DeliveryService> services) {
        for (DeliveryService service : services) {
            Integer position = db.deleteFrom(SERVICES)
                    .where(SERVICES.CODE.eq(service.code()))
                    .returning(SERVICES.POSITION)
                    .fetchOne(SERVICES.POSITION);
            // a shop's own service is looked at before those shipped
            insert(db, service, position == null ? -1 : position, now());
        }
        DeliveryServices known = new DeliveryServices(services());
        List<String> mapped = unmapped().stream()
                .map(UnmappedMethod::method)
                .filter(method -> known.find(method).isPresent())
                .toList();
        db.deleteFrom(UNMAPPED_METHODS)
                .where(UNMAPPED_METHODS.METHOD.eq(any(mapped.toArray(String[]::new))))
                .execute();
        events.publishEvent(new ShippingEvent.Changed());
    }

    /**
     * Notes those delivery methods no service answers to. In a transaction of its own: two batches that name the same
     * method must not wait for one another.
     *
     * @param orders how many orders named each method
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void noteUnmapped(Map<String, Integer> orders, List<DeliveryService> services) {
        if (orders.isEmpty()) return;
        DeliveryServices known = new DeliveryServices(services);
        new TreeMap<>(orders).forEach((method, count) -> {
            if (known.find(method).isEmpty() && method.length() <= LONGEST_METHOD) note(method, count);
        });
    }

    private void note(String method, long count) {
        db.insertInto(UNMAPPED_METHODS)
                .set(UNMAPPED_METHODS.METHOD, method)
                .set(UNMAPPED_METHODS.ORDERS, count)
                .set(UNMAPPED_METHODS.LAST_SEEN, now())
                .onConflict(UNMAPPED_METHODS.METHOD)
                .doUpdate()
                .set(UNMAPPED_METHODS.ORDERS, UNMAPPED_METHODS.ORDERS.plus(count))
                .set(UNMAPPED_METHODS.LAST_SEEN, now())
                .execute();
    }

    /** Methods nobody has mapped, most frequent first. */
    List<UnmappedMethod> unmapped() {
        return db.selectFrom(UNMAPPED_METHODS)
                .orderBy(UNMAPPED_METHODS.ORDERS.desc())
                .limit(UNMAPPED_SHOWN)
                .fetch(row -> new UnmappedMethod(
                        row.get(UNMAPPED_METHODS.METHOD),
                        row.get(UNMAPPED_METHODS.ORDERS),
                        row.get(UNMAPPED_METHODS.LAST_SEEN).toInstant()));
    }

    /** A line of the courier table and its life; {@code changedBy} is null for a line that was shipped. */
    record TermLine(
            long id,
            CourierTerm term,
            Instant changedAt,
            @Nullable String changedBy,
            @Nullable Instant retiredAt,
            @Nullable String retiredBy) {

        /** A document and the day it was read, as the shipped lines name them. */
        private static final Pattern READ = Pattern.compile("(.+) · (\\d{4}-\\d{2}-\\d{2})");

        /** Where the figure was published, in the reader's language but for the document's own name. */
        String source() {
            Matcher read = READ.matcher(term.source());
            return read.matches()
                    ? Words.t("shipping.source.read", read.group(1), LocalDate.parse(read.group(2)))
                    : term.source();
        }

        /** What is to be known about a shipped figure; empty where there is nothing. */
        String note() {
            String key = "shipping.note." + term.carrier() + "." + term.service();
            return changedBy == null && Words.here().knows(key) ? Words.t(key) : "";
        }
    }

    /** A delivery method of orders that nobody has mapped. */
    record UnmappedMethod(String method, long orders, Instant lastSeen) {}

    /** Fills empty tables with what the product ships; what the shop changed is left alone. */
    @Override
    public void afterSingletonsInstantiated() {
        OffsetDateTime now = now();
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

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
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
