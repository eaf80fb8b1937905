package okienko.shops.imports;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import okienko.orders.Incoming;
import okienko.orders.Order;
import okienko.orders.Orders;
import okienko.orders.RawPayload;
import okienko.orders.Receipt;
import okienko.orders.UnreadableOrder;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ReadOrder;
import okienko.ui.Live;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a batch of read orders in, whichever way they came. */
@Component
public class Intake {

    /** Pieces a batch: large enough for the database, small enough for memory and for a progress bar that moves. */
    static final int BATCH = 500;

    /** A batch ends sooner when its pieces are large. */
    static final int BATCH_BYTES = 4 * 1024 * 1024;

    private final Orders orders;
    private final Unreadables unreadables;
    private final Live live;

    Intake(Orders orders, Unreadables unreadables, Live live) {
        this.orders = orders;
        this.unreadables = unreadables;
        this.live = live;
    }

    /** Where a batch comes from. */
    public record Origin(
            String source,
            String channel,
            String format,
            @org.jspecify.annotations.Nullable Long orderImport) {

        static final String DEMO = "demo";

        /** From the demo shop, whose channels name themselves. */
        public static Origin demo(String format) {
            return new Origin(DEMO, "", format, null);
        }

        static boolean isDemo(String source) {
            return source.equals(DEMO);
        }
    }

    /** What became of one piece. */
    public sealed interface Result {
        ReadOrder read();

        record Received(ReadOrder read, Order order, Receipt receipt) implements Result {}

        record NotReady(ReadOrder.NotReady read) implements Result {}

        record Kept(ReadOrder read, UnreadableOrder problem, long unreadable) implements Result {}
    }

    /** All or nothing of the batch; the answers are in its order. Nothing that came in is lost: raw payloads stay. */
    @Transactional
    public List<Result> take(List<ReadOrder> batch, Origin origin) {
        List<Long> raw = orders.keep(batch.stream()
                .map(read -> new RawPayload(
                        origin.source, origin.format, read.piece().raw()))
                .toList());
        List<Incoming> incoming = new ArrayList<>(batch.size());
        List<Unreadables.Found> found = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            switch (batch.get(i)) {
                case ReadOrder.Readable readable ->
                    incoming.add(new Incoming(
                            readable.order(), raw.get(i), Origin.isDemo(origin.source), readable.changedAt()));
                case ReadOrder.Unreadable unreadable ->
                    found.add(
                            new Unreadables.Found(raw.get(i), unreadable.piece().line(), unreadable.problem()));
                case ReadOrder.NotReady _ -> {}
            }
        }
        List<Result> results = results(batch, orders.receive(incoming), unreadables.keep(found, origin));
        orders.forget(IntStream.range(0, batch.size())
                .filter(i -> saysNothing(results.get(i)))
                .mapToObj(raw::get)
                .toList());
        live.signal("imports");
        return results;
    }

    /** What became of each piece; receipts and numbers of what was kept are in the batch's order too. */
    private static List<Result> results(List<ReadOrder> batch, List<Receipt> receipts, List<Long> kept) {
        Iterator<Receipt> nextReceipt = receipts.iterator();
        Iterator<Long> nextKept = kept.iterator();
        List<Result> results = new ArrayList<>(batch.size());
        for (ReadOrder read : batch) {
            results.add(
                    switch (read) {
                        case ReadOrder.Readable readable ->
                            new Result.Received(readable, readable.order(), nextReceipt.next());
                        case ReadOrder.Unreadable unreadable ->
                            new Result.Kept(unreadable, unreadable.problem(), nextKept.next());
                        case ReadOrder.NotReady notReady -> new Result.NotReady(notReady);
                    });
        }
        return results;
    }

    /** Whether nobody will ask for the raw payload again, since nothing came of it. */
    private static boolean saysNothing(Result result) {
        return switch (result) {
            case Result.Received received -> received.receipt().kind() == Receipt.Kind.UNCHANGED;
            case Result.NotReady _ -> true;
            case Result.Kept _ -> false;
        };
    }

    /** A file in no known format is one unreadable payload. */
    static ReadOrder unknownFormat(byte[] head) {
        var piece = new okienko.shops.Piece(1, head);
        String start = new String(head, 0, Math.min(head.length, 100), StandardCharsets.UTF_8);
        return new ReadOrder.Unreadable(piece, new UnreadableOrder(Problem.UNKNOWN_FORMAT, "file", start));
    }
}
