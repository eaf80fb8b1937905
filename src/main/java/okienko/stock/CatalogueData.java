package okienko.stock;

import static okienko.stock.schema.Tables.ARTICLES;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import okienko.database.RowSet;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.reference.Row;
import okienko.vocabulary.Money;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The catalogue as a data set. */
@Component
class CatalogueData implements DataSet<Article> {

    private static final List<Column> COLUMNS = List.of(
            Column.required(
                    "sku",
                    "symbol",
                    "kod",
                    "kod produktu",
                    "indeks",
                    "product code",
                    "article",
                    "artikelnummer",
                    "артикул",
                    "код",
                    "item",
                    "numer katalogowy"),
            Column.optional(
                    "name",
                    "nazwa",
                    "title",
                    "product name",
                    "bezeichnung",
                    "artikel",
                    "название",
                    "наименование",
                    "име",
                    "nazwa produktu"),
            Column.optional("price", "cena", "cena brutto", "gross price", "preis", "цена", "unit price"),
            Column.optional("currency", "waluta", "währung", "валюта"),
            Column.optional(
                    "usualQuantity",
                    "usual quantity",
                    "typowa ilość",
                    "zwykła ilość",
                    "übliche menge",
                    "обычное количество",
                    "обичайно количество"),
            Column.optional(
                    "weightGrams", "weight grams", "weight", "waga g", "waga", "gewicht", "вес", "тегло", "gramy"),
            Column.optional("length", "długość", "länge", "длина", "дължина", "lengthMm"),
            Column.optional("width", "szerokość", "breite", "ширина", "widthMm"),
            Column.optional("height", "wysokość", "höhe", "высота", "височина", "heightMm"),
            Column.optional("alternatives", "zamienniki", "alternativen", "замены", "заместители", "substitutes"));

    private final DSLContext db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CatalogueData(DSLContext db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catalogue";
    }

    @Override
    public String page() {
        return "/stock";
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public String key(Row row) {
        return row.text("sku");
    }

    @Override
    public String key(Article article) {
        return article.sku();
    }

    @Override
    public Map<String, Article> present(Collection<String> skus) {
        return db.selectFrom(ARTICLES)
                .where(ARTICLES.SKU.eq(any(skus.toArray(String[]::new))))
                .fetchMap(ARTICLES.SKU, Stock::article);
    }

    @Override
    public int size() {
        return db.fetchCount(ARTICLES);
    }

    @Override
    public Article read(Row row, @Nullable Article known, Mode mode) {
        Money price = known == null ? null : known.price();
        Article.Size size = known == null ? null : known.size();
        return new Article(
                row.required("sku", "A-100"),
                row.text("name", known == null ? "" : known.name()),
                row.has("price") ? row.money("price", "currency", price == null ? "PLN" : price.currency()) : price,
                row.has("usualQuantity") ? row.count("usualQuantity") : known == null ? null : known.usualQuantity(),
                row.has("weightGrams") ? row.count("weightGrams") : known == null ? null : known.weightGrams(),
                row.has("length") ? size(row) : size,
                row.has("alternatives") ? row.list("alternatives") : known == null ? List.of() : known.alternatives());
    }

    private static Article.@Nullable Size size(Row row) {
        Integer length = row.count("length");
        Integer width = row.count("width");
        Integer height = row.count("height");
        return length == null || width == null || height == null ? null : new Article.Size(length, width, height);
    }

    @Override
    public Map<String, Object> fields(Article article) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Money price = article.price();
        Article.Size size = article.size();
        fields.put("sku", article.sku());
        fields.put("name", article.name());
        fields.put("price", price == null ? "" : price.amount().toPlainString());
        fields.put("currency", price == null ? "" : price.currency());
        fields.put("usualQuantity", Objects.requireNonNullElse(article.usualQuantity(), ""));
        fields.put("weightGrams", Objects.requireNonNullElse(article.weightGrams(), ""));
        fields.put("length", size == null ? "" : size.length());
        fields.put("width", size == null ? "" : size.width());
        fields.put("height", size == null ? "" : size.height());
        fields.put("alternatives", article.alternatives());
        return fields;
    }

    @Override
    @Transactional
    public void apply(List<Article> articles, Mode mode, String actor) {
        var rows = rows(articles);
        Map<Field<?>, Field<?>> updated = new LinkedHashMap<>();
        rows.targets().stream()
                .filter(field -> !field.equals(ARTICLES.SKU))
                .forEach(field -> updated.put(field, excluded(field)));
        db.insertInto(ARTICLES, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .onConflict(ARTICLES.SKU)
                .doUpdate()
                .set(updated)
                .setNull(ARTICLES.SOURCE)
                .execute();
        events.publishEvent(
                new StockEvent.Changed(articles.stream().map(Article::sku).collect(Collectors.toSet())));
    }

    private RowSet<Article> rows(List<Article> articles) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return RowSet.of(articles)
                .column(ARTICLES.SKU, Article::sku)
                .column(ARTICLES.NAME, Article::name)
                .column(
                        ARTICLES.PRICE_MINOR,
                        article ->
                                article.price() == null ? null : article.price().minor())
                .column(
                        ARTICLES.CURRENCY,
                        article ->
                                article.price() == null ? null : article.price().currency())
                .column(ARTICLES.USUAL_QUANTITY, Article::usualQuantity)
                .column(ARTICLES.WEIGHT_GRAMS, Article::weightGrams)
                .column(
                        ARTICLES.LENGTH_MM,
                        article ->
                                article.size() == null ? null : article.size().length())
                .column(
                        ARTICLES.WIDTH_MM,
                        article ->
                                article.size() == null ? null : article.size().width())
                .column(
                        ARTICLES.HEIGHT_MM,
                        article ->
                                article.size() == null ? null : article.size().height())
                .column(ARTICLES.CHANGED_AT, _ -> now)
                .list(ARTICLES.ALTERNATIVES, Article::alternatives);
    }

    @Override
    public List<Article> page(@Nullable String after, int limit) {
        return db.selectFrom(ARTICLES)
                .where(after == null ? noCondition() : ARTICLES.SKU.gt(after))
                .orderBy(ARTICLES.SKU)
                .limit(limit)
                .fetch(Stock::article);
    }
}
