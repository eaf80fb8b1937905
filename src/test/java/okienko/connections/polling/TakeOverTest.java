package okienko.connections.polling;

import static okienko.connections.schema.Tables.CONNECTED_SHOPS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.connections.Connections;
import okienko.shops.ChannelDeliveries;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Found with a real shop, by {@code e2e/run}: an office killed while it read left the shop unread for three minutes. */
@OfficeTest
class TakeOverTest {

    private static final int ALL = 1_000;

    @Autowired
    Connections connections;

    @Autowired
    DSLContext db;

    @Autowired
    ChannelDeliveries deliveries;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Test
    void aShopThatWasBeingReadWhenTheOfficeDiedIsReadByTheNextAtOnce() {
        long shop = shop();
        Clock later =
                Clock.offset(clock, Duration.ofHours(1)); // when the office of the other tests does not read it yet
        try {
            Progress died = new Progress(db, deliveries, later);
            assertThat(died.lease(ALL)).contains(shop);
            assertThat(died.lease(ALL)).as("it is at work there").doesNotContain(shop);

            Progress next = new Progress(db, deliveries, later);
            assertThat(next.lease(ALL)).as("the next office").contains(shop);
            assertThat(next.lease(ALL)).as("now it is at work there").doesNotContain(shop);
        } finally {
            connections.find(shop).ifPresent(connection -> connections.pause(connection, "test"));
        }
    }

    private long shop() {
        Connections.Entry entry = new Connections.Entry(
                "medusa",
                world.channel(),
                "http://127.0.0.1:9",
                Map.of("apiKey", "sk_nobody"),
                clock.instant(),
                Duration.ofSeconds(5),
                Set.of());
        return Objects.requireNonNull(transactions.execute(_ -> {
            long id = connections.add(entry, "", Map.of(), "test");
            db.update(CONNECTED_SHOPS)
                    .set(
                            CONNECTED_SHOPS.NEXT_POLL_AT,
                            clock.instant().plus(Duration.ofMinutes(30)).atOffset(ZoneOffset.UTC))
                    .where(CONNECTED_SHOPS.ID.eq(id))
                    .execute();
            return id;
        }));
    }
}
