package okienko.ordercontrol.versions;

import java.util.List;
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
 * @param problems what cannot be used; it can be mended in place
 * @param differences what it would change
 * @param concerned waiting and held orders that may be judged otherwise
 */
record ImportPage(
        String text,
        String name,
        int version,
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

    static List<Starter> starters() {
        return Starter.ALL;
    }
}
