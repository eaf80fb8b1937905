package okienko.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionSynchronizationManager;

class LiveTest {

    private final Live live = new Live();

    @Test
    void whoeverWatchesATopicHearsOfIt() {
        String before = live.position();
        live.signal("board");
        live.signal("stock");
        assertThat(live.since(before, Set.of("board")).topics()).containsExactly("board");
        assertThat(live.since(live.position(), Set.of("board")).none()).isTrue();
    }

    @Test
    void aBurstIsOneSignal() {
        String before = live.position();
        for (int i = 0; i < 5_000; i++) {
            live.signal("board");
        }
        assertThat(live.since(before, Set.of("board")).topics()).containsExactly("board");
    }

    @Test
    void insideATransactionNothingIsSaidBeforeItsEnd() {
        String before = live.position();
        TransactionSynchronizationManager.initSynchronization();
        try {
            live.signal("board");
            assertThat(live.since(before, Set.of("board")).none()).isTrue();
            TransactionSynchronizationManager.getSynchronizations().forEach(end -> end.afterCommit());
            assertThat(live.since(before, Set.of("board")).topics()).containsExactly("board");
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    @Test
    void whoeverComesFromAnotherRunFetchesEverything() {
        assertThat(live.since("otherrun-17", Set.of("board")).everything()).isTrue();
        assertThat(live.since("nonsense", Set.of()).everything()).isTrue();
    }

    @Test
    void moreTopicsThanCanBeRememberedAreAnsweredWithEverything() {
        String before = live.position();
        for (int i = 0; i < 10_001; i++) {
            live.signal("order-" + i);
        }
        assertThat(live.since(before, Set.of("order-1")).everything()).isTrue();
        assertThat(live.since(live.position(), Set.of("order-1")).none()).isTrue();
    }

    @Test
    void theStreamTellsWhatWasMissedAndEndsWhenTheOfficeCloses() throws Exception {
        String before = live.position();
        live.signal("board");
        live.start();
        var response = new MockHttpServletResponse();
        Thread reader = Thread.ofVirtual().start(() -> {
            try {
                new LiveController(live).stream("board,stock", before, null, response);
            } catch (IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        for (int i = 0; i < 100 && !response.getContentAsString().contains("event: changed"); i++) {
            Thread.sleep(Duration.ofMillis(20));
        }
        live.stop();
        assertThat(reader.join(Duration.ofSeconds(5))).isTrue();
        assertThat(response.getContentAsString()).contains("event: changed\ndata: board\n\n");
    }
}
