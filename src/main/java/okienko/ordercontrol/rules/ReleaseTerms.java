package okienko.ordercontrol.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import okienko.access.Role;
import okienko.ordercontrol.Rule.Releases;
import okienko.ordercontrol.Rule.Scope;
import okienko.ui.Words;

/** Tells in sentences who may settle what a rule holds, and how far that goes. */
final class ReleaseTerms {

    private ReleaseTerms() {}

    static List<String> of(Releases releases) {
        List<String> sentences = new ArrayList<>();
        Role lowest = releases.by().stream().min(Comparator.naturalOrder()).orElse(Role.CONSULTANT);
        sentences.add(Words.t("rules.release.by." + lowest));
        if (releases.reasonNeeded()) sentences.add(Words.t("rules.release.reason"));
        if (releases.fourEyesAbove() != null) {
            sentences.add(Words.t("rules.release.fourEyes", releases.fourEyesAbove()));
        }
        sentences.addAll(scope(releases.scope()));
        if (releases.lapsesAfter() != null) sentences.add(Words.t("rules.release.lapses", releases.lapsesAfter()));
        return sentences;
    }

    private static List<String> scope(Scope scope) {
        List<String> sentences = new ArrayList<>();
        sentences.add(
                scope.facts().isEmpty()
                        ? Words.t("rules.release.facts.all")
                        : Words.t("rules.release.facts.some", names(scope)));
        if (scope.upTo() != null) sentences.add(Words.t("rules.release.upTo", scope.upTo()));
        if (scope.percent() != null) sentences.add(Words.t("rules.release.percent", scope.percent()));
        if (scope.lasts() != null) sentences.add(Words.t("rules.release.lasts", scope.lasts()));
        return sentences;
    }

    private static String names(Scope scope) {
        return scope.facts().stream()
                .map(fact -> {
                    String label = "condition.attribute." + fact;
                    return Words.here().knows(label) ? Words.t(label) : fact;
                })
                .collect(Collectors.joining(", "));
    }
}
