package okienko.shops.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import okienko.OfficeTest;
import okienko.World;
import okienko.orders.CanonicalJson;
import okienko.orders.OrderKey;
import okienko.orders.Orders;
import okienko.orders.RandomOrders;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.imports.OrderImport.State;
import okienko.work.WorkItems;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@OfficeTest
class ImportsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Autowired
    private Imports imports;

    @Autowired
    private ImportRunner runner;

    @Autowired
    private Unreadables unreadables;

    @Autowired
    private Intake intake;

    @Autowired
    private Orders orders;

    @Autowired
    private WorkItems work;

    @Autowired
    private DropFolder folder;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private World world;

    @Test
    void theSameFileTwiceMakesEveryOrderOnce() throws Exception {
        String channel = world.channel();
        long first = upload(lines(channel, 1, 1_200), "a.ndjson", channel);
        assertThat(finished(first).counts()).isEqualTo(new OrderImport.Counts(1_200, 0, 0, 0, 0, 0));
        long again = imports.repeat(first, "ola");
        assertThat(finished(again).counts()).isEqualTo(new OrderImport.Counts(0, 0, 0, 1_200, 0, 0));
    }

    @Test
    void oneBadLineIsKeptRawAndTheRestGoesOn() throws Exception {
        String channel = world.channel();
        String bad = "{\"channel\":\"" + channel + "\",\"externalId\":\"bad\",\"total\":\"zwölf\"";
        long id = upload(lines(channel, 1, 3) + "\n" + bad + "\n" + lines(channel, 4, 5), "b.ndjson", channel);
        OrderImport done = finished(id);
        assertThat(done.counts()).isEqualTo(new OrderImport.Counts(5, 0, 0, 0, 0, 1));
        UnreadablePayload kept = unreadables.of(id, 0, 10).getFirst();
        assertThat(kept.line()).isEqualTo(4);
        assertThat(kept.problem()).isEqualTo(Problem.NOT_JSON);
        assertThat(unreadables.text(kept)).isEqualTo(bad);
        assertThat(work.find("UNREADABLE", Long.toString(kept.id()))).isPresent();

        String mended = lines(channel, 6, 6);
        assertThat(unreadables.retry(kept.id(), mended, "ola")).isInstanceOf(Unreadables.Retried.In.class);
        assertThat(orders.find(new OrderKey(channel, "6"))).isPresent();
        assertThat(work.find("UNREADABLE", Long.toString(kept.id()))).isEmpty();
        assertThat(unreadables.retry(kept.id(), mended, "ola")).isInstanceOf(Unreadables.Retried.Settled.class);
    }

    @Test
    void anImportGoesOnWhereAnAbandonedWorkerLeftIt() throws Exception {
        String channel = world.channel();
        long id = imports.upload(
                new ByteArrayInputStream(lines(channel, 1, 1_000).getBytes(UTF_8)), "c.ndjson", channel, "", "ola");
        OrderImport file = imports.find(id).orElseThrow();
        // a worker that took one batch in, noted it, and died
        var pieces = okienko.shops.OrderFormats.named("canonical").orElseThrow();
        var settings = okienko.shops.ChannelSettings.of(channel);
        transaction.executeWithoutResult(status -> {
            if (imports.hold(file)) {
                var batch = pieces.read(
                                new ByteArrayInputStream(lines(channel, 1, 400).getBytes(UTF_8)), settings)
                        .toList();
                intake.take(batch, new Intake.Origin("upload", channel, "canonical", id));
                imports.advance(file, 400, new OrderImport.Counts(400, 0, 0, 0, 0, 0), 1, State.RUNNING, "");
            }
        });
        OrderImport done = finished(id);
        assertThat(done.position()).isEqualTo(1_000);
        assertThat(done.counts()).isEqualTo(new OrderImport.Counts(1_000, 0, 0, 0, 0, 0));
    }

    @Test
    void aFileInNoFormatFailsAndSaysSo() throws Exception {
        OrderImport failed = finished(upload("{\"something\": \"else\"}", "x.json", world.channel()));
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.trouble()).isEqualTo("imports.trouble.format");
    }

    @Test
    void aFileOfWhichNothingCanBeReadStopsBeforeItFillsTheBoard() throws Exception {
        String channel = world.channel();
        String bad = IntStream.range(0, 2_000)
                .mapToObj(i -> "{\"externalId\":\"" + i + "\",\"lines\":[]}")
                .collect(Collectors.joining("\n"));
        OrderImport failed = finished(upload(bad, "hopeless.ndjson", channel));
        assertThat(failed.state()).isEqualTo(State.FAILED);
        assertThat(failed.counts().unreadable()).isLessThanOrEqualTo(Intake.BATCH);
        unreadables.of(failed.id(), 0, 1_000).forEach(each -> unreadables.discard(each.id(), "test", "ola"));
    }

    @Test
    void aFileInTheDropFolderIsTakenOnceItIsWholeAndShownAsDone() throws Exception {
        String channel = world.channel();
        Path inbox = Files.createDirectories(folder.path().resolve(channel));
        Files.writeString(inbox.resolve("shop.ndjson.part"), lines("", 1, 3));
        Files.writeString(inbox.resolve("shop.ndjson"), lines("", 1, 30));
        Path done = folder.path().resolve("done").resolve(channel).resolve("shop.ndjson");
        await(() -> Files.exists(done));
        assertThat(inbox.resolve("shop.ndjson")).doesNotExist();
        assertThat(inbox.resolve("shop.ndjson.part")).exists();
        assertThat(orders.find(new OrderKey(channel, "30"))).isPresent();
        Files.delete(inbox.resolve("shop.ndjson.part"));
    }

    @Test
    void columnsNamedOnceAreRememberedForTheChannel() throws Exception {
        String channel = world.channel();
        String csv = "Kennung;Wann;Was;Stück;Einzeln;Alles;Waluta\n1;2026-11-23;Kubek;2;10,00;20,00;PLN\n";
        long id = upload(csv, "eigen.csv", channel);
        assertThat(imports.find(id).orElseThrow().state()).isEqualTo(State.COLUMNS);
        var columns = java.util.Map.of(
                "Kennung", okienko.shops.CsvField.ORDER_ID,
                "Wann", okienko.shops.CsvField.PLACED_AT,
                "Was", okienko.shops.CsvField.PRODUCT,
                "Stück", okienko.shops.CsvField.QUANTITY,
                "Einzeln", okienko.shops.CsvField.UNIT_PRICE,
                "Alles", okienko.shops.CsvField.TOTAL);
        assertThat(imports.columns(id, "", columns, "ola")).isTrue();
        assertThat(finished(id).counts().fresh()).isEqualTo(1);
        long second = upload(csv.replace("\n1;", "\n2;"), "eigen2.csv", channel);
        assertThat(finished(second).counts().fresh()).isEqualTo(1);
    }

    private long upload(String text, String name, String channel) throws IOException {
        return imports.upload(new ByteArrayInputStream(text.getBytes(UTF_8)), name, channel, "", "ola");
    }

    private OrderImport finished(long id) throws InterruptedException {
        await(() -> {
            runner.work();
            return !imports.find(id).orElseThrow().state().open();
        });
        return imports.find(id).orElseThrow();
    }

    private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            assertThat(System.nanoTime()).as("still waiting").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    static String lines(String channel, int from, int to) {
        List<String> lines = IntStream.rangeClosed(from, to)
                .mapToObj(i -> CanonicalJson.write(
                        RandomOrders.small(channel.isEmpty() ? "x" : channel, Integer.toString(i), null)))
                .map(line -> channel.isEmpty() ? line.replace("\"channel\":\"x\",", "") : line)
                .toList();
        return String.join("\n", lines);
    }
}
