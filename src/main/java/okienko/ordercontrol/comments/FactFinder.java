package okienko.ordercontrol.comments;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okienko.ordercontrol.comments.Fact.Kind;

/**
 * Numbers, names of days, colours and the like within a comment. What they are for is told by their shape: nine digits are a
 * Polish telephone, a locker of InPost is three letters and two or three digits with a letter, as the lists of its points
 * write it.
 */
final class FactFinder {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** The patterns in the order in which they take their piece of the text: what one has taken the next does not see. */
    private static final List<Shape> SHAPES = List.of(
            shape(
                    Kind.EMAIL,
                    "[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64}){1,4}",
                    text -> text.toLowerCase(Locale.ROOT)),
            shape(
                    Kind.VIN,
                    "(?<!\\w)(?=[A-Z0-9]*\\d[A-Z0-9]*\\d)(?=[A-Z0-9]*[A-Z])[A-HJ-NPR-Z0-9]{17}(?!\\w)",
                    text -> text.toUpperCase(Locale.ROOT)),
            shape(
                    Kind.TAX_ID,
                    "(?<!\\w)(?:NIP|VAT(?:[ -]?(?:UE|no|number|id))?|TIN|EIN|ЕИК|БУЛСТАТ|ЕДРПОУ|ЄДРПОУ|ИНН|УНП|I[ČC]O?|DI[ČC]|USt-?Id(?:Nr)?\\.?|REGON)[\\s:.]{0,4}((?:[A-Z]{2})?[\\d][\\d\\s-]{5,14}\\w)(?!\\w)",
                    FactFinder::compact),
            shape(Kind.TAX_ID, "(?<!\\w)(?:PL|BG|DE|CZ|GB|IE|SK|FR|LT)\\s?\\d{8,12}[A-Z]?(?!\\w)", FactFinder::compact),
            shape(Kind.TAX_ID, "(?<![\\d-])\\d{3}-\\d{3}-\\d{2}-\\d{2}(?![\\d-])", FactFinder::compact),
            shape(
                    Kind.PICKUP_POINT,
                    "(?<!\\w)(?!RAL)[A-Z]{3}\\d{2,3}[A-Z]{0,3}(?!\\w)",
                    text -> text.toUpperCase(Locale.ROOT)),
            shape(
                    Kind.PHONE,
                    "(?<![\\w.])\\+?\\(?\\d{2,4}\\)?[ .-]?(?:\\d{2,4}[ .-]?){1,4}\\d{2,4}(?!\\w)",
                    FactFinder::compact),
            shape(
                    Kind.DATE,
                    "(?<!\\d)(?:0?[1-9]|[12]\\d|3[01])[./-](?:0?[1-9]|1[0-2])(?:[./-](?:20)?\\d{2})?\\.?(?!\\d)",
                    String::strip),
            shape(
                    Kind.DATE,
                    "(?<!\\w)\\d{1,2}\\.?\\s?(?:stycz|lut|mar[czt]|kwie|maj|czerw|lip|sierp|wrze|pa[źz]dz|listop|grud|jan|feb|apr|may|june|july|aug|sept|oct|nov|dec|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|юни|юли|сеп)\\p{L}*",
                    String::strip),
            shape(Kind.HOUR, "(?<!\\d)(?:[01]?\\d|2[0-3]):[0-5]\\d(?!\\d)", String::strip),
            shape(
                    Kind.HOUR,
                    "(?<!\\w)(?:godz\\p{L}*\\.?|hod\\p{L}*|um)\\s?\\d{1,2}(?!\\d)",
                    text -> text.replaceAll("\\D", "")),
            shape(Kind.POSTAL_CODE, "(?<!\\d)\\d{2}-\\d{3}(?!\\d)", String::strip),
            shape(
                    Kind.STREET,
                    "(?<!\\p{L})(?:ul\\.?|ulica|ulicy|al\\.|aleja|os\\.|ул\\.?|бул\\.?|пр\\.|вул\\.?|ulice)\\s?\\p{Lu}[\\p{L}. ]{1,40}?\\s?\\d{1,4}\\s?\\p{L}?(?:[/\\\\]\\d{1,4})?(?!\\d)",
                    String::strip),
            shape(
                    Kind.STREET,
                    "(?<!\\p{L})\\p{Lu}\\p{L}{2,20}(?:stra(?:ß|ss)e|str\\.|weg|platz)\\s?\\d{1,4}",
                    String::strip),
            shape(
                    Kind.CODE,
                    "(?<!\\w)(?:kod\\p{L}*|code|код\\p{L}*|hasło|pin)\\s(?:\\p{L}+\\s){0,3}[#*]?\\w{0,2}\\d{2,6}\\w{0,6}[#*]?(?!\\d)",
                    text -> text.replaceAll(".*\\s", "")),
            shape(
                    Kind.SIZE,
                    "(?<!\\p{L})(?:rozm(?:iar)?\\p{L}{0,3}\\.?|size|размер|розмір|größe|velikost|номер)[: ]{0,2}((?:\\d{2,3}(?:-\\d{2})?|X{0,3}[SML]|[SML]))(?![\\p{L}\\d])",
                    text -> text.toUpperCase(Locale.ROOT)),
            shape(
                    Kind.QUANTITY,
                    "(?<!\\w)(\\d{1,4})\\s?(?:szt|sztuk|kompl|opak|par[yę]?(?!\\p{L})|pcs|pieces|бр(?:оя|\\.)|броя|шт|Stück|Stk|kus)\\p{L}*\\.?",
                    text -> text.replaceAll("\\D", "")),
            shape(Kind.NUMBER, "(?<!\\w)\\d{3,16}(?!\\w)", String::strip));

    private record Shape(Kind kind, Pattern pattern, UnaryOperator<String> plain) {}

    private FactFinder() {}

    static List<Fact> in(String text) {
        List<Fact> facts = new ArrayList<>();
        facts.addAll(numbers(text));
        String colour = Colours.in(text);
        if (colour != null) facts.add(new Fact(Kind.COLOUR, colour, colour));
        return facts;
    }

    /** All but colours, which alone stop nothing. */
    static List<Fact> numbers(String text) {
        if (!promising(text)) return List.of();
        List<Fact> facts = new ArrayList<>();
        StringBuilder rest = new StringBuilder(text);
        for (Shape shape : SHAPES) take(shape, rest, facts);
        return facts;
    }

    private static boolean promising(String text) {
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (Character.isDigit(letter) || letter == '@') return true;
        }
        return sized(text);
    }

    private static boolean sized(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return lower.contains("rozm")
                || lower.contains("size")
                || lower.contains("розмір")
                || lower.contains("размер")
                || lower.contains("größe")
                || lower.contains("velikost");
    }

    private static void take(Shape shape, StringBuilder rest, List<Fact> facts) {
        Matcher found = shape.pattern().matcher(rest);
        while (found.find()) {
            String piece = found.groupCount() > 0 ? found.group(1) : found.group();
            if (shape.kind() == Kind.PHONE
                    && (compact(piece).length() < 9 || compact(piece).length() > 14)) continue;
            facts.add(new Fact(shape.kind(), shape.plain().apply(piece), found.group()));
            for (int at = found.start(); at < found.end(); at++) rest.setCharAt(at, '_');
        }
    }

    private static String compact(String number) {
        return number.replaceAll("[\\s.()-]", "");
    }

    private static Shape shape(Kind kind, String pattern, UnaryOperator<String> plain) {
        return new Shape(kind, Pattern.compile(pattern, FLAGS), plain);
    }
}
