package okienko.ordercontrol.rulefiles;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.checks.FindingWords;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A rule set as a file: YAML, the same rules always written the same way, so that a change shows as what it is. The format
 * is described in {@code docs/rules.md}.
 */
public final class RuleFile {

    /** A file of {@link RuleSet#MOST_RULES} long rules is smaller. */
    public static final int MOST_CHARACTERS = 2_000_000;

    private static final String FORMAT = "okienko";
    private static final String VERSION = "rules/1";
    private static final String RULES = "rules";

    private static final String HEAD = """
            # Rules of an Okienko shop; the fields are explained in docs/rules.md.
            # Checks that are not named here have their defaults.
            """;

    private static final int DEEPEST = 16;
    private static final int LONGEST_WORD = 100;

    private RuleFile() {}

    /**
     * What a file says.
     *
     * @param rules as far as they could be read, as version 0
     * @param problems what could not; a file with any is not to be used
     */
    public record Read(RuleSet rules, List<FileProblem> problems) {
        public Read {
            problems = List.copyOf(problems);
        }

        public boolean usable() {
            return problems.isEmpty();
        }
    }

    /** The rule set as text. */
    public static String write(RuleSet rules) {
        StringBuilder text = begun();
        if (rules.rules().isEmpty()) text.append(" []");
        text.append('\n');
        for (Rule rule : rules.rules()) {
            text.append("\n  # ").append(about(rule).replace('\n', ' ')).append('\n');
            write(RuleTree.of(rule), text);
        }
        return text.toString();
    }

    private static StringBuilder begun() {
        return new StringBuilder(HEAD)
                .append(FORMAT)
                .append(": ")
                .append(VERSION)
                .append('\n')
                .append(RULES)
                .append(':');
    }

    private static void write(Map<String, Object> rule, StringBuilder text) {
        String before = "  - ";
        for (String line : YamlWriter.lines(rule)) {
            text.append(line.isEmpty() ? "" : before + line).append('\n');
            before = "    ";
        }
    }

    /** Reads one rule that somebody types elsewhere, by the names its fields have in a file. */
    public static Read typed(Map<String, Object> rule) {
        StringBuilder text = begun().append('\n');
        write(rule, text);
        return read(text.toString());
    }

    private static String about(Rule rule) {
        return switch (rule.reason()) {
            case ReasonCode code -> FindingWords.title(code, Locale.ENGLISH);
            case Reason.Custom _ -> rule.wording().title().in(Locale.ENGLISH);
        };
    }

    /**
     * A rule set this class wrote earlier.
     *
     * @throws IllegalStateException when it cannot be read: rather no verdict than one by half of the rules
     */
    public static RuleSet stored(String text) {
        Read read = read(text, false);
        if (!read.usable()) throw new IllegalStateException("stored rules cannot be read: " + read.problems());
        return read.rules();
    }

    /** Reads a rule set somebody brings; its conditions must be right, too. */
    public static Read read(String text) {
        return read(text, true);
    }

    private static Read read(String text, boolean checking) {
        List<FileProblem> problems = new ArrayList<>();
        List<Rule> rules = new ArrayList<>();
        try {
            LoaderOptions limits = new LoaderOptions();
            limits.setCodePointLimit(MOST_CHARACTERS);
            limits.setNestingDepthLimit(DEEPEST);
            Node root = new Yaml(limits).compose(new StringReader(text));
            if (root == null) problems.add(new FileProblem(1, "", "", "", "nothing", Map.of()));
            else rules = rules(new YamlItem(root, "", "", problems), checking);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(syntax(line, String.valueOf(e.getProblem())));
        } catch (YAMLException e) {
            problems.add(syntax(1, String.valueOf(e.getMessage())));
        }
        return new Read(new RuleSet(0, rules), problems);
    }

    private static FileProblem syntax(int line, String message) {
        return new FileProblem(line, "", "", "", "syntax", Map.of("message", message));
    }

    private static List<Rule> rules(YamlItem root, boolean checking) {
        Map<String, YamlItem> fields = root.fields(Set.of(FORMAT, RULES));
        YamlItem format = fields.get(FORMAT);
        boolean known = format != null
                && format.text(LONGEST_WORD).filter(VERSION::equals).isPresent();
        if (!known) (format == null ? root : format).wrong("format", "format", FORMAT + ": " + VERSION);
        YamlItem list = fields.get(RULES);
        if (list == null) {
            root.wrong("missing", "missing", RULES);
            return List.of();
        }
        return rules(list, list.items(), checking);
    }

    private static List<Rule> rules(YamlItem list, List<YamlItem> items, boolean checking) {
        if (items.size() > RuleSet.MOST_RULES) {
            list.wrong("tooMany", "most", RuleSet.MOST_RULES);
            return List.of();
        }
        List<Rule> rules = new ArrayList<>();
        Set<Reason> seen = new HashSet<>();
        for (YamlItem item : items) {
            RuleReader.read(item.of(""), checking).ifPresent(rule -> {
                if (seen.add(rule.reason())) rules.add(rule);
                else item.of(rule.reason().name()).wrong("twice");
            });
        }
        return rules;
    }
}
