package okienko.ordercontrol.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.rulefiles.FileProblem;
import okienko.ordercontrol.rulefiles.RuleFile;
import okienko.ui.Words;

/** The rules the command judges by: the product's own, or those of a file. */
final class Rules {

    private static final long MAX_BYTES = 8L * 1024 * 1024;

    /** More complaints about a file than a person would read. */
    private static final int PROBLEMS_TOLD = 5;

    private Rules() {}

    static RuleSet read(Arguments arguments) throws Unusable {
        String file = arguments.rules();
        if (file == null) return RuleSet.DEFAULTS;
        RuleFile.Read read = RuleFile.read(text(file));
        if (!read.usable()) throw new Unusable(told(file, read.problems(), Words.in(arguments.language())));
        FindingWords.learn(read.rules().titles());
        return read.rules();
    }

    private static String text(String file) throws Unusable {
        Path path = Path.of(file);
        try {
            if (Files.size(path) > MAX_BYTES) {
                throw new Unusable("--rules is '" + file + "', which is larger than 8 MB: that is no file of rules");
            }
            return Files.readString(path);
        } catch (IOException e) {
            throw new Unusable("--rules is '" + file + "', which cannot be read ("
                    + e.getClass().getSimpleName() + "): name a readable YAML file");
        }
    }

    private static String told(String file, List<FileProblem> problems, Words words) {
        StringBuilder told = new StringBuilder("--rules is '" + file + "', which cannot be used:");
        problems.stream()
                .limit(PROBLEMS_TOLD)
                .forEach(problem -> told.append("\n  ").append(problem.sentence(words)));
        return told.toString();
    }
}
