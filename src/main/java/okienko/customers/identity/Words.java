package okienko.customers.identity;

import java.util.ArrayList;
import java.util.List;

/** The words of a text: folded, cut wherever there is neither letter nor digit, and between a letter and a digit. */
public final class Words {

    private static final int LONGEST = 200;

    /** The words, letters and digits kept together: {@code 12a}. */
    public static List<String> of(String text) {
        String folded = Spelling.fold(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        List<String> words = new ArrayList<>(4);
        int start = -1;
        for (int i = 0; i <= folded.length(); i++) {
            boolean inside = i < folded.length() && Character.isLetterOrDigit(folded.charAt(i));
            if (inside && start < 0) start = i;
            if (!inside && start >= 0) {
                words.add(folded.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private Words() {}
}
