package okienko.bench;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import okienko.customers.Recognition;
import okienko.demo.DemoOrders;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.conditions.Answer;
import okienko.ordercontrol.conditions.Condition;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.terms.Situation;
import okienko.orders.Order;
import okienko.payments.ExchangeRates;
import okienko.shipping.ShippingTables;
import okienko.stock.Availability;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.StatelessKieSession;

/**
 * Twenty rules over the same orders as conditions, as plain Java and in Drools, in one process, round by round; run by
 * bench/conditions. All three must find the same number of orders.
 */
public final class ConditionsBench {

    record Rule(String cel, Predicate<Subject> java, String drl) {}

    /** An order with its facts, as Java and Drools see it. */
    public record Subject(Order order, Facts facts) {
        public long total() {
            return facts.rates().convert(order.total(), "PLN").orElseThrow().minor();
        }

        public String channel() {
            return order.key().channel();
        }

        public String country() {
            return order.country();
        }

        public String form() {
            return order.payment().form().name();
        }

        public boolean business() {
            return order.business();
        }

        public String comment() {
            return order.comment();
        }

        public String city() {
            return order.delivery().address().city();
        }

        public int lines() {
            return order.lines().size();
        }

        public boolean lineOver(int pieces) {
            return order.lines().stream().anyMatch(line -> line.quantity() > pieces);
        }

        public boolean dear() {
            return order.lines().stream()
                    .anyMatch(line -> facts.rates().convert(line.unitPrice(), "PLN").orElseThrow().minor() > 70000);
        }

        public boolean lineShort() {
            return order.lines().stream()
                    .anyMatch(line -> facts.availability().getOrDefault(line.sku(), Availability.NONE).free() < line.quantity());
        }

        public long pieces() {
            return order.lines().stream().mapToLong(Order.Line::quantity).sum();
        }

        public long hours() {
            return Duration.between(order.placedAt(), facts.now()).toHours();
        }

        public String taxId() {
            return order.invoice().taxId();
        }

        public String email() {
            return order.buyer().email();
        }
    }

    /** Counts what Drools finds. */
    public static final class Count {
        private long all;

        public void add() {
            all++;
        }
    }

    private static Rule rule(String cel, Predicate<Subject> java, String drl) {
        return new Rule(cel, java, drl);
    }

    private static final List<Rule> RULES = List.of(
            rule("order.total > pln(15000) && order.buyer.business && order.payment.cash",
                    s -> s.total() > 1500000 && s.business() && s.order().payment().form().cash(),
                    "total() > 1500000, business() == true, (form() == \"CASH_ON_DELIVERY\" || form() == \"CASH_AT_COUNTER\")"),
            rule("order.total > pln(1000)", s -> s.total() > 100000, "total() > 100000"),
            rule("order.payment.form == \"CASH_ON_DELIVERY\" && order.total > pln(500)",
                    s -> s.form().equals("CASH_ON_DELIVERY") && s.total() > 50000, "form() == \"CASH_ON_DELIVERY\", total() > 50000"),
            rule("order.country.orValue(\"\") != \"PL\"", s -> !s.country().equals("PL"), "country() != \"PL\""),
            rule("order.country.orValue(\"\") in [\"CZ\", \"SK\", \"HU\"] && order.total > pln(300)",
                    s -> List.of("CZ", "SK", "HU").contains(s.country()) && s.total() > 30000,
                    "country() in (\"CZ\", \"SK\", \"HU\"), total() > 30000"),
            rule("order.lines.exists(l, l.quantity > 5)", s -> s.lineOver(5), "lineOver(5)"),
            rule("order.lines.exists(l, l.missing > 0)", Subject::lineShort, "lineShort()"),
            rule("order.lines.size() > 3", s -> s.lines() > 3, "lines() > 3"),
            rule("order.lines.sum(l, l.quantity) > 10", s -> s.pieces() > 10, "pieces() > 10"),
            rule("order.channel == \"demo-b2b\" && !order.buyer.taxId.hasValue()",
                    s -> s.channel().equals("demo-b2b") && s.taxId().isBlank(), "channel() == \"demo-b2b\", taxId() == \"\""),
            rule("order.channel in [\"demo-allegro\", \"demo-eu\"] && order.total < pln(20)",
                    s -> List.of("demo-allegro", "demo-eu").contains(s.channel()) && s.total() < 2000,
                    "channel() in (\"demo-allegro\", \"demo-eu\"), total() < 2000"),
            rule("order.comment.contains(\"faktur\")", s -> s.comment().contains("faktur"), "comment().contains(\"faktur\")"),
            rule("order.comment.size() > 40", s -> s.comment().length() > 40, "comment().length() > 40"),
            rule("order.buyer.email.orValue(\"\").endsWith(\"@example.com\") && order.total > pln(200)",
                    s -> s.email().endsWith("@example.com") && s.total() > 20000, "email().endsWith(\"@example.com\"), total() > 20000"),
            rule("hoursSince(order.placedAt) > 8", s -> s.hours() > 8, "hours() > 8"),
            rule("order.delivery.city.orValue(\"\") == \"Warszawa\" && order.pieces > 2",
                    s -> s.city().equals("Warszawa") && s.pieces() > 2, "city() == \"Warszawa\", pieces() > 2"),
            rule("order.buyer.business && order.total > pln(800)", s -> s.business() && s.total() > 80000,
                    "business(), total() > 80000"),
            rule("order.lines.exists(l, l.unitPrice > pln(700))", Subject::dear, "dear()"),
            rule("order.total > eur(400)", s -> s.total() > 170000, "total() > 170000"),
            rule("order.payment.prepaid && order.total > pln(2000) && order.lines.size() == 1",
                    s -> s.order().payment().form().prepaid() && s.total() > 200000 && s.lines() == 1,
                    "(form() == \"ONLINE\" || form() == \"TRANSFER\"), total() > 200000, lines() == 1"));

    public static void main(String[] args) {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 7;
        List<Subject> subjects = subjects(count);
        List<Condition> conditions = RULES.stream().map(rule -> Conditions.read(rule.cel())).toList();
        boolean drools = args.length < 3;
        StatelessKieSession session = drools ? session() : null;
        double[][] nanos = new double[3][rounds];
        long[] hits = new long[3];
        for (int round = -2; round < rounds; round++) {
            for (int way = 0; way < (drools ? 3 : 2); way++) {
                long start = System.nanoTime();
                hits[way] = switch (way) {
                    case 0 -> conditions(conditions, subjects);
                    case 1 -> java(subjects);
                    default -> drools(session, subjects);
                };
                if (round >= 0) nanos[way][round] = (System.nanoTime() - start) / (double) count;
            }
        }
        String[] names = {"conditions (CEL)", "plain Java", "Drools"};
        for (int way = 0; way < (drools ? 3 : 2); way++) {
            Arrays.sort(nanos[way]);
            double median = nanos[way][rounds / 2];
            System.out.printf("%-17s %,12.0f orders/s  %7.3f µs a rule  (%,d hits; median of %d rounds of %,d orders, %d rules)%n",
                    names[way], 1e9 / median, median / 1000 / RULES.size(), hits[way], rounds, count, RULES.size());
        }
        if (hits[0] != hits[1] || (drools && hits[1] != hits[2])) throw new IllegalStateException("they do not mean the same");
    }

    private static long conditions(List<Condition> conditions, List<Subject> subjects) {
        long hits = 0;
        for (Subject subject : subjects) {
            Situation situation = Situation.of(subject.order(), subject.facts());
            for (Condition condition : conditions) {
                if (condition.evaluate(situation) instanceof Answer.True) hits++;
            }
        }
        return hits;
    }

    private static long java(List<Subject> subjects) {
        long hits = 0;
        for (Subject subject : subjects) {
            for (Rule rule : RULES) {
                if (rule.java().test(subject)) hits++;
            }
        }
        return hits;
    }

    private static long drools(StatelessKieSession session, List<Subject> subjects) {
        Count hits = new Count();
        session.setGlobal("hits", hits);
        for (Subject subject : subjects) session.execute(subject);
        return hits.all;
    }

    private static StatelessKieSession session() {
        StringBuilder drl = new StringBuilder("package okienko.bench.rules;\nimport okienko.bench.ConditionsBench.Subject;\nglobal okienko.bench.ConditionsBench.Count hits;\n");
        for (int i = 0; i < RULES.size(); i++) {
            drl.append("rule \"r").append(i).append("\" when Subject(").append(RULES.get(i).drl())
                    .append(") then hits.add(); end\n");
        }
        System.setProperty("drools.dialect.java.compiler", "NATIVE");
        KieServices kie = KieServices.get();
        KieFileSystem files = kie.newKieFileSystem().write("src/main/resources/bench/rules.drl", drl.toString());
        KieBuilder builder = kie.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        if (!builder.getResults().getMessages().isEmpty()) throw new IllegalStateException(builder.getResults().toString());
        KieContainer container = kie.newKieContainer(kie.getRepository().getDefaultReleaseId());
        return container.newStatelessKieSession();
    }

    private static List<Subject> subjects(int count) {
        Instant now = Instant.parse("2026-11-25T12:00:00Z");
        List<Order> orders = new DemoOrders(7).day(count, now, Duration.ofHours(12)).map(DemoOrders.Demo::order).toList();
        Map<String, Availability> stock = new HashMap<>();
        for (Order order : orders) {
            for (Order.Line line : order.lines()) {
                stock.putIfAbsent(line.sku(), new Availability(Math.floorMod(line.sku().hashCode(), 5), 0, 0, null));
            }
        }
        ExchangeRates rates = new ExchangeRates("bench", LocalDate.of(2026, 11, 24),
                Map.of("EUR", new BigDecimal("4.25"), "CZK", new BigDecimal("0.17"), "HUF", new BigDecimal("0.011"),
                        "BGN", new BigDecimal("2.17"), "RON", new BigDecimal("0.85"), "USD", new BigDecimal("3.65"), "GBP", new BigDecimal("4.95")));
        return orders.stream().map(order -> new Subject(order, new Facts(now, ZoneId.of("Europe/Warsaw"), order.placedAt(),
                Recognition.NEW, List.of(), List.of(), null, stock, rates, ShippingTables.terms(), ShippingTables.services(), 1, null))).toList();
    }

    private ConditionsBench() {}
}
