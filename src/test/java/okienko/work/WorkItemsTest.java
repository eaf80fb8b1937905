package okienko.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OfficeTest
class WorkItemsTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired
    WorkItems work;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    private WorkItem item(String kind, Instant since) {
        String reference = world.unique("thing");
        work.open(List.of(new NewItem(kind, reference, "orders", since, null)));
        return work.find(kind, reference).orElseThrow();
    }

    private WorkItem item() {
        return item(world.unique("KIND"), LONG_AGO);
    }

    @Test
    void ofManyWhoReachForAnItemExactlyOneGetsIt() throws Exception {
        for (int round = 0; round < 20; round++) {
            WorkItem item = item();
            List<Callable<Claim>> claims = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                String agent = "agent" + i;
                claims.add(() -> work.claim(item.id(), agent));
            }
            int claimed = 0;
            try (var agents = Executors.newVirtualThreadPerTaskExecutor()) {
                for (Future<Claim> claim : agents.invokeAll(claims)) {
                    if (claim.get() instanceof Claim.Claimed) claimed++;
                    else assertThat(claim.get()).isInstanceOf(Claim.TakenBy.class);
                }
            }
            assertThat(claimed).isEqualTo(1);
        }
    }

    @Test
    void aClaimLapsesUnlessThePageKeepsIt() {
        WorkItem item = item();
        work.claim(item.id(), "ania");
        clock.advance(WorkItems.LEASE.minusSeconds(30));
        assertThat(work.claim(item.id(), "ola")).isInstanceOf(Claim.TakenBy.class);
        assertThat(work.renew(item.id(), "ania")).isInstanceOf(Claim.Claimed.class);
        clock.advance(WorkItems.LEASE.minusSeconds(30));
        assertThat(work.claim(item.id(), "ola")).isInstanceOf(Claim.TakenBy.class);
        clock.advance(Duration.ofMinutes(1));
        assertThat(work.find(item.kind(), item.reference()).orElseThrow().claimedBy())
                .isNull();
        assertThat(work.claim(item.id(), "ola")).isInstanceOf(Claim.Claimed.class);
        assertThat(work.renew(item.id(), "ania")).isInstanceOf(Claim.TakenBy.class);
    }

    @Test
    void whatIsPutBackIsFreeAndOnlyItsOwnerPutsItBack() {
        WorkItem item = item();
        work.claim(item.id(), "ania");
        work.putBack(item.id(), "ola");
        assertThat(work.claim(item.id(), "ola")).isInstanceOf(Claim.TakenBy.class);
        work.putBack(item.id(), "ania");
        assertThat(work.claim(item.id(), "ola")).isInstanceOf(Claim.Claimed.class);
    }

    @Test
    void takingOverNeedsAReason() {
        WorkItem item = item();
        work.claim(item.id(), "ania");
        assertThatThrownBy(() -> work.takeOver(item.id(), "ola", " ")).isInstanceOf(IllegalArgumentException.class);
        assertThat(work.takeOver(item.id(), "ola", "Ania is ill"))
                .isInstanceOfSatisfying(
                        Claim.Claimed.class,
                        claim -> assertThat(claim.item().claimedBy()).isEqualTo("ola"));
        assertThat(work.renew(item.id(), "ania")).isInstanceOf(Claim.TakenBy.class);
    }

    @Test
    void theOldestComesFirstAndWhatWasHandedToOneBeforeThat() {
        String kind = world.unique("KIND");
        WorkItem newer = item(kind, LONG_AGO.plusSeconds(60));
        WorkItem older = item(kind, LONG_AGO);
        assertThat(work.next("ania", kind, Set.of()).orElseThrow().id()).isEqualTo(older.id());
        work.handToAgent(newer.id(), "ania", "ola", "knows the customer");
        assertThat(work.next("ania", kind, Set.of()).orElseThrow().id()).isEqualTo(newer.id());
        assertThat(work.next("ewa", kind, Set.of()).orElseThrow().id()).isEqualTo(older.id());
        work.claim(older.id(), "ewa");
        assertThat(work.next("ewa", kind, Set.of("payments", "orders"))
                        .orElseThrow()
                        .id())
                .isEqualTo(older.id());
        assertThat(work.next("jan", kind, Set.of())).isEmpty();
    }

    @Test
    void whatIsDueComesBeforeWhatIsOnlyOld() {
        String kind = world.unique("KIND");
        item(kind, LONG_AGO);
        work.open(List.of(new NewItem(kind, "due", "orders", LONG_AGO.plusSeconds(9), clock.instant())));
        assertThat(work.next("ania", kind, Set.of("orders")).orElseThrow().reference())
                .isEqualTo("due");
        assertThat(work.next("ania", kind, Set.of("stock"))).isEmpty();
    }

    @Test
    void openingAgainMovesAnItemUnlessAPersonPutItSomewhere() {
        WorkItem item = item();
        work.open(List.of(new NewItem(item.kind(), item.reference(), "payments", LONG_AGO, null)));
        assertThat(work.find(item.kind(), item.reference()).orElseThrow().queue())
                .isEqualTo("payments");
        work.handToQueue(item.id(), "foreign", "ania", "");
        work.open(List.of(new NewItem(item.kind(), item.reference(), "stock", LONG_AGO, null)));
        assertThat(work.find(item.kind(), item.reference()).orElseThrow().queue())
                .isEqualTo("foreign");
    }

    @Test
    void whatIsClosedIsGoneAndCanComeUpAgain() {
        WorkItem item = item();
        work.close(item.kind(), List.of(item.reference()));
        assertThat(work.claim(item.id(), "ania")).isEqualTo(new Claim.Gone());
        assertThat(work.find(item.kind(), item.reference())).isEmpty();
        work.open(List.of(new NewItem(item.kind(), item.reference(), "orders", LONG_AGO, null)));
        assertThat(work.find(item.kind(), item.reference()).orElseThrow().id()).isNotEqualTo(item.id());
    }
}
