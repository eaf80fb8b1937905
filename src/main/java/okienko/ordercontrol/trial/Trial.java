package okienko.ordercontrol.trial;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Facts.OtherOrder;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.judge.Judge;
import okienko.orders.Order;
import okienko.orders.UnreadableOrder;
import okienko.payments.ExchangeRates;
import okienko.shipping.CourierTerm;
import okienko.shipping.DeliveryService;
import okienko.shipping.ShippingTables;
import okienko.shops.ChannelSettings;
import okienko.shops.OrderFormat;
import okienko.shops.OrderFormats;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;
import okienko.shops.Sample;

/**
 * Controls files of orders: cut in turn, read and judged on all cores a batch at a time, told in the order of the file.
 * Only a batch and the recent orders are in memory, whatever the file's size.
 */
final class Trial {

    /** Orders read and judged together: enough to keep the cores busy, little enough to be forgotten soon. */
    private static final int BATCH = 1_024;

    /** Bytes of a batch, so that a thousand monstrous orders do not fill the memory either. */
    private static final long BATCH_BYTES = 8L * 1024 * 1024;

    private static final ZoneId ZONE = ZoneId.of("Europe/Warsaw");

    private final Arguments arguments;
    private final References references;
    private final Judge judge;
    private final Instant now;
    private final Writer out;
    private final Summary summary;
    private final ChannelSettings settings;
    private final RecentOrders recent = new RecentOrders();
    private final List<DeliveryService> services = ShippingTables.services();
    private final List<CourierTerm> terms = ShippingTables.terms();

    Trial(Arguments arguments, References references, RuleSet rules, Instant now, Writer out, Summary summary) {
        this.arguments = arguments;
        this.references = references;
        this.judge = Judge.under(rules);
        this.now = now;
        this.out = out;
        this.summary = summary;
        this.settings = ChannelSettings.of(arguments.channel());
    }

    /** Controls one file. */
    void control(String name, InputStream file) throws IOException, Unusable {
        BufferedInputStream bytes = Sample.sampled(file);
        OrderFormat format = arguments.format();
        if (format == null) {
            Sample sample = Sample.of(bytes);
            if (sample.text().isBlank()) return;
            format = OrderFormats.recognise(sample)
                    .orElseThrow(() -> new Unusable("file '" + name
                            + "' is in none of the formats we know: name its format with --format, see --help"));
        }
        Iterator<Piece> pieces = format.cut(bytes, settings);
        while (pieces.hasNext()) control(batch(pieces), format);
    }

    private static List<Piece> batch(Iterator<Piece> pieces) {
        List<Piece> batch = new ArrayList<>(BATCH);
        long size = 0;
        while (batch.size() < BATCH && size < BATCH_BYTES && pieces.hasNext()) {
            Piece piece = pieces.next();
            batch.add(piece);
            size += piece.raw().length;
        }
        return batch;
    }

    private void control(List<Piece> batch, OrderFormat format) {
        List<ReadOrder> read = batch.parallelStream()
                .map(piece -> format.read(piece, settings))
                .toList();
        // who ordered before depends on the order of the file, so this step goes one by one
        List<List<OtherOrder>> before = read.stream()
                .map(order -> order instanceof ReadOrder.Readable readable
                        ? recent.before(readable.order())
                        : List.<OtherOrder>of())
                .toList();
        List<Verdicts> verdicts = IntStream.range(0, read.size())
                .parallel()
                .mapToObj(i -> judged(read.get(i), before.get(i), format))
                .toList();
        try {
            for (Verdicts verdict : verdicts) {
                out.write(verdict.line());
                out.write('\n');
                summary.count(verdict);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verdicts judged(ReadOrder read, List<OtherOrder> before, OrderFormat format) {
        String channel = arguments.channel().isBlank() ? format.name() : arguments.channel();
        return switch (read) {
            case ReadOrder.Readable readable -> judged(readable.order(), before);
            case ReadOrder.NotReady notReady ->
                Verdicts.unseen(
                        channel,
                        notReady.externalId(),
                        "NOT_READY",
                        "status",
                        Sentences.say(arguments.language(), "trial.notReady." + notReady.why()),
                        Map.of("status", notReady.why().name()));
            case ReadOrder.Unreadable unreadable -> unreadable(channel, unreadable.piece(), unreadable.problem());
        };
    }

    private Verdicts judged(Order order, List<OtherOrder> before) {
        String channel = order.key().channel();
        if (order.status() == Order.Status.CANCELLED) {
            return Verdicts.unseen(
                    channel,
                    order.key().externalId(),
                    "CANCELLED",
                    "status",
                    Sentences.say(arguments.language(), "trial.cancelled"),
                    Map.of("status", order.status().name()));
        }
        Facts facts = new Facts(
                now,
                ZONE,
                order.placedAt(),
                references.buyer(order),
                before,
                references.received(order),
                null,
                references.stock(),
                ExchangeRates.NONE,
                terms,
                services,
                1,
                null);
        return Verdicts.of(channel, order.key().externalId(), judge.judge(order, facts), arguments.language());
    }

    private Verdicts unreadable(String channel, Piece piece, UnreadableOrder problem) {
        Map<String, Object> evidence = new LinkedHashMap<>();
        evidence.put("line", piece.line());
        evidence.put("problem", problem.problem().name());
        evidence.put("value", problem.value());
        return Verdicts.unseen(
                channel,
                "",
                "UNREADABLE",
                problem.field(),
                Sentences.unreadable(arguments.language(), String.valueOf(problem.getMessage())),
                evidence);
    }
}
