package okienko.customers.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A person's or company's name in a form fit for comparison. */
public record PersonName(List<String> tokens) {

    /** How alike two names are. */
    public enum Likeness {
        SAME,
        /** Same given name with another surname: marriage, a nickname, or somebody else. */
        PARTLY,
        DIFFERENT,
        /** One of the two is not given. */
        UNKNOWN
    }

    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int FUZZY_FROM = 5;
    private static final int LONGEST = 200;
    private static final Set<String> TITLES =
            Set.of("mgr", "dr", "inz", "prof", "pan", "pani", "mr", "mrs", "ms", "herr", "frau");

    /** The name in a form fit for comparison, titles left out. */
    public static PersonName of(String name) {
        List<String> tokens = new ArrayList<>();
        for (String word : SEPARATORS.split(Spelling.fold(name.substring(0, Math.min(LONGEST, name.length()))), -1)) {
            if (!word.isEmpty() && !TITLES.contains(word)) tokens.add(Spelling.skeleton(word));
        }
        return new PersonName(List.copyOf(tokens));
    }

    /** How alike two names are, in whatever order their parts stand. */
    public Likeness compare(PersonName other) {
        if (tokens.isEmpty() || other.tokens.isEmpty()) return Likeness.UNKNOWN;
        PersonName few = tokens.size() <= other.tokens.size() ? this : other;
        List<String> left = new ArrayList<>(few.equals(this) ? other.tokens : tokens);
        int met = 0;
        for (String token : few.tokens) {
            if (removeAlike(left, token)) met++;
        }
        // a single word in common with a full name says no more than a given name does
        if (met == few.tokens.size() && (met > 1 || left.isEmpty())) return Likeness.SAME;
        return alike(tokens.getFirst(), other.tokens.getFirst()) ? Likeness.PARTLY : Likeness.DIFFERENT;
    }

    private static boolean removeAlike(List<String> tokens, String token) {
        for (int i = 0; i < tokens.size(); i++) {
            if (alike(token, tokens.get(i))) {
                tokens.remove(i);
                return true;
            }
        }
        return false;
    }

    private static boolean alike(String one, String two) {
        if (one.equals(two)) return true;
        if (one.length() == 1 || two.length() == 1) return one.charAt(0) == two.charAt(0);
        return one.length() >= FUZZY_FROM && two.length() >= FUZZY_FROM && oneEditApart(one, two);
    }

    /** At most one letter inserted, dropped or changed, or two neighbours swapped. */
    private static boolean oneEditApart(String one, String two) {
        int start = 0;
        while (start < one.length() && start < two.length() && one.charAt(start) == two.charAt(start)) start++;
        String restOne = one.substring(start);
        String restTwo = two.substring(start);
        return switch (one.length() - two.length()) {
            case 0 -> restOne.substring(1).equals(restTwo.substring(1)) || swapped(restOne, restTwo);
            case 1 -> restOne.substring(1).equals(restTwo);
            case -1 -> restTwo.substring(1).equals(restOne);
            default -> false;
        };
    }

    private static boolean swapped(String one, String two) {
        return one.length() >= 2
                && one.charAt(0) == two.charAt(1)
                && one.charAt(1) == two.charAt(0)
                && one.substring(2).equals(two.substring(2));
    }
}
