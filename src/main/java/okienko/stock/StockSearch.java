package okienko.stock;

import static okienko.stock.schema.Tables.ARTICLES;
import static okienko.stock.schema.Tables.LEVELS;
import static okienko.stock.schema.Tables.RESERVATIONS;
import static org.jooq.impl.DSL.noCondition;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Finds articles, whether only the catalogue, only the warehouse or both know them. */
@Repository
class StockSearch {

    static final int PAGE = 50;

    private static final int RESERVATIONS_SHOWN = 200;

    private final DSLContext db;
    private final Stock stock;

    StockSearch(DSLContext db, Stock stock) {
        this.db = db;
        this.stock = stock;
    }

    StockPage find(String typed, @Nullable String after) {
        var sku = DSL.coalesce(ARTICLES.SKU, LEVELS.SKU);
        Condition found = typed.isEmpty()
                ? noCondition()
                : sku.containsIgnoreCase(typed).or(ARTICLES.NAME.containsIgnoreCase(typed));
        List<String> skus = db.select(sku)
                .from(ARTICLES.fullJoin(LEVELS).on(LEVELS.SKU.eq(ARTICLES.SKU)))
                .where(found, after == null ? noCondition() : sku.gt(after))
                .orderBy(sku)
                .limit(PAGE + 1)
                .fetch(row -> row.value1());
        boolean more = skus.size() > PAGE;
        List<String> shown = more ? skus.subList(0, PAGE) : skus;
        Map<String, Article> articles = stock.articles(Set.copyOf(shown));
        Map<String, Availability> availability = stock.availability(Set.copyOf(shown));
        var rows = shown.stream()
                .map(each ->
                        new StockPage.Row(each, articles.get(each), availability.getOrDefault(each, Availability.NONE)))
                .toList();
        return new StockPage(typed, rows, more, after != null);
    }

    Optional<ArticlePage> article(String sku) {
        Article article = stock.articles(Set.of(sku)).get(sku);
        Optional<StockLevel> level =
                db.selectFrom(LEVELS).where(LEVELS.SKU.eq(sku)).fetchOptional(StockData::level);
        if (article == null && level.isEmpty()) return Optional.empty();
        var reservations = db.selectFrom(RESERVATIONS)
                .where(RESERVATIONS.SKU.eq(sku))
                .orderBy(RESERVATIONS.ORDER_REFERENCE)
                .limit(RESERVATIONS_SHOWN)
                .fetch(StockSearch::reservation);
        Availability availability = stock.availability(Set.of(sku)).getOrDefault(sku, Availability.NONE);
        return Optional.of(new ArticlePage(
                sku,
                article,
                level.orElse(new StockLevel(sku, 0, 0, null)),
                availability,
                reservations,
                shop(sku).orElse(null)));
    }

    private Optional<ArticlePage.Shop> shop(String sku) {
        return db.select(LEVELS.SOURCE, LEVELS.GIVEN, LEVELS.GIVEN_AT)
                .from(LEVELS)
                .where(LEVELS.SKU.eq(sku), LEVELS.SOURCE.isNotNull())
                .fetchOptional(row -> new ArticlePage.Shop(
                        row.value1(), row.value2(), row.value3().toInstant()));
    }

    private static ArticlePage.Reservation reservation(Record row) {
        return new ArticlePage.Reservation(
                row.get(RESERVATIONS.ORDER_REFERENCE),
                row.get(RESERVATIONS.QUANTITY),
                moment(row.get(RESERVATIONS.UNTIL)),
                moment(row.get(RESERVATIONS.LAPSED_AT)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
