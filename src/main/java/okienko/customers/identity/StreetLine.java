package okienko.customers.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A line of address taken apart: what kind of street it is and whom it honours is written or left out at will, so only
 * the name's last words count.
 *
 * @param street its name without type, title and given names
 * @param house the house number, {@code 12a}
 * @param flat the number behind {@code /}, {@code m.} or {@code lok.}
 */
public record StreetLine(String street, String house, String flat) {

    private static final Set<String> TYPES = Set.of(
            "ul",
            "ulica",
            "al",
            "aleja",
            "aleje",
            "os",
            "osiedle",
            "pl",
            "plac",
            "skwer",
            "rondo",
            "bulwar",
            "street",
            "st",
            "str",
            "strasse",
            "road",
            "rd",
            "avenue",
            "ave",
            "place",
            "drive",
            "ulice",
            "ulitsa",
            "bul",
            "vul",
            "vulytsia",
            "utca",
            "ut",
            "strada",
            "gen",
            "generala",
            "ks",
            "ksiedza",
            "dr",
            "doktora",
            "prof",
            "profesora",
            "sw",
            "swietego",
            "swietej",
            "plk",
            "pulkownika",
            "mjr",
            "majora",
            "kpt",
            "marszalka",
            "marsz",
            "bl",
            "im",
            "kard",
            "kardynala",
            "bp",
            "biskupa",
            "hetmana",
            "krolowej",
            "krola",
            "ksiecia",
            "por",
            "rtm");
    private static final Set<String> FLAT =
            Set.of("m", "mieszkanie", "lok", "lokal", "mieszk", "apt", "flat", "kv", "ap");
    private static final StreetLine NONE = new StreetLine("", "", "");

    /** The line's parts; a part that is not there is the empty string. */
    public static StreetLine of(String line) {
        if (line.isBlank()) return NONE;
        List<String> words = Words.of(line);
        List<String> name = new ArrayList<>(4);
        String house = "";
        String flat = "";
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean number = Character.isDigit(word.charAt(0));
            if (number && !name.isEmpty() && house.isEmpty()) house = word;
            else if (number && house.isEmpty() && i == words.size() - 1) house = word;
            else if (number
                    && name.isEmpty()
                    && i + 1 < words.size()
                    && !FLAT.contains(words.get(i + 1))
                    && !numeric(words.get(i + 1))) {
                name.add(word); // 3 Maja, or an English number in front of its street: told apart by what comes last
            } else if (number) {
                if (house.isEmpty()) house = word;
                else if (flat.isEmpty()) flat = word;
            } else if (!house.isEmpty()) flat = flatIn(word, flat);
            else if (!TYPES.contains(word)) name.add(word);
        }
        if (house.isEmpty()
                && name.size() > 1
                && Character.isDigit(name.getFirst().charAt(0))) house = name.removeFirst();
        return new StreetLine(head(name), house, flat);
    }

    /** {@code m5} and {@code lok5}, and the letter of {@code 12 A}, which is left out. */
    private static String flatIn(String word, String flat) {
        int digit = 0;
        while (digit < word.length() && !Character.isDigit(word.charAt(digit))) digit++;
        boolean marked = digit < word.length() && FLAT.contains(word.substring(0, digit));
        return flat.isEmpty() && marked ? word.substring(digit) : flat;
    }

    private static boolean numeric(String word) {
        return Character.isDigit(word.charAt(0));
    }

    /** Given names in front of a surname are dropped: {@code Adama Mickiewicza} is {@code mickiewicza}. */
    private static String head(List<String> name) {
        if (name.isEmpty()) return "";
        if (name.size() == 1) return name.getFirst();
        String first = name.getFirst();
        String last = name.getLast();
        // a date or an ordinal belongs to the name, as do short words: 3 Maja, Jana Pawla II
        if (numeric(first) || last.length() <= 3)
            return String.join(" ", name.subList(Math.max(0, name.size() - 2), name.size()));
        return last;
    }
}
