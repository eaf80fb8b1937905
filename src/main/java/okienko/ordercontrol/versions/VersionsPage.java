package okienko.ordercontrol.versions;

import java.util.List;
import okienko.ordercontrol.rules.RuleVersion;
import okienko.ui.Page;
import okienko.ui.Words;
import org.jspecify.annotations.Nullable;

/**
 * The versions of the rules, newest first.
 *
 * @param earlier the page of older ones; null when there are none
 */
record VersionsPage(
        List<RuleVersion> versions, int current, @Nullable String earlier) implements Page {

    /** Where a version comes from; empty when it was made by hand. */
    static String origin(RuleVersion version) {
        return switch (version.origin()) {
            case RuleVersion.Origin.Changed _ -> "";
            case RuleVersion.Origin.BroughtBack(int earlier) -> Words.t("rules.origin.broughtBack", earlier);
            case RuleVersion.Origin.Imported(String file) -> Words.t("rules.origin.imported", file);
            case RuleVersion.Origin.Chosen(String starter) -> Words.t("rules.origin.chosen", starter);
        };
    }
}
