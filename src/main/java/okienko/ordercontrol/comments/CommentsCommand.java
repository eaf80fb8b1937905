package okienko.ordercontrol.comments;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code okienko comments classify}: reads comments from lines of JSON, without a server or a database. */
public final class CommentsCommand {

    static final int DONE = 0;
    static final int UNUSABLE = 2;

    /** A line that is longer is no comment. */
    private static final int MAX_LINE = 4_000_000;

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonFactory JSON = JsonFactory.builder().build();

    private static final String HELP = """
            okienko comments classify < in.jsonl > out.jsonl

            Reads one comment a line, {"id": "1", "text": "…"}, and writes what the reader makes of it:
            id, relevant, intent ("none" when it changes nothing), also, score, clauses, facts, because, model.
            Lines that cannot be used are told on the error output; the others are read all the same.
            """;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    CommentsCommand(InputStream in, OutputStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    /** Runs the command with this process's streams and ends it. */
    public static void main(String... words) {
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(new CommentsCommand(System.in, new FileOutputStream(FileDescriptor.out), err).run(words));
    }

    int run(String... words) {
        List<String> asked = List.of(words);
        try (Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            if (asked.contains("--help")) {
                lines.write(HELP);
                return DONE;
            }
            if (!asked.equals(List.of("classify"))) {
                err.println("okienko comments: '" + String.join(" ", asked)
                        + "' is not known: say \"okienko comments classify\", or --help");
                return UNUSABLE;
            }
            return classify(lines);
        } catch (IOException e) {
            // usually the reader of our output has gone, as with "| head": not worth a stack trace
            err.println("okienko comments: stopped: " + String.valueOf(e.getMessage()));
            return UNUSABLE;
        }
    }

    private int classify(Writer lines) throws IOException {
        int outcome = DONE;
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        StringBuilder line = new StringBuilder();
        for (int number = 1; read(text, line); number++) {
            if (line.toString().isBlank()) continue;
            String trouble = one(line.toString(), lines);
            if (trouble == null) continue;
            err.println("okienko comments: line " + number + ": " + trouble);
            outcome = UNUSABLE;
        }
        return outcome;
    }

    /** What is wrong with the line; null when it has been read. */
    private static @Nullable String one(String line, Writer lines) throws IOException {
        if (line.length() > MAX_LINE) return "longer than " + MAX_LINE + " characters: shorten the text";
        JsonNode comment;
        try {
            comment = MAPPER.readTree(line);
        } catch (JacksonException e) {
            return "no JSON (" + e.getOriginalMessage() + "): write {\"id\": \"1\", \"text\": \"…\"}";
        }
        JsonNode id = comment.path("id");
        JsonNode text = comment.path("text");
        if (!id.isString() && !id.isNumber()) return "field 'id' is " + told(id) + ": give a text or a number";
        if (!text.isString()) return "field 'text' is " + told(text) + ": give the comment as text";
        lines.write(told(id, CommentReader.shipped().read(text.stringValue())));
        lines.write('\n');
        return null;
    }

    private static String told(JsonNode value) {
        return value.isMissingNode() ? "missing" : "'" + value + "'";
    }

    private static String told(JsonNode id, Reading reading) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeName("id");
            if (id.isString()) json.writeString(id.stringValue());
            else json.writeNumber(id.decimalValue());
            json.writeBooleanProperty("relevant", reading.relevant());
            List<String> intents = reading.intents().stream().map(Intent::label).toList();
            json.writeStringProperty("intent", intents.isEmpty() ? "none" : intents.getFirst());
            array(json, "also", intents.isEmpty() ? intents : intents.subList(1, intents.size()));
            json.writeNumberProperty("score", Math.round(reading.score() * 10_000) / 10_000.0);
            array(json, "clauses", reading.clauses());
            json.writeArrayPropertyStart("facts");
            for (Fact fact : reading.facts()) {
                json.writeStartObject();
                json.writeStringProperty("kind", fact.kind().name());
                json.writeStringProperty("value", fact.value());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeStringProperty("because", reading.because());
            json.writeStringProperty("model", reading.model());
            json.writeEndObject();
        }
        return text.toString();
    }

    private static void array(JsonGenerator json, String name, List<String> values) {
        json.writeArrayPropertyStart(name);
        for (String value : values) json.writeString(value);
        json.writeEndArray();
    }

    /** The next line, of which no more is kept than shows that it is too long; false at the end. */
    private static boolean read(Reader text, StringBuilder line) throws IOException {
        line.setLength(0);
        int next = text.read();
        if (next < 0) return false;
        while (next >= 0 && next != '\n') {
            if (line.length() <= MAX_LINE) line.append((char) next);
            next = text.read();
        }
        return true;
    }
}
