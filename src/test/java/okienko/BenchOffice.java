package okienko;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okienko.orders.CanonicalJson;
import okienko.orders.Incoming;
import okienko.orders.Order;
import okienko.orders.Orders;
import okienko.orders.RawPayload;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** What the benches share: an office of their own on a throw-away database, and how figures are taken. */
public final class BenchOffice {

    static final String PASSWORD = "a-long-bench-password";

    /** Opens the whole office on a free port; the caller closes it. */
    public static ConfigurableApplicationContext open() throws IOException {
        Path data = Files.createTempDirectory("okienko-bench");
        return SpringApplication.run(
                Okienko.class,
                "--okienko.data=" + data,
                "--okienko.database.throwaway=true",
                "--okienko.database.binaries=.cache/postgres",
                "--okienko.admin.password=" + PASSWORD,
                "--server.port=0",
                "--logging.level.root=warn");
    }

    static String address(ConfigurableApplicationContext office) {
        return "http://127.0.0.1:" + office.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** Keeps a batch of orders raw and receives it, as an import does. */
    public static void receive(ConfigurableApplicationContext office, List<Order> batch) {
        Orders orders = office.getBean(Orders.class);
        List<Long> raw = orders.keep(batch.stream()
                .map(order -> new RawPayload(
                        "bench", "canonical", CanonicalJson.write(order).getBytes(UTF_8)))
                .toList());
        List<Incoming> incoming = new ArrayList<>(batch.size());
        for (int i = 0; i < batch.size(); i++) incoming.add(new Incoming(batch.get(i), raw.get(i), true));
        orders.receive(incoming);
    }

    /** Used so far by this process and the database's: says something even while others use the machine. */
    public static Duration cpu() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The value below which a share of the figures lies. */
    public static double percentile(double[] figures, double share) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * (sorted.length - 1)))];
    }

    private BenchOffice() {}
}
