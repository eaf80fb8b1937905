package okienko.customers.identity;

import java.util.List;
import java.util.Set;

/**
 * A company's name without what the law appends to it.
 *
 * @param core {@code meblostyl} of {@code MEBLOSTYL Sp. z o.o.}
 * @param form the legal form in one spelling, or the empty string
 */
public record FirmName(String core, String form) {

    /** Longest first: one form's words may begin another's. Source of the Polish forms: Kodeks spółek handlowych, art. 1. */
    private static final List<List<String>> FORMS = List.of(
            List.of(
                    "zoo",
                    " spolka z ograniczona odpowiedzialnoscia",
                    " spolka z o o",
                    " sp z o o",
                    " sp z oo",
                    " sp zoo",
                    " spzoo",
                    " spolka zoo"),
            List.of("spk", " spolka komandytowa", " sp k", " spk"),
            List.of("sa", " spolka akcyjna", " s a", " sa"),
            List.of("sj", " spolka jawna", " sp j", " spj"),
            List.of("sc", " spolka cywilna", " s c", " sc"),
            List.of("gmbh", " gmbh", " g m b h"),
            List.of("sro", " s r o", " sro", " spol s r o"),
            List.of("ood", " ood", " eood"),
            List.of("tov", " tov", " ooo", " llc", " ltd", " limited", " inc", " kft", " srl"));

    private static final Set<String> EMPTY = Set.of(
            "phu",
            "fhu",
            "pphu",
            "ppuh",
            "firma",
            "przedsiebiorstwo",
            "handlowo",
            "uslugowe",
            "uslugowo",
            "handlowe",
            "i",
            "the");

    /** The name taken apart. */
    public static FirmName of(String name) {
        if (name.isBlank()) return new FirmName("", "");
        String words = " " + String.join(" ", Words.of(name));
        for (List<String> form : FORMS) {
            for (String spelling : form.subList(1, form.size())) {
                if (words.endsWith(spelling)) {
                    return new FirmName(core(words.substring(0, words.length() - spelling.length())), form.getFirst());
                }
            }
        }
        return new FirmName(core(words), "");
    }

    private static String core(String words) {
        StringBuilder core = new StringBuilder();
        for (String word : words.strip().split(" ", -1)) {
            if (EMPTY.contains(word)) continue;
            if (!core.isEmpty()) core.append(' ');
            core.append(word);
        }
        return core.isEmpty() ? words.strip() : core.toString();
    }
}
