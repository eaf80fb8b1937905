package okienko.ordercontrol.trial;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;

/** {@code okienko check FILE…}: controls exported files without a server or a database. */
public final class CheckCommand {

    /** All orders judged, whatever the verdicts. */
    static final int DONE = 0;

    /** An argument could not be used; nothing, or not everything, was judged. */
    static final int UNUSABLE = 2;

    private static final int OUTPUT_BUFFER = 64 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Clock clock;

    CheckCommand(InputStream in, OutputStream out, PrintStream err, boolean terminal, Clock clock) {
        this.in = in;
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Runs the command with this process's streams and ends it. */
    public static void main(String... words) {
        @SuppressWarnings("SystemConsoleNull") // null where jdk.console says so
        var console = System.console();
        boolean terminal = console != null && console.isTerminal();
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        OutputStream out = new FileOutputStream(FileDescriptor.out);
        System.exit(new CheckCommand(System.in, out, err, terminal, Clock.systemUTC()).run(words));
    }

    int run(String... words) {
        try (Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), OUTPUT_BUFFER)) {
            Arguments arguments = Arguments.read(words);
            if (arguments.help()) {
                lines.write(Help.TEXT);
                return DONE;
            }
            for (String file : arguments.files()) readable(file);
            control(arguments, lines);
            return DONE;
        } catch (Unusable e) {
            err.println("okienko check: " + e.getMessage());
            return UNUSABLE;
        } catch (IOException | UncheckedIOException e) {
            // usually the reader of our output has gone, as with "| head": not worth a stack trace
            err.println("okienko check: stopped: " + e.getMessage());
            return UNUSABLE;
        }
    }

    private void control(Arguments arguments, Writer lines) throws IOException, Unusable {
        Instant now = arguments.now() == null ? clock.instant() : arguments.now();
        Summary summary = new Summary(err, terminal);
        Trial trial = new Trial(arguments, References.read(arguments), Rules.read(arguments), now, lines, summary);
        for (String file : arguments.files()) {
            if (file.equals(Arguments.STANDARD_INPUT)) {
                trial.control("standard input", in);
            } else {
                try (InputStream bytes = Files.newInputStream(Path.of(file))) {
                    trial.control(file, bytes);
                }
            }
        }
        lines.flush();
        summary.tell();
    }

    private static void readable(String file) throws Unusable {
        if (file.equals(Arguments.STANDARD_INPUT)) return;
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new Unusable("file '" + file + "' is a folder: name the files in it");
        }
        if (!Files.isReadable(path)) {
            throw new Unusable("file '" + file + "' " + (Files.exists(path) ? "may not be read" : "does not exist")
                    + ": check the name and the rights");
        }
    }
}
