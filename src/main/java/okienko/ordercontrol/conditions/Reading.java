package okienko.ordercontrol.conditions;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;

/** From text to a condition, or to what is wrong with it: the words first, then the names, the kinds, the values. */
final class Reading {

    /** Most parts of a condition; twenty comparisons joined by && have some eighty. */
    private static final int MOST_PARTS = 600;

    /** Deepest nesting of parts. */
    private static final int DEEPEST = 40;

    /** A loop in a loop compares each line with each. */
    private static final int MOST_LOOPS = 2;

    private final Wording wording;

    private Reading(Wording wording) {
        this.wording = wording;
    }

    static Condition of(String text) {
        return new Reading(new Wording(text)).condition();
    }

    private Condition condition() {
        String text = wording.text();
        if (text.isBlank()) throw refused(Problem.at(wording.at(0), "empty"));
        if (text.codePointCount(0, text.length()) > Dialect.MOST_CHARACTERS) {
            throw refused(Problem.at(
                    Place.of(text, Dialect.MOST_CHARACTERS, text.length()),
                    "tooLong",
                    Map.of("limit", Dialect.MOST_CHARACTERS)));
        }
        CelAbstractSyntaxTree parsed = parsed();
        limits(parsed);
        List<Problem> names = new NameProblems(wording, parsed).all();
        if (!names.isEmpty()) throw new RefusedCondition(names);
        CelAbstractSyntaxTree checked = checked(parsed);
        List<Problem> values = new ValueProblems(wording, checked).all();
        if (!values.isEmpty()) throw new RefusedCondition(values);
        try {
            return new Condition(text, checked, Dialect.RUNTIME.createProgram(checked));
        } catch (CelEvaluationException e) {
            throw new IllegalStateException("a condition that was checked cannot be run: " + text, e);
        }
    }

    private CelAbstractSyntaxTree parsed() {
        CelValidationResult result = Dialect.COMPILER.parse(wording.text());
        if (result.hasError()) throw refused(SyntaxProblem.of(wording, result));
        return tree(result);
    }

    private void limits(CelAbstractSyntaxTree parsed) {
        Place everything = Place.of(wording.text(), 0, wording.text().length());
        int[] parts = {0};
        Tree.walk(parsed.getExpr(), _ -> parts[0]++);
        if (parts[0] > MOST_PARTS || Tree.depth(parsed.getExpr()) > DEEPEST) {
            throw refused(Problem.at(everything, "tooMuch"));
        }
        if (Tree.loops(parsed.getExpr()) > MOST_LOOPS) {
            throw refused(Problem.at(everything, "tooManyLoops", Map.of("limit", MOST_LOOPS)));
        }
    }

    private CelAbstractSyntaxTree checked(CelAbstractSyntaxTree parsed) {
        CelValidationResult result = Dialect.COMPILER.check(parsed);
        if (result.hasError()) throw new RefusedCondition(new KindProblems(wording, parsed).of(result.getErrors()));
        return tree(result);
    }

    private static CelAbstractSyntaxTree tree(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (CelValidationException e) {
            throw new IllegalStateException("CEL found no error and gives no tree", e);
        }
    }

    private static RefusedCondition refused(Problem problem) {
        return new RefusedCondition(List.of(problem));
    }
}
