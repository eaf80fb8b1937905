package okienko.customers.dedupe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okienko.customers.population.WriteCustomers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DedupeCommandTest {

    private static final String THREE = """
            Nr;Imię;Nazwisko;Telefon;Kod pocztowy;Miasto
            A1;Katarzyna;Brzęczyk;600700801;30-001;Kraków
            A2;Piotr;Wilk;509111222;90-001;Łódź
            A3;Kasia;BRZECZYK;+48 600 700 801;30001;krakow
            """;

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void polishHeadingsAreKnownAndAClusterIsNamedByItsFirstRecord() throws IOException {
        Path clusters = folder.resolve("clusters.csv");
        Path pairs = folder.resolve("pairs.csv");
        int exit = run(false, file(THREE), "--out", clusters.toString(), "--pairs=" + pairs);
        assertThat(exit).as(text(err)).isEqualTo(DedupeCommand.DONE);
        assertThat(Files.readAllLines(clusters)).containsExactly("record_id,cluster_id", "A1,A1", "A2,A2", "A3,A1");
        assertThat(Files.readAllLines(pairs))
                .hasSize(2)
                .last()
                .asString()
                .startsWith("A1,A3,")
                .contains("phone same", "givenName form");
        assertThat(text(err)).contains("3 records, 2 customers").doesNotContain("\r");
    }

    @Test
    void strangeHeadingsAreTakenAsMapped() throws IOException {
        String file = file("k,a,b,c\n1,Anna,Lis,600700801\n2,ANNA,LIS,600-700-801\n");
        assertThat(run(false, file, "--map", "K=record_id,a=first_name,b=last_name,c=phone"))
                .isEqualTo(DedupeCommand.DONE);
        assertThat(text(out)).isEqualToNormalizingNewlines("record_id,cluster_id\n1,1\n2,1\n");
    }

    @Test
    void aTerminalSeesHowFarItIs() throws IOException {
        run(true, file(THREE));
        assertThat(text(err)).contains("sorting keys", "learning weights", "grouping");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "dedupe                           | no file is named: give",
                "dedupe nowhere.csv               | file 'nowhere.csv' does not exist: check",
                "dedupe FILE other.csv            | 'other.csv' is a second file: put",
                "dedupe FILE --of x               | option --of is not known: see",
                "dedupe FILE --out                | option --out has no value: write",
                "dedupe FILE --map imię           | --map has 'imię', which is not COLUMN=FIELD: fields are record_id",
                "dedupe FILE --map x=first_name   | --map names the column 'x', which the file does not have: its columns are Nr, Imię",
                "merge FILE                       | the command is 'merge': write okienko customers dedupe"
            })
    void whatCannotBeUsedIsNamedWithTheRemedy(String words, String message) throws IOException {
        String file = file(THREE);
        assertThat(command(false).run(words.strip().replace("FILE", file).split(" ", -1)))
                .isEqualTo(DedupeCommand.UNUSABLE);
        assertThat(text(err)).contains(message);
        assertThat(text(out)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "id,first_name;1,Anna;1,Ewa   | line 3: record_id is '1', as in a line before: give",
                "id,first_name;1,Anna;,Ewa    | line 3: record_id is empty: give",
                "id,first_name;1,Anna,Lis     | line 2 has 3 cells, but there are 2 headings: put quotes",
                "colour,size;red,4            | no column is known by its heading (colour, size): name them with --map",
                "\"\"                         | is empty: give one with a line of headings"
            })
    void aFileThatCannotBeReadIsRefusedWithTheLine(String lines, String message) throws IOException {
        assertThat(run(false, file(lines.replace(';', '\n')))).isEqualTo(DedupeCommand.UNUSABLE);
        assertThat(text(err)).contains(message);
    }

    @Test
    void anOldCodePageIsNamed() throws IOException {
        Path file = folder.resolve("old.csv");
        Files.write(file, "imię,miasto\nJan,Łódź\n".getBytes(Charset.forName("windows-1250")));
        assertThat(run(false, file.toString())).isEqualTo(DedupeCommand.UNUSABLE);
        assertThat(text(err)).contains("is not in UTF-8: save it as");
    }

    @Test
    void aShopsCustomersAreFoundAndThoseEasilyMistakenStayApart() throws IOException {
        Path file = folder.resolve("made.csv");
        Path truth = folder.resolve("truth.csv");
        Path clusters = folder.resolve("clusters.csv");
        WriteCustomers.write(4_000, 99, true, file, truth);
        assertThat(run(false, file.toString(), "--out", clusters.toString())).isEqualTo(DedupeCommand.DONE);
        Map<String, String> who = column(truth, 1);
        Map<String, String> found = column(clusters, 1);
        double right = 0;
        double ours = 0;
        double theirs = 0;
        for (var one : who.entrySet()) {
            for (var two : who.entrySet()) {
                boolean same = one.getValue().equals(two.getValue());
                boolean joined = Objects.equals(found.get(one.getKey()), found.get(two.getKey()));
                if (one.getKey().equals(two.getKey())) continue;
                if (same) theirs++;
                if (joined) ours++;
                if (same && joined) right++;
            }
        }
        assertThat(right / ours).as("precision").isGreaterThan(.93);
        assertThat(right / theirs).as("recall").isGreaterThan(.93);
        Map<String, Double> apart = Traps.apart(column(truth, 2), column(truth, 3), who, found);
        assertThat(apart.get("household")).as("household").isGreaterThan(.97);
        assertThat(apart.get("sharedMailbox")).as("shared mailbox").isGreaterThan(.99);
        assertThat(apart.get("dropShip")).as("drop shipping").isGreaterThan(.99);
        assertThat(apart.get("companyGroup")).as("company group").isGreaterThan(.97);
    }

    private static Map<String, String> column(Path file, int column) throws IOException {
        Map<String, String> by = new HashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            by.put(cells[0], cells[column]);
        }
        return by;
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("customers.csv"), text).toString();
    }

    private int run(boolean terminal, String file, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = "dedupe";
        words[1] = file;
        System.arraycopy(options, 0, words, 2, options.length);
        return command(terminal).run(words);
    }

    private DedupeCommand command(boolean terminal) {
        return new DedupeCommand(out, new PrintStream(err, true, UTF_8), terminal);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8);
    }
}
