package okienko.stock;

import static okienko.database.RowSet.in;
import static okienko.stock.schema.Tables.ARTICLES;
import static okienko.stock.schema.Tables.LEVELS;
import static okienko.stock.schema.Tables.SOLD;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import okienko.database.RowSet;
import okienko.vocabulary.Money;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What connected shops say they can still sell. A shop has taken its own orders off the figure, and the office takes off
 * what it promises them once more; so what is on hand is the figure plus the pieces of the shop's orders that were taken off
 * before it was asked and are still in the house (docs/decisions/0025).
 */
@Repository
public class ShopFigures {

    private static final Field<BigDecimal> SOLD_BEFORE = field(select(sum(SOLD.QUANTITY))
            .from(SOLD)
            .where(SOLD.SKU.eq(LEVELS.SKU), SOLD.CHANNEL.eq(LEVELS.SOURCE), SOLD.SOLD_AT.le(LEVELS.GIVEN_AT)));

    /**
     * What is on hand of a level. It is reckoned when it is asked for: an order is noted while its row is locked, and whoever
     * took a level's lock then would wait for control, which takes them the other way round.
     */
    static final Field<Integer> ON_HAND = when(LEVELS.SOURCE.isNull(), LEVELS.ON_HAND)
            .otherwise(greatest(
                    inline(0),
                    LEVELS.GIVEN.plus(
                            coalesce(SOLD_BEFORE, inline(BigDecimal.ZERO)).cast(Integer.class))));

    private final DSLContext db;
    private final Stock stock;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ShopFigures(DSLContext db, Stock stock, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.stock = stock;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One article as its shop describes it.
     *
     * @param price gross, of one piece; null: the shop does not say it so
     * @param free what it could still sell, below 0 when it sold more than there was; null: it does not count the article
     */
    public record Figure(
            String sku,
            String name,
            @Nullable Money price,
            @Nullable Integer free) {}

    /**
     * An order a shop took.
     *
     * @param reference {@code channel:externalId}
     * @param pieces by SKU
     * @param at when the shop took them off its figure
     */
    public record Sale(String reference, Map<String, Integer> pieces, Instant at) {
        public Sale {
            pieces = Map.copyOf(pieces);
        }
    }

    /** Takes figures over, each SKU once; the articles are counted by this shop from now on. */
    @Transactional
    public void take(String channel, List<Figure> figures, Instant asked) {
        if (figures.isEmpty()) return;
        Set<String> skus = figures.stream().map(Figure::sku).collect(Collectors.toCollection(TreeSet::new));
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        describe(channel, figures, now);
        var fresh = RowSet.of(skus)
                .column(LEVELS.SKU, sku -> sku)
                .column(LEVELS.ON_HAND, _ -> 0)
                .column(LEVELS.CHANGED_AT, _ -> now);
        db.insertInto(LEVELS, fresh.targets())
                .select(select(fresh.columns()).from(fresh.table()))
                .onConflictDoNothing()
                .execute();
        stock.lock(skus);
        Map<String, Integer> before = onHand(skus);
        var given = RowSet.of(figures).column(LEVELS.SKU, Figure::sku).column(LEVELS.GIVEN, ShopFigures::given);
        db.update(LEVELS)
                .set(LEVELS.SOURCE, channel)
                .set(LEVELS.GIVEN, in(LEVELS.GIVEN))
                .set(LEVELS.GIVEN_AT, asked.atOffset(ZoneOffset.UTC))
                .set(LEVELS.CHANGED_AT, now)
                .from(given.table())
                .where(LEVELS.SKU.eq(in(LEVELS.SKU)))
                .execute();
        announce(skus, before);
    }

    /** What the catalogue says of them; what somebody uploaded stays. */
    private void describe(String channel, List<Figure> figures, OffsetDateTime now) {
        var rows = RowSet.of(figures)
                .column(ARTICLES.SKU, Figure::sku)
                .column(ARTICLES.NAME, Figure::name)
                .column(
                        ARTICLES.PRICE_MINOR,
                        figure -> figure.price() == null ? null : figure.price().minor())
                .column(
                        ARTICLES.CURRENCY,
                        figure -> figure.price() == null ? null : figure.price().currency())
                .column(ARTICLES.SOURCE, _ -> channel)
                .column(ARTICLES.CHANGED_AT, _ -> now)
                .list(ARTICLES.ALTERNATIVES, _ -> List.of());
        db.insertInto(ARTICLES, rows.targets())
                .select(select(rows.columns()).from(rows.table()))
                .onConflict(ARTICLES.SKU)
                .doUpdate()
                .set(ARTICLES.NAME, excluded(ARTICLES.NAME))
                .set(ARTICLES.PRICE_MINOR, coalesce(excluded(ARTICLES.PRICE_MINOR), ARTICLES.PRICE_MINOR))
                .set(ARTICLES.CURRENCY, coalesce(excluded(ARTICLES.CURRENCY), ARTICLES.CURRENCY))
                .set(ARTICLES.SOURCE, excluded(ARTICLES.SOURCE))
                .where(ARTICLES.SOURCE.isNotNull())
                .execute();
    }

    /** The shop sells these no more: nothing is left but what its orders are still to get. */
    @Transactional
    public void gone(String channel, Collection<String> skus, Instant asked) {
        if (skus.isEmpty()) return;
        stock.lock(skus);
        Map<String, Integer> before = onHand(skus);
        db.update(LEVELS)
                .set(LEVELS.GIVEN, 0)
                .set(LEVELS.GIVEN_AT, asked.atOffset(ZoneOffset.UTC))
                .where(LEVELS.SKU.eq(any(skus.toArray(String[]::new))), LEVELS.SOURCE.eq(channel))
                .execute();
        announce(skus, before);
    }

    /** The shop counts these no longer; what is there stays as it was counted last. */
    @Transactional
    public void leave(String channel, Collection<String> skus) {
        disown(LEVELS.SOURCE.eq(channel).and(LEVELS.SKU.eq(any(skus.toArray(String[]::new)))));
    }

    /** The shop counts nothing any longer. */
    @Transactional
    public void leave(String channel) {
        disown(LEVELS.SOURCE.eq(channel));
        db.deleteFrom(SOLD).where(SOLD.CHANNEL.eq(channel)).execute();
    }

    private void disown(Condition which) {
        stock.lock(which);
        db.update(LEVELS)
                .set(LEVELS.ON_HAND, ON_HAND)
                .setNull(LEVELS.SOURCE)
                .setNull(LEVELS.GIVEN)
                .setNull(LEVELS.GIVEN_AT)
                .where(which)
                .execute();
    }

    /**
     * Notes orders a shop took, or took otherwise than they were noted. Nobody is told: what comes back on hand is theirs.
     */
    @Transactional
    public void sold(String channel, List<Sale> sales) {
        if (sales.isEmpty()) return;
        record Piece(Sale sale, String sku, int quantity) {}
        List<Piece> pieces = new ArrayList<>();
        for (Sale sale : sales) {
            sale.pieces().forEach((sku, quantity) -> pieces.add(new Piece(sale, sku, quantity)));
        }
        List<String> references = sales.stream().map(Sale::reference).toList();
        db.deleteFrom(SOLD)
                .where(SOLD.ORDER_REFERENCE.eq(any(references.toArray(String[]::new))))
                .execute();
        var rows = RowSet.of(pieces)
                .column(SOLD.ORDER_REFERENCE, piece -> piece.sale().reference())
                .column(SOLD.CHANNEL, _ -> channel)
                .column(SOLD.SKU, Piece::sku)
                .column(SOLD.QUANTITY, Piece::quantity)
                .column(SOLD.SOLD_AT, piece -> piece.sale().at().atOffset(ZoneOffset.UTC));
        db.insertInto(SOLD, rows.targets())
                .select(select(rows.columns()).from(rows.table()))
                .execute();
    }

    /** These orders' pieces are not on hand any longer, or never were by this count. */
    @Transactional
    public void forget(Collection<String> references) {
        letGo(db, references);
    }

    /** Which of these orders are noted. */
    public Set<String> noted(Collection<String> references) {
        return db.selectDistinct(SOLD.ORDER_REFERENCE)
                .from(SOLD)
                .where(SOLD.ORDER_REFERENCE.eq(any(references.toArray(String[]::new))))
                .fetchSet(SOLD.ORDER_REFERENCE);
    }

    /** The orders have left the house, or are wanted no more: their pieces are not on hand any longer. */
    static void letGo(DSLContext db, Collection<String> references) {
        db.deleteFrom(SOLD)
                .where(SOLD.ORDER_REFERENCE.eq(any(references.toArray(String[]::new))))
                .execute();
    }

    private void announce(Collection<String> skus, Map<String, Integer> before) {
        Set<String> changed = new HashSet<>();
        onHand(skus).forEach((sku, pieces) -> {
            if (!pieces.equals(before.get(sku))) changed.add(sku);
        });
        if (!changed.isEmpty()) events.publishEvent(new StockEvent.Changed(changed));
    }

    private Map<String, Integer> onHand(Collection<String> skus) {
        return db.select(LEVELS.SKU, ON_HAND)
                .from(LEVELS)
                .where(LEVELS.SKU.eq(any(skus.toArray(String[]::new))))
                .fetchMap(LEVELS.SKU, ON_HAND);
    }

    private static Integer given(Figure figure) {
        Integer free = figure.free();
        return free == null ? Availability.UNCOUNTED : Math.min(free, Availability.UNCOUNTED);
    }
}
