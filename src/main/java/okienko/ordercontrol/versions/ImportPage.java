package okienko.ordercontrol.versions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.rulefiles.FileProblem;
import okienko.ordercontrol.rulefiles.Starter;
import okienko.ordercontrol.rules.RuleDifference;
import okienko.ui.Page;
import okienko.ui.Words;
import org.springframework.http.HttpStatus;

/**
 * Rules to take over from a file or from a rule set the product comes with.
 *
 * @param text the file; empty: none is chosen yet
 * @param name of the file or the rule set
 * @param version of the rules it is compared with
 * @param rules those of the file
 * @param problems what cannot be used; it can be mended in place
 * @param differences what it would change
 * @param concerned waiting and held orders that may be judged otherwise
 */
record ImportPage(
        String text,
        String name,
        int version,
        List<Rule> rules,
        List<FileProblem> problems,
        List<RuleDifference> differences,
        int concerned)
        implements Page {

    @Override
    public HttpStatus status() {
        return problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    boolean shown() {
        return !text.isEmpty();
    }

    boolean usable() {
        return shown() && problems.isEmpty() && !differences.isEmpty();
    }

    List<String> wrong() {
        Words words = Words.here();
        return problems.stream().map(problem -> problem.sentence(words)).toList();
    }

    List<String> sentences() {
        return VersionPage.sentences(differences);
    }

    /** What each rule is for, by its name, as far as somebody wrote it. */
    Map<String, String> reasons() {
        Map<String, String> reasons = new LinkedHashMap<>();
        for (Rule rule : rules) {
            String title = rule.reason() instanceof Reason.Custom
                    ? rule.wording().title().in(Words.locale())
                    : FindingWords.title(rule.reason(), Words.locale());
            if (!rule.wording().why().isEmpty()) {
                reasons.put(title, rule.wording().why().in(Words.locale()));
            }
        }
        return reasons;
    }

    static List<Starter> starters() {
        return Starter.ALL;
    }
}
