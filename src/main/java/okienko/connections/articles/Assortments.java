package okienko.connections.articles;

import static java.util.stream.Collectors.toCollection;
import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static okienko.connections.schema.Tables.SHOP_ARTICLES;
import static okienko.connections.schema.Tables.STOCK_PULLS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import okienko.connections.Connection;
import okienko.connections.StockSource.Article;
import okienko.connections.articles.Pulls.Counts;
import okienko.database.RowSet;
import okienko.orders.JsonFields;
import okienko.stock.ShopFigures;
import okienko.stock.ShopFigures.Figure;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Repository;

/**
 * What the shops sell, and which of them counts an article. An SKU that two articles of one shop have is nobody's: which of
 * the two figures is the right one only a person can say. An SKU that two shops sell is counted by the one whose stock was
 * taken over first.
 */
@Repository
class Assortments {

    private static final int SKU_MAX = 200;
    private static final int NAME_MAX = 500;

    private final DSLContext db;
    private final ShopFigures figures;

    Assortments(DSLContext db, ShopFigures figures) {
        this.db = db;
        this.figures = figures;
    }

    /** Takes a page over; in the transaction that moves the round on. */
    void take(Connection connection, List<Article> page, Instant round, Instant asked) {
        Map<String, Article> byId = new LinkedHashMap<>();
        for (Article article : page) byId.put(article.id(), cleaned(article));
        if (byId.isEmpty()) return;
        keep(connection.id(), byId.values(), round);
        Set<String> skus = byId.values().stream()
                .map(Article::sku)
                .filter(sku -> !sku.isEmpty())
                .collect(toCollection(TreeSet::new));
        Set<String> doubled = doubledAmong(connection.id(), skus);
        Set<String> others = othersAmong(connection.id(), skus);
        List<Figure> ours = new ArrayList<>();
        for (Article article : byId.values()) {
            String sku = article.sku();
            if (sku.isEmpty() || doubled.contains(sku) || others.contains(sku)) continue;
            ours.add(new Figure(sku, article.name(), article.price(), article.free()));
        }
        figures.leave(connection.channel(), doubled);
        figures.take(connection.channel(), ours, asked);
    }

    /** The round is through: what it did not meet the shop sells no more. */
    void end(Connection connection, Instant round, Instant asked) {
        Set<String> gone = new TreeSet<>(db.deleteFrom(SHOP_ARTICLES)
                .where(SHOP_ARTICLES.SHOP_ID.eq(connection.id()))
                .and(SHOP_ARTICLES.SEEN_AT.lt(round.atOffset(ZoneOffset.UTC)))
                .returning(SHOP_ARTICLES.SKU)
                .fetchSet(SHOP_ARTICLES.SKU));
        gone.removeAll(db.selectDistinct(SHOP_ARTICLES.SKU)
                .from(SHOP_ARTICLES)
                .where(SHOP_ARTICLES.SHOP_ID.eq(connection.id()), among(gone))
                .fetchSet(SHOP_ARTICLES.SKU));
        figures.gone(connection.channel(), gone, asked);
    }

    private static Article cleaned(Article article) {
        return new Article(
                article.id(),
                shortened(JsonFields.storable(article.sku()).strip(), SKU_MAX),
                shortened(JsonFields.storable(article.name()).strip(), NAME_MAX),
                article.price(),
                article.free());
    }

    private static String shortened(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    private void keep(long shop, Collection<Article> page, Instant round) {
        var rows = RowSet.of(page)
                .column(SHOP_ARTICLES.SHOP_ID, _ -> shop)
                .column(SHOP_ARTICLES.ARTICLE_ID, Article::id)
                .column(SHOP_ARTICLES.SKU, Article::sku)
                .column(SHOP_ARTICLES.NAME, Article::name)
                .column(SHOP_ARTICLES.SEEN_AT, _ -> round.atOffset(ZoneOffset.UTC));
        db.insertInto(SHOP_ARTICLES, rows.targets())
                .select(select(rows.columns()).from(rows.table()))
                .onConflict(SHOP_ARTICLES.SHOP_ID, SHOP_ARTICLES.ARTICLE_ID)
                .doUpdate()
                .set(SHOP_ARTICLES.SKU, excluded(SHOP_ARTICLES.SKU))
                .set(SHOP_ARTICLES.NAME, excluded(SHOP_ARTICLES.NAME))
                .set(SHOP_ARTICLES.SEEN_AT, excluded(SHOP_ARTICLES.SEEN_AT))
                .execute();
    }

    private Set<String> doubledAmong(long shop, Set<String> skus) {
        return db.select(SHOP_ARTICLES.SKU)
                .from(SHOP_ARTICLES)
                .where(SHOP_ARTICLES.SHOP_ID.eq(shop), among(skus))
                .groupBy(SHOP_ARTICLES.SKU)
                .having(count().gt(1))
                .fetchSet(SHOP_ARTICLES.SKU);
    }

    private Set<String> othersAmong(long shop, Set<String> skus) {
        return db.selectDistinct(SHOP_ARTICLES.SKU)
                .from(SHOP_ARTICLES)
                .where(SHOP_ARTICLES.SHOP_ID.eq(shop), among(skus), countedByAnother())
                .fetchSet(SHOP_ARTICLES.SKU);
    }

    private static Condition among(Set<String> skus) {
        return SHOP_ARTICLES.SKU.eq(any(skus.toArray(String[]::new)));
    }

    /** Whether a shop that was switched on earlier sells the article, too. */
    private static Condition countedByAnother() {
        Table<Record> other = SHOP_ARTICLES.as("other");
        Table<Record> theirs = STOCK_PULLS.as("theirs");
        Table<Record> ours = STOCK_PULLS.as("ours");
        Field<OffsetDateTime> since = of(theirs, STOCK_PULLS.ON_SINCE);
        Field<OffsetDateTime> oursSince = of(ours, STOCK_PULLS.ON_SINCE);
        return exists(selectOne()
                .from(other)
                .join(theirs)
                .on(of(theirs, STOCK_PULLS.SHOP_ID).eq(of(other, SHOP_ARTICLES.SHOP_ID)))
                .join(ours)
                .on(of(ours, STOCK_PULLS.SHOP_ID).eq(SHOP_ARTICLES.SHOP_ID))
                .where(of(other, SHOP_ARTICLES.SKU).eq(SHOP_ARTICLES.SKU))
                .and(of(other, SHOP_ARTICLES.SHOP_ID).ne(SHOP_ARTICLES.SHOP_ID))
                .and(since.lt(oursSince)
                        .or(since.eq(oursSince)
                                .and(of(theirs, STOCK_PULLS.SHOP_ID).lt(SHOP_ARTICLES.SHOP_ID)))));
    }

    private static <T> Field<T> of(Table<?> alias, Field<T> field) {
        return Objects.requireNonNull(alias.field(field));
    }

    Counts counts(long shop) {
        Condition ours = SHOP_ARTICLES.SHOP_ID.eq(shop);
        return new Counts(
                db.fetchCount(SHOP_ARTICLES, ours),
                db.fetchCount(SHOP_ARTICLES, ours.and(SHOP_ARTICLES.SKU.eq(""))),
                db.fetchCount(SHOP_ARTICLES, ours.and(SHOP_ARTICLES.SKU.ne("")).and(countedByAnother())));
    }

    /** SKUs that several of the shop's articles have, with what the shop calls those. */
    Map<String, List<String>> doubled(long shop, int most) {
        List<String> skus = db.select(SHOP_ARTICLES.SKU)
                .from(SHOP_ARTICLES)
                .where(SHOP_ARTICLES.SHOP_ID.eq(shop), SHOP_ARTICLES.SKU.ne(""))
                .groupBy(SHOP_ARTICLES.SKU)
                .having(countDistinct(SHOP_ARTICLES.ARTICLE_ID).gt(1))
                .orderBy(SHOP_ARTICLES.SKU)
                .limit(most)
                .fetch(SHOP_ARTICLES.SKU);
        Map<String, List<String>> doubled = new LinkedHashMap<>();
        db.select(SHOP_ARTICLES.SKU, SHOP_ARTICLES.NAME)
                .from(SHOP_ARTICLES)
                .where(SHOP_ARTICLES.SHOP_ID.eq(shop), among(Set.copyOf(skus)))
                .orderBy(SHOP_ARTICLES.SKU, SHOP_ARTICLES.ARTICLE_ID)
                .limit(most * most)
                .forEach(row -> doubled.computeIfAbsent(row.value1(), _ -> new ArrayList<>())
                        .add(row.value2()));
        return doubled;
    }

    /** Channels whose stock was taken over before this one's, oldest first. */
    List<String> before(long shop) {
        Table<Record> ours = STOCK_PULLS.as("ours");
        return db.select(CONNECTED_SHOPS.CHANNEL)
                .from(STOCK_PULLS)
                .join(CONNECTED_SHOPS)
                .on(CONNECTED_SHOPS.ID.eq(STOCK_PULLS.SHOP_ID))
                .join(ours)
                .on(of(ours, STOCK_PULLS.SHOP_ID).eq(shop))
                .where(STOCK_PULLS.ON_SINCE.lt(of(ours, STOCK_PULLS.ON_SINCE)))
                .orderBy(STOCK_PULLS.ON_SINCE)
                .fetch(CONNECTED_SHOPS.CHANNEL);
    }
}
