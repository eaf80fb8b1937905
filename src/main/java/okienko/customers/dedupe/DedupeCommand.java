package okienko.customers.dedupe;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import okienko.customers.matching.Decision;
import okienko.customers.matching.Matching;
import okienko.customers.matching.ScoredPair;
import org.jspecify.annotations.Nullable;

/** {@code okienko customers dedupe FILE.csv --out clusters.csv}: which records of a file are one customer. */
public final class DedupeCommand {

    static final int DONE = 0;

    /** An argument or the file could not be used; nothing was written. */
    static final int UNUSABLE = 2;

    private final OutputStream out;
    private final PrintStream err;
    private final Progress progress;

    DedupeCommand(OutputStream out, PrintStream err, boolean terminal) {
        this.out = out;
        this.err = err;
        this.progress = new Progress(err, terminal);
    }

    /** Runs the command with this process's streams and ends it. */
    public static void main(String... words) {
        @SuppressWarnings("SystemConsoleNull") // null where jdk.console says so
        var console = System.console();
        boolean terminal = console != null && console.isTerminal();
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(new DedupeCommand(new FileOutputStream(FileDescriptor.out), err, terminal).run(words));
    }

    int run(String... words) {
        try {
            if (words.length == 0 || !words[0].equals("dedupe")) {
                throw new Unusable("the command is '" + (words.length == 0 ? "" : words[0])
                        + "': write okienko customers dedupe FILE.csv --out clusters.csv");
            }
            Arguments arguments = Arguments.read(Arrays.copyOfRange(words, 1, words.length));
            if (arguments.help()) {
                out.write(Help.TEXT.getBytes(StandardCharsets.UTF_8));
                return DONE;
            }
            dedupe(arguments);
            return DONE;
        } catch (Unusable e) {
            err.println("okienko customers: " + e.getMessage());
            return UNUSABLE;
        } catch (IOException | UncheckedIOException e) {
            err.println("okienko customers: stopped: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private void dedupe(Arguments arguments) throws IOException, Unusable {
        Path file = readable(arguments.file());
        Matching matching = new Matching();
        Records records = new Records();
        records.read(file, arguments.map(), matching, progress::read);
        int[] groups;
        Tally tally = new Tally();
        try (Writer pairs = arguments.pairs() == null ? Writer.nullWriter() : writer(arguments.pairs())) {
            CsvWriter csv = CsvWriter.builder().build(pairs);
            csv.writeRecord("record_id_1", "record_id_2", "bits", "decision", "explanation");
            groups = matching.groups(progress, pair -> {
                tally.count(pair);
                if (arguments.pairs() != null) write(csv, pair, records);
            });
            csv.flush();
        }
        try (Writer lines = writer(arguments.out())) {
            CsvWriter csv = CsvWriter.builder().build(lines);
            csv.writeRecord("record_id", "cluster_id");
            for (int i = 0; i < groups.length; i++) csv.writeRecord(records.id(i), records.id(groups[i]));
            csv.flush();
        }
        progress.done(records.size(), Arrays.stream(groups).distinct().count(), tally);
    }

    private static void write(CsvWriter csv, ScoredPair pair, Records records) {
        String why = pair.evidence().stream()
                .map(each -> String.format(Locale.ROOT, "%+.1f %s %s", each.bits(), each.what(), each.how()))
                .collect(Collectors.joining("; "));
        String bits = String.format(Locale.ROOT, "%.2f", pair.bits());
        csv.writeRecord(
                records.id(pair.one()),
                records.id(pair.two()),
                bits,
                pair.decision().name(),
                why);
    }

    private Writer writer(@Nullable String name) throws IOException {
        if (name == null) return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return Files.newBufferedWriter(Path.of(name));
    }

    private static Path readable(String name) throws Unusable {
        Path file = Path.of(name);
        if (Files.isDirectory(file)) throw new Unusable("file '" + name + "' is a folder: name a CSV file in it");
        if (Files.isReadable(file)) return file;
        throw new Unusable("file '" + name + "' " + (Files.exists(file) ? "may not be read" : "does not exist")
                + ": check the name and the rights");
    }

    /** How many pairs there were, and how many wrong ones are to be expected among the certain. */
    static final class Tally {
        long certain;
        long probable;
        double risk;

        void count(ScoredPair pair) {
            if (pair.decision() == Decision.CERTAIN) {
                certain++;
                risk += pair.risk();
            } else {
                probable++;
            }
        }
    }
}
