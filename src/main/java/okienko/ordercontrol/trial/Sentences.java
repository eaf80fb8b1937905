package okienko.ordercontrol.trial;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.checks.FindingWords;

/** What the command says of orders that no check saw. */
final class Sentences {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Sentences() {}

    static String say(Locale language, String key) {
        return ResourceBundle.getBundle(
                        "okienko.ordercontrol.trial.words", language, Sentences.class.getClassLoader(), NO_FALLBACK)
                .getString(key);
    }

    static String unreadable(Locale language, String problem) {
        Finding finding = new Finding(
                ReasonCode.UNREADABLE,
                "unreadable",
                List.of(),
                Collections.singletonMap("problem", problem),
                List.of(),
                null);
        return FindingWords.sentence(finding, language);
    }
}
