package okienko.tools;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import okienko.demo.DemoOrders;
import okienko.orders.CanonicalJson;

/** Writes made-up orders as NDJSON: what {@code bench/check} measures with. */
public final class WriteOrders {

    private WriteOrders() {}

    /** @param words how many */
    public static void main(String... words) throws IOException {
        Instant until = Instant.parse("2026-11-23T12:00:00Z");
        try (Writer out = new BufferedWriter(
                new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8))) {
            Iterator<DemoOrders.Demo> orders = new DemoOrders(0)
                    .day(Integer.parseInt(words[0]), until, Duration.ofDays(20))
                    .iterator();
            while (orders.hasNext())
                out.append(CanonicalJson.write(orders.next().order())).append('\n');
        }
    }
}
