package okienko.stock;

import static okienko.stock.schema.Tables.LEVELS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Who is told when pieces that were promised go to somebody else. */
@OfficeTest
@RecordApplicationEvents
class PromisesTest {

    @Autowired
    Stock stock;

    @Autowired
    World world;

    @Autowired
    Clock clock;

    @Autowired
    DSLContext db;

    @Autowired
    ApplicationEvents events;

    private String sku = "";
    private String shop = "";

    @BeforeEach
    void threePiecesAreOnTheShelf() {
        sku = world.unique("SKU");
        shop = world.channel();
        db.insertInto(LEVELS)
                .set(LEVELS.SKU, sku)
                .set(LEVELS.ON_HAND, 3)
                .set(LEVELS.CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
    }

    @AfterEach
    void stockThatIsCountedForOneIsCountedForAll() {
        stock.unreserve(List.of(shop + ":1", shop + ":2", shop + ":3", shop + ":4"));
        db.deleteFrom(LEVELS).where(LEVELS.SKU.eq(sku)).execute();
    }

    /** At every promise after, a shop with thousands of held orders would look at all of them again. */
    @Test
    void anOrderWhosePromiseEndedIsToldOnceThatItsPieceIsGone() {
        stock.reserve(Map.of(shop + ":1", Map.of(sku, 1)), clock.instant().minus(Duration.ofHours(1)));
        stock.endPromises(clock.instant());
        assertThat(told()).as("what it held is free").isEqualTo(1);
        stock.reserve(Map.of(shop + ":2", Map.of(sku, 1)), null);
        assertThat(told()).as("there is enough left for it").isEqualTo(1);
        stock.reserve(Map.of(shop + ":3", Map.of(sku, 2)), null);
        assertThat(told()).as("nothing is left for it").isEqualTo(2);
        stock.reserve(Map.of(shop + ":4", Map.of(sku, 1)), null);
        assertThat(told()).as("it knows").isEqualTo(2);
    }

    private long told() {
        return events.stream(StockEvent.Changed.class)
                .filter(changed -> changed.skus().contains(sku))
                .count();
    }
}
