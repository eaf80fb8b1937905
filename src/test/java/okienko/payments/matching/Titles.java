package okienko.payments.matching;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** What people write into a transfer's title, and what banks make of it. */
final class Titles {

    private static final List<String> SENTENCES = List.of(
            "zamówienie nr %s",
            "Zamówienie %s",
            "zam. %s",
            "zam %s %n",
            "ZAM.NR %s",
            "opłata za zamówienie #%s",
            "zapłata za zam. nr %s, dziękuję",
            "Nr zamówienia: %s",
            "numer zamówienia %s %n",
            "order %s",
            "order no. %s %n",
            "%n zamówienie %s",
            "%n %s",
            "%s %n",
            "platnosc za zamowienie nr. %s w sklepie internetowym",
            "Zakupy internetowe, zamówienie numer %s",
            "zamowienie-%s",
            "zapł. za zam nr:%s",
            "zakup %s",
            "%s prezent dla mamy",
            "sklep - zamówienie o numerze %s z dnia %d");

    private static final List<String> NAMELESS = List.of(
            "zapłata",
            "zapłata za zakupy",
            "przelew",
            "PRZELEW ŚRODKÓW",
            "za zakupy w sklepie",
            "%n",
            "zakupy %n",
            "opłata",
            "za towar",
            "zamówienie z dnia %d",
            "buty",
            "dziękuję",
            "Zapłata za zamówienie",
            "internet",
            "tel. %t",
            "");

    private static final List<String> CROWDED = List.of(
            "zam. %s tel. %t",
            "%s, tel %t",
            "zamówienie %s z dnia %d",
            "%d zam nr %s",
            "zam %s, faktura na NIP %i",
            "NIP %i zamówienie %s",
            "%n %c zamówienie %s",
            "zam.%s %n %c tel.%t",
            "zamówienie %s kwota %a",
            "FV proszę na NIP: %i, nr zam. %s, tel. %t");

    private static final List<String> NOISE = List.of(
            "FV %x/2026",
            "faktura nr FS/%x/10/2026",
            "zwrot za fakturę korygującą %x",
            "rozliczenie pobrań %x z dnia %d",
            "ODSETKI",
            "przelew własny",
            "polisa nr %x00%x",
            "umowa najmu 10/2026 czynsz",
            "zwrot nadpłaty PIT",
            "zaliczka wg proformy PF %x",
            "nr klienta %x rozliczenie roczne",
            "wypłata środków %x",
            "premia partnerska październik 2026");

    private final Random random;

    Titles(Random random) {
        this.random = random;
    }

    String worded(String number, String name) {
        return fill(pick(SENTENCES), number, name);
    }

    String crowded(String number, String name, String amount) {
        return fill(pick(CROWDED), number, name).replace("%a", amount);
    }

    String nameless(String name) {
        return fill(pick(NAMELESS), "", name);
    }

    String noise(String digits) {
        return fill(pick(NOISE), "", "").replace("%x", digits);
    }

    String glued(String number, String name) {
        return switch (random.nextInt(4)) {
            case 0 -> "zam" + number;
            case 1 -> "zamówienie" + number;
            case 2 -> "nr" + number + " " + name;
            default -> "ZAMNR" + number;
        };
    }

    String torn(String number) {
        int at = 2 + random.nextInt(Math.max(1, number.length() - 3));
        String torn = number.substring(0, at) + " " + number.substring(at);
        return switch (random.nextInt(3)) {
            case 0 -> torn;
            case 1 -> "zamówienie nr " + torn;
            default -> "zapłata za zam. " + torn;
        };
    }

    /** What a slip of the finger makes of a number. */
    String mistyped(String number) {
        char[] all = number.toCharArray();
        int at = random.nextInt(all.length);
        while (!Character.isLetterOrDigit(all[at])) at = random.nextInt(all.length);
        String before = number.substring(0, at);
        String after = number.substring(at + 1);
        return switch (random.nextInt(10)) {
            case 0, 1 -> before + after;
            case 2 -> before + all[at] + all[at] + after;
            case 3, 4, 5 -> exchanged(number, at);
            default -> before + another(all[at]) + after;
        };
    }

    /** As it stands on the statement: banks shout, lose the Polish letters, break lines. */
    String asPrinted(String title) {
        String printed = title;
        if (random.nextInt(100) < 45) printed = plain(printed);
        if (random.nextInt(100) < 40) printed = printed.toUpperCase(Locale.ROOT);
        if (random.nextInt(100) < 15) printed = "PRZELEW ZEWNĘTRZNY PRZYCHODZĄCY; " + printed;
        return random.nextInt(100) < 20 && printed.length() > 35
                ? printed.substring(0, 35) + " " + printed.substring(35)
                : printed;
    }

    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('ł', 'l')
                .replace('Ł', 'L');
    }

    String phone() {
        return String.format(Locale.ROOT, "%d%08d", 5 + random.nextInt(3), random.nextInt(100_000_000));
    }

    private String fill(String pattern, String number, String name) {
        String phone = phone();
        return pattern.replace("%s", number)
                .replace("%n", name)
                .replace("%d", String.format(Locale.ROOT, "%02d.10.2026", 1 + random.nextInt(28)))
                .replace("%t", random.nextBoolean() ? phone : phone.replaceAll("(...)(...)(...)", "$1 $2 $3"))
                .replace(
                        "%i",
                        String.format(
                                Locale.ROOT,
                                "%03d-%03d-%02d-%02d",
                                digits(1000),
                                digits(1000),
                                digits(100),
                                digits(100)))
                .replace("%c", String.format(Locale.ROOT, "%02d-%03d", digits(100), digits(1000)));
    }

    private int digits(int below) {
        return random.nextInt(below);
    }

    private static String exchanged(String number, int at) {
        if (at + 1 >= number.length()) at--;
        return number.substring(0, at) + number.charAt(at + 1) + number.charAt(at) + number.substring(at + 2);
    }

    private char another(char one) {
        char other = one;
        while (other == one) {
            other = Character.isDigit(one) ? (char) ('0' + random.nextInt(10)) : (char) ('A' + random.nextInt(26));
        }
        return other;
    }

    private String pick(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
