package okienko.payments.matching;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A transfer's title taken apart: everything in it that might be an order's number, and how sure it is that it is one
 * piece and means an order.
 *
 * @param whole what stands by itself
 * @param joined what was put together from neighbours
 * @param others those that stand behind a word for something else
 */
record Title(String plain, Set<String> whole, Set<String> joined, Set<String> others, List<Run> runs) {

    private static final int LONGEST = 500;
    private static final int SHORTEST_NUMBER = 4;
    private static final int PIECES_MAX = 5;
    private static final int WORDS_MAX = 3;

    private static final Pattern RUNS = Pattern.compile("[A-Z]+|[0-9]+");
    private static final Pattern BLANKS = Pattern.compile("[\\s,;:()]+");
    private static final Pattern WORDS = Pattern.compile("\\S+");

    /** Words that stick to a number or announce one. */
    private static final Pattern ORDER_WORD =
            Pattern.compile("^(?:ZAMOWIENIE|ZAMOWIENIA|ZAMOW|ZAM|ORDER|NUMER|NR|NO)(?=.{4})");

    private static final Set<String> BETWEEN = Set.of("NR", "NUMER", "O", "NO", "NA", "S");
    private static final Set<String> OTHER_WORDS = Set.of(
            "FV",
            "FS",
            "FA",
            "FAKTURA",
            "FAKTURE",
            "FAKTURY",
            "PF",
            "PROFORMA",
            "PROFORMY",
            "NIP",
            "PESEL",
            "REGON",
            "TEL",
            "TELEFON",
            "KOM",
            "POLISA",
            "POLISY",
            "UMOWA",
            "UMOWY",
            "KLIENTA",
            "KORYGUJACA",
            "KORYGUJACE",
            "POBRAN",
            "PIT",
            "RACHUNEK",
            "KONTO",
            "WYPLATA",
            "SRODKOW");

    /** Letters or figures without anything between, and where. */
    record Run(String text, int from, int to, boolean figures) {}

    static Title of(String written) {
        String text = written.length() > LONGEST ? written.substring(0, LONGEST) : written;
        String plain = Writing.plain(text);
        List<Run> runs = new ArrayList<>();
        Matcher found = RUNS.matcher(plain);
        while (found.find()) {
            boolean figures = Character.isDigit(found.group().charAt(0));
            runs.add(new Run(found.group(), found.start(), found.end(), figures));
        }
        Title title = new Title(plain, new HashSet<>(), new HashSet<>(), new HashSet<>(), runs);
        title.readWords();
        title.readRuns();
        title.joined.removeAll(title.whole);
        return title;
    }

    /** Everything that may be a number, for the search of slips. */
    List<String> all() {
        List<String> all = new ArrayList<>(whole);
        all.addAll(joined);
        return all;
    }

    /** What a login or an address of mail may be: each word, and two that the end of a line may have torn apart. */
    Set<String> words() {
        Set<String> words = new HashSet<>();
        String before = "";
        for (String word : BLANKS.split(plain, -1)) {
            words.add(word);
            words.add(before + word);
            before = word;
        }
        return words;
    }

    /** Figures that belong together, with blanks and dashes between them: how telephones are written. */
    Set<String> figureGroups() {
        Set<String> groups = new HashSet<>();
        StringBuilder group = new StringBuilder();
        int end = -2;
        for (Run run : runs) {
            boolean follows = run.figures && run.from - end <= 1;
            if (!follows) {
                groups.add(group.toString());
                group.setLength(0);
            }
            if (run.figures) {
                group.append(run.text);
                end = run.to;
            }
        }
        groups.add(group.toString());
        return groups;
    }

    /** What blanks separate: the whole number of a shop that puts letters, strokes and dashes into it. */
    private void readWords() {
        List<String> words = new ArrayList<>();
        Matcher found = WORDS.matcher(plain);
        while (found.find()) words.add(Writing.bare(found.group()));
        for (int i = 0; i < words.size(); i++) {
            add(whole, words.get(i));
            StringBuilder pieces = new StringBuilder(words.get(i));
            for (int j = i + 1; j < Math.min(words.size(), i + WORDS_MAX); j++) {
                pieces.append(words.get(j));
                boolean more = figures(words, i - 1, i) || figures(words, j, j + 1);
                if (!more) add(joined, pieces.toString());
            }
        }
    }

    /** Whether figures go on from one word to the next. */
    private static boolean figures(List<String> words, int one, int next) {
        return one >= 0 && next < words.size() && Writing.figures(words.get(one)) && Writing.figures(words.get(next));
    }

    private void readRuns() {
        for (int i = 0; i < runs.size(); i++) {
            Run run = runs.get(i);
            add(whole, run.text);
            if (run.figures && meansOther(i)) others.add(run.text);
            StringBuilder pieces = new StringBuilder(run.text);
            for (int j = i + 1; j < Math.min(runs.size(), i + PIECES_MAX); j++) {
                if (runs.get(j).from - runs.get(j - 1).to > 1) break;
                pieces.append(runs.get(j).text);
                if (!partOfMore(i, j)) add(joined, pieces.toString());
            }
        }
    }

    /** Figures beside further figures are a piece of a telephone or an account, not a number of their own. */
    private boolean partOfMore(int first, int last) {
        boolean before = first > 0
                && runs.get(first).figures
                && runs.get(first - 1).figures
                && runs.get(first).from - runs.get(first - 1).to <= 1;
        boolean after = last + 1 < runs.size()
                && runs.get(last).figures
                && runs.get(last + 1).figures
                && runs.get(last + 1).from - runs.get(last).to <= 1;
        return before || after;
    }

    private boolean meansOther(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            String word = runs.get(i).text;
            if (OTHER_WORDS.contains(word)) return true;
            if (!BETWEEN.contains(word) && !runs.get(i).figures) return false;
        }
        return false;
    }

    private static void add(Set<String> to, String text) {
        String rest = text;
        String before = "";
        while (!rest.equals(before) && rest.length() >= SHORTEST_NUMBER) {
            to.add(rest);
            before = rest;
            rest = ORDER_WORD.matcher(rest).replaceFirst("");
        }
    }

    /** Numbers written by their last figures behind a full one: 104523/24 means also 104524. */
    Map<String, List<String>> shortened() {
        Map<String, List<String>> shortened = new LinkedHashMap<>();
        for (int i = 0; i < runs.size(); i++) {
            Run full = runs.get(i);
            if (!full.figures || full.text.length() <= SHORTEST_NUMBER) continue;
            List<String> meant = new ArrayList<>();
            for (int j = i + 1; j < runs.size(); j++) {
                Run end = runs.get(j);
                if (!end.figures || end.text.length() >= full.text.length() || end.from - runs.get(j - 1).to > 2) break;
                meant.add(full.text.substring(0, full.text.length() - end.text.length()) + end.text);
            }
            if (!meant.isEmpty()) shortened.put(full.text, meant);
        }
        return shortened;
    }
}
