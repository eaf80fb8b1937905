package okienko.stock;

import static java.util.stream.Collectors.toSet;
import static okienko.stock.schema.Tables.ARTICLES;
import static okienko.stock.schema.Tables.LEVELS;
import static okienko.stock.schema.Tables.RESERVATIONS;
import static okienko.stock.schema.Tables.SETTINGS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.database.RowSet;
import okienko.vocabulary.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What can be sold, how much of it is there, and to whom it is promised. */
@Repository
public class Stock {

    private static final String DEMO_SKUS = "DEMO-%";

    private final DSLContext db;
    private final ApplicationEventPublisher events;

    Stock(DSLContext db, ApplicationEventPublisher events) {
        this.db = db;
        this.events = events;
    }

    /**
     * Whether there is a catalogue at all: without one no SKU is unknown. The demo shop's counts for its own orders only.
     */
    public boolean catalogueLoaded(boolean demo) {
        return db.fetchExists(ARTICLES, demo ? noCondition() : ARTICLES.SKU.notLike(DEMO_SKUS));
    }

    /** Whether there are stock levels at all: without any nothing is short. The demo shop's count for its own orders only. */
    public boolean stockLoaded(boolean demo) {
        return db.fetchExists(LEVELS, demo ? noCondition() : LEVELS.SKU.notLike(DEMO_SKUS));
    }

    /** Removes articles and their stock; what is promised of them is promised no more. */
    @Transactional
    public void remove(List<String> skus) {
        var these = any(skus.toArray(String[]::new));
        db.deleteFrom(RESERVATIONS).where(RESERVATIONS.SKU.eq(these)).execute();
        db.deleteFrom(LEVELS).where(LEVELS.SKU.eq(these)).execute();
        db.deleteFrom(ARTICLES).where(ARTICLES.SKU.eq(these)).execute();
    }

    /** The catalogue's entries, by SKU; those it does not have are missing. */
    public Map<String, Article> articles(Set<String> skus) {
        return db.selectFrom(ARTICLES)
                .where(ARTICLES.SKU.eq(any(skus.toArray(String[]::new))))
                .fetchMap(ARTICLES.SKU, Stock::article);
    }

    /**
     * Keeps everybody else from promising or counting these pieces until the transaction ends. Whoever takes pieces, gives
     * them back or counts them anew does this first: of two orders for the last piece one comes second, and sees it gone.
     * Always in the same order, so that two who want the same never block each other.
     */
    public void lock(Collection<String> skus) {
        if (!skus.isEmpty()) lock(LEVELS.SKU.eq(any(skus.toArray(String[]::new))));
    }

    void lock(Condition which) {
        db.select(LEVELS.SKU)
                .from(LEVELS)
                .where(which)
                .orderBy(LEVELS.SKU)
                .forNoKeyUpdate()
                .fetch();
    }

    /** What can be promised of each SKU asked for, reservations of all orders taken off. */
    public Map<String, Availability> availability(Set<String> skus) {
        String[] wanted = skus.toArray(String[]::new);
        Map<String, Integer> reserved = new HashMap<>();
        db.select(RESERVATIONS.SKU, sum(RESERVATIONS.QUANTITY))
                .from(RESERVATIONS)
                .where(RESERVATIONS.SKU.eq(any(wanted)), RESERVATIONS.LAPSED_AT.isNull())
                .groupBy(RESERVATIONS.SKU)
                .forEach(row -> reserved.put(row.value1(), saturated(row.value2())));
        Map<String, Availability> availability = new HashMap<>();
        for (String sku : skus) {
            availability.put(sku, new Availability(0, reserved.getOrDefault(sku, 0), 0, null));
        }
        db.select(LEVELS.SKU, LEVELS.DUE_QUANTITY, LEVELS.DUE_ON, ShopFigures.ON_HAND)
                .from(LEVELS)
                .where(LEVELS.SKU.eq(any(wanted)))
                .forEach(row -> availability.put(
                        row.get(LEVELS.SKU),
                        new Availability(
                                row.value4(),
                                reserved.getOrDefault(row.get(LEVELS.SKU), 0),
                                row.get(LEVELS.DUE_QUANTITY),
                                row.get(LEVELS.DUE_ON))));
        return availability;
    }

    /** How long pieces stay aside for an order that is not released. */
    public Duration heldFor() {
        return Duration.ofHours(
                db.select(SETTINGS.HELD_FOR_HOURS).from(SETTINGS).fetchSingle().value1());
    }

    void holdFor(Duration time) {
        db.update(SETTINGS).set(SETTINGS.HELD_FOR_HOURS, (int) time.toHours()).execute();
    }

    /** Which of these orders something was promised to until a time that has passed. */
    public Set<String> lapsed(Collection<String> orderReferences) {
        return db.selectDistinct(RESERVATIONS.ORDER_REFERENCE)
                .from(RESERVATIONS)
                .where(
                        RESERVATIONS.ORDER_REFERENCE.eq(any(orderReferences.toArray(String[]::new))),
                        RESERVATIONS.LAPSED_AT.isNotNull())
                .fetchSet(RESERVATIONS.ORDER_REFERENCE);
    }

    /**
     * Ends promises whose time has come: what they held is free for others, and the orders are looked at again without it.
     * That they were made stays known, so that an order that goes on waiting is not promised the same pieces anew.
     */
    @Transactional
    public void endPromises(Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        Condition due = RESERVATIONS.UNTIL.le(at).and(RESERVATIONS.LAPSED_AT.isNull());
        Set<String> skus = db.selectDistinct(RESERVATIONS.SKU)
                .from(RESERVATIONS)
                .where(due)
                .fetchSet(RESERVATIONS.SKU);
        if (skus.isEmpty()) return;
        lock(skus);
        Set<String> ended = db.update(RESERVATIONS)
                .set(RESERVATIONS.LAPSED_AT, at)
                .where(due, RESERVATIONS.SKU.eq(any(skus.toArray(String[]::new))))
                .returning(RESERVATIONS.SKU)
                .fetchSet(RESERVATIONS.SKU);
        if (!ended.isEmpty()) events.publishEvent(new StockEvent.Changed(ended));
    }

    /** Pieces promised to these orders, by order reference and SKU; orders nothing is promised to are missing. */
    public Map<String, Map<String, Integer>> reserved(Collection<String> orderReferences) {
        Map<String, Map<String, Integer>> reserved = new HashMap<>();
        db.selectFrom(RESERVATIONS)
                .where(
                        RESERVATIONS.ORDER_REFERENCE.eq(any(orderReferences.toArray(String[]::new))),
                        RESERVATIONS.LAPSED_AT.isNull())
                .forEach(row -> reserved.computeIfAbsent(row.get(RESERVATIONS.ORDER_REFERENCE), _ -> new HashMap<>())
                        .put(row.get(RESERVATIONS.SKU), row.get(RESERVATIONS.QUANTITY)));
        return reserved;
    }

    /**
     * Promises pieces to orders; what an order had before is replaced, and what of it is free again may settle others.
     *
     * @param wanted pieces by order reference ({@code channel:externalId}) and SKU
     * @param until when the promise ends by itself, no later than one made before would have; null: when the order has left
     */
    @Transactional
    public void reserve(Map<String, Map<String, Integer>> wanted, @Nullable Instant until) {
        if (wanted.isEmpty()) return;
        List<Promise> promises = new ArrayList<>();
        wanted.forEach((order, skus) -> skus.forEach((sku, quantity) -> {
            if (quantity > 0) promises.add(new Promise(order, sku, quantity, null));
        }));
        lock(promises.stream().map(Promise::sku).collect(toSet()));
        List<Promise> before = takeBack(wanted.keySet());
        Map<String, OffsetDateTime> ends = ends(before);
        var rows = RowSet.of(promises)
                .column(RESERVATIONS.ORDER_REFERENCE, Promise::order)
                .column(RESERVATIONS.SKU, Promise::sku)
                .column(RESERVATIONS.QUANTITY, Promise::quantity)
                .column(
                        RESERVATIONS.UNTIL,
                        promise -> until == null
                                ? null
                                : ends.getOrDefault(promise.order(), until.atOffset(ZoneOffset.UTC)));
        db.insertInto(RESERVATIONS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .execute();
        Set<String> changed = before.stream()
                .filter(promise ->
                        wanted.getOrDefault(promise.order(), Map.of()).getOrDefault(promise.sku(), 0)
                                < promise.quantity())
                .map(Promise::sku)
                .collect(toSet());
        changed.addAll(EndedPromises.scarceNow(db, taken(promises, before), this::availability));
        announce(changed);
    }

    /** Pieces that were free before, by SKU. */
    private static Map<String, Integer> taken(List<Promise> made, List<Promise> before) {
        Map<String, Integer> taken = new HashMap<>();
        made.forEach(promise -> taken.merge(promise.sku(), promise.quantity(), Integer::sum));
        before.forEach(promise -> taken.merge(promise.sku(), -promise.quantity(), Integer::sum));
        return taken;
    }

    /** Takes promises back: the orders left, or were cancelled. What is free again may settle other orders. */
    @Transactional
    public void unreserve(List<String> orderReferences) {
        lock(LEVELS.SKU.in(DSL.select(RESERVATIONS.SKU)
                .from(RESERVATIONS)
                .where(RESERVATIONS.ORDER_REFERENCE.eq(any(orderReferences.toArray(String[]::new))))));
        ShopFigures.letGo(db, orderReferences);
        announce(takeBack(orderReferences).stream().map(Promise::sku).collect(toSet()));
    }

    private record Promise(
            String order,
            String sku,
            int quantity,
            @Nullable OffsetDateTime until) {}

    /** When what was promised before would have ended, by order. */
    private static Map<String, OffsetDateTime> ends(List<Promise> before) {
        Map<String, OffsetDateTime> ends = new HashMap<>();
        for (Promise promise : before) {
            OffsetDateTime until = promise.until();
            if (until != null) ends.merge(promise.order(), until, (a, b) -> a.isBefore(b) ? a : b);
        }
        return ends;
    }

    private List<Promise> takeBack(Collection<String> orderReferences) {
        return db
                .deleteFrom(RESERVATIONS)
                .where(RESERVATIONS.ORDER_REFERENCE.eq(any(orderReferences.toArray(String[]::new))))
                .returning(
                        RESERVATIONS.ORDER_REFERENCE,
                        RESERVATIONS.SKU,
                        RESERVATIONS.QUANTITY,
                        RESERVATIONS.UNTIL,
                        RESERVATIONS.LAPSED_AT)
                .stream()
                // what had ended is free already
                .filter(row -> row.get(RESERVATIONS.LAPSED_AT) == null)
                .map(row -> new Promise(
                        row.get(RESERVATIONS.ORDER_REFERENCE),
                        row.get(RESERVATIONS.SKU),
                        row.get(RESERVATIONS.QUANTITY),
                        row.get(RESERVATIONS.UNTIL)))
                .toList();
    }

    private void announce(Set<String> skus) {
        if (!skus.isEmpty()) events.publishEvent(new StockEvent.Changed(skus));
    }

    static Article article(Record row) {
        return new Article(
                row.get(ARTICLES.SKU),
                row.get(ARTICLES.NAME),
                price(row.get(ARTICLES.PRICE_MINOR), row.get(ARTICLES.CURRENCY)),
                row.get(ARTICLES.USUAL_QUANTITY),
                row.get(ARTICLES.WEIGHT_GRAMS),
                size(row.get(ARTICLES.LENGTH_MM), row.get(ARTICLES.WIDTH_MM), row.get(ARTICLES.HEIGHT_MM)),
                Arrays.asList(row.get(ARTICLES.ALTERNATIVES)));
    }

    private static @Nullable Money price(@Nullable Long minor, @Nullable String currency) {
        return minor == null || currency == null ? null : new Money(minor, currency);
    }

    private static Article.@Nullable Size size(
            @Nullable Integer length, @Nullable Integer width, @Nullable Integer height) {
        return length == null || width == null || height == null ? null : new Article.Size(length, width, height);
    }

    private static int saturated(BigDecimal pieces) {
        return pieces.min(BigDecimal.valueOf(Integer.MAX_VALUE)).intValue();
    }
}
