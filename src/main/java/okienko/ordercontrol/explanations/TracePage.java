package okienko.ordercontrol.explanations;

import java.util.List;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.evaluations.Evaluation;
import okienko.ordercontrol.judge.Heard.Outcome;
import okienko.orders.OrderId;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * What every rule said of an order.
 *
 * @param evaluations the times control looked, last first
 * @param trace of the one shown; null: nothing is kept any more, or control has not looked yet
 */
record TracePage(
        OrderId order,
        String number,
        List<Evaluation> evaluations,
        @Nullable Trace trace) implements Page {

    /** Outcomes as they interest: first what found something. */
    static final List<Outcome> OUTCOMES =
            List.of(Outcome.FOUND, Outcome.NOTHING, Outcome.NOT_APPLICABLE, Outcome.NOT_IN_FORCE, Outcome.OFF);

    static String title(Trace.Line line) {
        return FindingWords.title(line.heard().rule().reason(), Words.locale());
    }

    /** What a check of the product looks at; a rule of the shop's own tells it by its condition. */
    static String about(Trace.Line line) {
        return line.heard().rule().reason() instanceof ReasonCode code ? FindingWords.about(code, Words.locale()) : "";
    }

    static String sentence(Finding finding) {
        return FindingWords.sentence(finding, Words.locale(), Words.zone());
    }

    boolean shows(Evaluation evaluation) {
        return trace != null && trace.evaluation().id() == evaluation.id();
    }
}
