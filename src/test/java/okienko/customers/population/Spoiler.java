package okienko.customers.population;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Random;

/** Does to text what buyers, keyboards and shop systems do to it. */
final class Spoiler {

    private static final String[] ROWS = {"qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890"};
    private final Random random;
    /** How often something happens, 1 in an ordinary shop. */
    private final double rate;

    Spoiler(Random random, double rate) {
        this.random = random;
        this.rate = rate;
    }

    boolean now(double probability) {
        return random.nextDouble() < Math.min(0.9, probability * rate);
    }

    static String plain(String text) {
        String folded = text.toLowerCase(Locale.ROOT).replace('ł', 'l');
        return Normalizer.normalize(folded, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace(" ", "");
    }

    static String bare(String text) {
        String folded = text.replace('ł', 'l').replace('Ł', 'L');
        return Normalizer.normalize(folded, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    /** Diacritics lost, letters slipped, capitals anywhere. */
    String typed(String text) {
        String out = text;
        if (now(.15)) out = bare(out);
        if (now(.008))
            out = new String(
                    out.getBytes(java.nio.charset.StandardCharsets.UTF_8),
                    java.nio.charset.Charset.forName("windows-1250"));
        if (now(.03)) out = slip(out);
        if (now(.04)) out = out.toUpperCase(Locale.ROOT);
        else if (now(.06)) out = out.toLowerCase(Locale.ROOT);
        return out;
    }

    String slip(String text) {
        if (text.length() < 3) return text;
        int at = 1 + random.nextInt(text.length() - 2);
        String head = text.substring(0, at);
        String rest = text.substring(at + 1);
        char letter = text.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> head + rest;
            case 1 -> head + letter + letter + rest;
            case 2 -> head + neighbour(letter) + rest;
            default -> head + rest.charAt(0) + letter + rest.substring(1);
        };
    }

    private char neighbour(char letter) {
        for (String row : ROWS) {
            int at = row.indexOf(Character.toLowerCase(letter));
            if (at >= 0) return row.charAt(at == 0 ? 1 : at - 1);
        }
        return 'e';
    }

    String phone(String number) {
        String typed = now(.015) ? slip(number) : number;
        return switch (random.nextInt(6)) {
            case 0 -> "+48" + typed;
            case 1 -> "+48 " + typed.replaceAll("(...)(?=.)", "$1 ");
            case 2 -> typed.replaceAll("(...)(?=.)", "$1-");
            case 3 -> "0048" + typed;
            default -> typed;
        };
    }

    String nip(String nip) {
        return switch (random.nextInt(3)) {
            case 0 ->
                nip.substring(0, 3) + "-" + nip.substring(3, 6) + "-" + nip.substring(6, 8) + "-" + nip.substring(8);
            case 1 -> "PL" + nip;
            default -> nip;
        };
    }

    String company(String name) {
        String out = name;
        if (now(.4))
            out = out.replace(
                    "Sp. z o.o.", random.nextBoolean() ? "spółka z ograniczoną odpowiedzialnością" : "sp zoo");
        else if (now(.2)) out = out.replace(" Sp. z o.o.", "");
        return typed(out);
    }

    String street(Somebody.Home home) {
        String name = home.street();
        if (name.isEmpty()) return (now(.4) ? home.town() + " " : "") + home.number();
        if (now(.35) && name.contains(" ") && !Character.isDigit(name.charAt(0)))
            name = name.substring(name.lastIndexOf(' ') + 1);
        String type = switch (random.nextInt(5)) {
            case 0 -> "";
            case 1 -> "ulica ";
            case 2 -> "Ul. ";
            default -> "ul. ";
        };
        String flat = home.flat().isEmpty() || now(.05)
                ? ""
                : switch (random.nextInt(4)) {
                    case 0 -> " m. " + home.flat();
                    case 1 -> " lok. " + home.flat();
                    case 2 -> " m" + home.flat();
                    default -> "/" + home.flat();
                };
        return type + typed(name) + " " + home.number() + flat;
    }

    String mail(String mail) {
        if (now(.01)) return slip(mail.substring(0, mail.indexOf('@'))) + mail.substring(mail.indexOf('@'));
        if (mail.endsWith("@gmail.com") && now(.1)) return mail.replace("@", "+sklep@");
        return now(.1) ? mail.toUpperCase(Locale.ROOT) : mail;
    }
}
