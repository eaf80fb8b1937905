package okienko.ordercontrol.comments;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** How the reader does on the comments held back, and how fast: what {@code bench/comments} runs. */
final class CommentsBench {

    private static final int ROUNDS = 100;

    private final List<Example> examples = Example.all(CommentsBench.class, "heldback_");
    private final List<Reading> readings = new ArrayList<>();

    private CommentsBench() {}

    public static void main(String... arguments) {
        new CommentsBench().run();
    }

    private void run() {
        CommentReader reader = CommentReader.shipped();
        for (Example example : examples) readings.add(reader.read(example.text()));
        System.out.printf(
                Locale.ROOT,
                "model %s, threshold %.4f, %d held back%n",
                reader.version(),
                reader.threshold(),
                examples.size());
        line("wishes stopped", Example::relevant, true);
        line("others passed", example -> !example.relevant(), false);
        line("  everyday", example -> !example.relevant() && !example.hard(), false);
        line("  hard", example -> !example.relevant() && example.hard(), false);
        for (String language : Example.LANGUAGES) {
            line(
                    "wishes stopped, " + language,
                    example -> example.relevant() && example.language().equals(language),
                    true);
            line(
                    "others passed, " + language,
                    example -> !example.relevant() && example.language().equals(language),
                    false);
        }
        double sum = 0;
        for (Intent intent : Intent.values()) {
            double f1 = f1(intent);
            sum += f1;
            line(
                    String.format(Locale.ROOT, "%s (F1 %.2f)", intent.label(), f1),
                    example -> example.intent() == intent,
                    true);
        }
        System.out.printf(Locale.ROOT, "intents, macro-F1 of the main one: %.3f%n", sum / Intent.values().length);
        speed(reader);
    }

    private void line(String what, Predicate<Example> of, boolean stopping) {
        int all = 0;
        int found = 0;
        for (int at = 0; at < examples.size(); at++) {
            if (!of.test(examples.get(at))) continue;
            all++;
            if (readings.get(at).relevant() == stopping) found++;
        }
        double[] interval = wilson(found, all);
        System.out.printf(
                Locale.ROOT,
                "%-34s %4d of %4d = %.3f (95 %%: %.3f to %.3f)%n",
                what,
                found,
                all,
                (double) found / all,
                interval[0],
                interval[1]);
    }

    /** Wilson's interval: Wilson, JASA 22 (1927). */
    private static double[] wilson(int found, int all) {
        double z = 1.96;
        double share = (double) found / all;
        double middle = share + z * z / (2 * all);
        double half = z * Math.sqrt(share * (1 - share) / all + z * z / (4.0 * all * all));
        double scale = 1 + z * z / all;
        return new double[] {Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)};
    }

    private double f1(Intent intent) {
        int right = 0;
        int said = 0;
        int are = 0;
        for (int at = 0; at < examples.size(); at++) {
            boolean is = examples.get(at).intent() == intent;
            List<Intent> intents = readings.get(at).intents();
            boolean says = !intents.isEmpty() && intents.getFirst() == intent;
            if (is) are++;
            if (says) said++;
            if (is && says) right++;
        }
        return are + said == 0 ? 0 : 2.0 * right / (are + said);
    }

    private void speed(CommentReader reader) {
        for (int round = 0; round < ROUNDS; round++) read(reader);
        long before = ManagementFactory.getThreadMXBean()
                .getThreadCpuTime(Thread.currentThread().threadId());
        for (int round = 0; round < ROUNDS; round++) read(reader);
        long spent = ManagementFactory.getThreadMXBean()
                        .getThreadCpuTime(Thread.currentThread().threadId())
                - before;
        System.gc();
        long memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        System.out.printf(
                Locale.ROOT,
                "%,.0f comments a second of processor time; %d MB of heap in use%n",
                ROUNDS * (double) examples.size() / (spent / 1e9),
                memory / 1_000_000);
    }

    private void read(CommentReader reader) {
        for (Example example : examples) {
            if (reader.read(example.text()).score() < 0) throw new IllegalStateException("a score below 0");
        }
    }
}
