package okienko.stock;

import static okienko.stock.schema.Tables.LEVELS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.noCondition;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import okienko.database.RowSet;
import okienko.reference.Column;
import okienko.reference.DataSet;
import okienko.reference.Row;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Stock levels as a data set: a report of what is there, of everything there is, or of what came and went. */
@Component
class StockData implements DataSet<StockLevel> {

    private final DSLContext db;
    private final Stock stock;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StockData(DSLContext db, Stock stock, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.stock = stock;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stock";
    }

    @Override
    public String page() {
        return "/stock";
    }

    @Override
    public List<Column> columns() {
        return StockFile.COLUMNS;
    }

    @Override
    public Set<Mode> modes() {
        return Set.of(Mode.SET, Mode.COMPLETE, Mode.ADD);
    }

    @Override
    public String key(Row row) {
        return row.text("sku");
    }

    @Override
    public String key(StockLevel level) {
        return level.sku();
    }

    @Override
    public Map<String, StockLevel> present(Collection<String> skus) {
        return db.selectFrom(LEVELS)
                .where(LEVELS.SKU.eq(any(skus.toArray(String[]::new))))
                .fetchMap(LEVELS.SKU, StockData::level);
    }

    @Override
    public int size() {
        return db.fetchCount(LEVELS);
    }

    @Override
    public StockLevel read(Row row, @Nullable StockLevel known, Mode mode) {
        return StockFile.level(row, known, mode);
    }

    @Override
    public Map<String, Object> fields(StockLevel level) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sku", level.sku());
        fields.put("onHand", level.onHand());
        fields.put("dueQuantity", level.dueQuantity());
        fields.put("dueOn", Objects.toString(level.dueOn(), ""));
        return fields;
    }

    @Override
    @Transactional
    public void apply(List<StockLevel> levels, Mode mode, String actor) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        Set<String> named = levels.stream().map(StockLevel::sku).collect(Collectors.toSet());
        if (mode == Mode.COMPLETE) stock.lock(noCondition());
        else stock.lock(named);
        var rows = RowSet.of(levels)
                .column(LEVELS.SKU, StockLevel::sku)
                .column(LEVELS.ON_HAND, StockLevel::onHand)
                .column(LEVELS.DUE_QUANTITY, StockLevel::dueQuantity)
                .column(LEVELS.DUE_ON, StockLevel::dueOn)
                .column(LEVELS.CHANGED_AT, _ -> now);
        db.insertInto(LEVELS, rows.targets())
                .select(DSL.select(rows.columns()).from(rows.table()))
                .onConflict(LEVELS.SKU)
                .doUpdate()
                .set(LEVELS.ON_HAND, excluded(LEVELS.ON_HAND))
                .set(LEVELS.DUE_QUANTITY, excluded(LEVELS.DUE_QUANTITY))
                .set(LEVELS.DUE_ON, excluded(LEVELS.DUE_ON))
                .set(LEVELS.CHANGED_AT, excluded(LEVELS.CHANGED_AT))
                .setNull(LEVELS.SOURCE) // until the shop that counts it is asked again
                .setNull(LEVELS.GIVEN)
                .execute();
        Set<String> changed = new HashSet<>(named);
        if (mode == Mode.COMPLETE) changed.addAll(emptyOthers(named, now));
        events.publishEvent(new StockEvent.Changed(changed));
    }

    private List<String> emptyOthers(Set<String> named, OffsetDateTime now) {
        return db.update(LEVELS)
                .set(LEVELS.ON_HAND, 0)
                .set(LEVELS.DUE_QUANTITY, 0)
                .setNull(LEVELS.DUE_ON)
                .set(LEVELS.CHANGED_AT, now)
                .where(LEVELS.SKU.ne(DSL.all(named.toArray(String[]::new))))
                .and(LEVELS.SOURCE.isNull()) // a report of the warehouse says nothing of what a shop counts
                .and(LEVELS.ON_HAND.ne(0).or(LEVELS.DUE_QUANTITY.ne(0)))
                .returning(LEVELS.SKU)
                .fetch(LEVELS.SKU);
    }

    @Override
    public List<StockLevel> page(@Nullable String after, int limit) {
        return db.selectFrom(LEVELS)
                .where(after == null ? noCondition() : LEVELS.SKU.gt(after))
                .orderBy(LEVELS.SKU)
                .limit(limit)
                .fetch(StockData::level);
    }

    static StockLevel level(Record row) {
        return new StockLevel(
                row.get(LEVELS.SKU), row.get(LEVELS.ON_HAND), row.get(LEVELS.DUE_QUANTITY), row.get(LEVELS.DUE_ON));
    }
}
