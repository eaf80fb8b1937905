package okienko.payments.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether the name a bank prints is one of an order's names, whatever order, household or company it stands in. */
final class Names {

    private static final Pattern WORD = Pattern.compile("[^A-Z]+");
    private static final int DISTINCTIVE = 5;

    /** Where the address begins. */
    private static final Set<String> STREET = Set.of("UL", "ULICA", "AL", "ALEJA", "OS", "OSIEDLE", "PL", "PLAC");

    private static final Set<String> LEGAL = Set.of(
            "SP", "Z", "O", "OO", "SPOLKA", "SA", "S", "A", "C", "K", "SK", "PHU", "P", "H", "U", "FIRMA", "FHU",
            "PPHU", "USLUGI", "HANDEL", "I", "W", "THE", "LTD", "GMBH");

    /** How far names agree. */
    enum Agreement {
        NONE,
        SURNAME,
        FULL
    }

    private Names() {}

    /** The words of an order's name, ready to be compared. */
    static List<String> words(String name) {
        List<String> words = new ArrayList<>();
        for (String word : WORD.split(Writing.plain(name), -1)) {
            if (!word.isEmpty() && !LEGAL.contains(word)) words.add(Writing.surname(word));
        }
        return words;
    }

    /** The words of the payer's line up to the address. */
    static Set<String> printed(String payer) {
        Set<String> words = new HashSet<>();
        String plain = Writing.plain(payer);
        for (String part : plain.split("\\s+", -1)) {
            String word = WORD.matcher(part).replaceAll(" ").strip();
            if (STREET.contains(word) || (!part.isEmpty() && Character.isDigit(part.charAt(0)))) break;
            for (String piece : word.split(" ", -1)) if (!piece.isEmpty()) words.add(Writing.surname(piece));
        }
        return words;
    }

    /** @param names the words of each of the order's names, as {@link #words} gives them */
    static Agreement agree(Set<String> printed, List<List<String>> names) {
        Agreement best = Agreement.NONE;
        for (List<String> name : names) {
            int found = 0;
            for (String word : name) if (printed.contains(word)) found++;
            boolean company = name.size() == 1 && name.getFirst().length() >= DISTINCTIVE;
            if (found >= 2 || (found == 1 && company)) return Agreement.FULL;
            if (found == 1 && !printed.contains(name.getFirst())) best = Agreement.SURNAME;
        }
        return best;
    }
}
