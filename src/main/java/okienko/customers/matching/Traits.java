package okienko.customers.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okienko.customers.identity.FirmName;
import okienko.customers.identity.GivenNames;
import okienko.customers.identity.Identifiers;
import okienko.customers.identity.Mask;
import okienko.customers.identity.Mojibake;
import okienko.customers.identity.StreetLine;
import okienko.customers.identity.Words;

/** Brings what was typed into the one spelling in which it is compared. */
final class Traits {

    private static final Set<String> TITLES = Set.of(
            "mgr", "dr", "inz", "prof", "pan", "pani", "mr", "mrs", "ms", "herr", "frau", "sir", "jr", "sr", "lord",
            "lady", "dame", "baron", "baronet", "1st", "2nd", "3rd", "4th", "5th", "of", "the", "von", "de");
    private static final int SHORTEST_LOCAL = 4;
    private static final int LOCKER_CODE = 4; // letters and digits a code has at least: WAW01A

    private final String[] out = new String[Trait.COUNT];

    /** The traits of one record, by {@link Trait}'s order; the array is used again for the next. */
    String[] of(String[] raw) {
        Arrays.fill(out, "");
        name(raw);
        contact(raw);
        place(raw);
        birth(raw);
        FirmName firm = FirmName.of(text(raw, Field.COMPANY));
        set(Trait.FIRM, firm.core());
        set(Trait.FORM, firm.form());
        set(Trait.NATIONAL_ID, joined(text(raw, Field.NATIONAL_ID)));
        set(Trait.OCCUPATION, spaced(text(raw, Field.OCCUPATION)));
        return out;
    }

    private void name(String[] raw) {
        List<String> first = nameWords(text(raw, Field.FIRST_NAME));
        List<String> last = nameWords(text(raw, Field.LAST_NAME));
        List<String> full = nameWords(text(raw, Field.FULL_NAME));
        if (first.isEmpty() && last.isEmpty()) split(full);
        else {
            if (first.isEmpty() && last.size() > 1) split(last);
            else if (last.isEmpty() && first.size() > 1) split(first);
            else if (swapped(first, last)) named(last, first);
            else named(first, last);
            rest(full);
        }
    }

    /** What a full name says beyond the given name and the surname that are named on their own. */
    private void rest(List<String> full) {
        full.removeIf(word -> word.equals(out[Trait.GIVEN.ordinal()]) || word.equals(out[Trait.SURNAME.ordinal()]));
        if (!full.isEmpty()) set(Trait.FULL, String.join(" ", full));
    }

    /** Known for given names where the surname should be, and not where the given name should be. */
    private static boolean swapped(List<String> first, List<String> last) {
        return last.size() == 1
                && first.size() == 1
                && known(last.getFirst())
                && !known(first.getFirst())
                && first.getFirst().length() > 1;
    }

    private void split(List<String> words) {
        int given = 0;
        while (given < words.size() && !known(words.get(given))) given++;
        if (given == words.size()) given = 0;
        List<String> rest = new ArrayList<>(words);
        List<String> first = rest.isEmpty() ? List.of() : List.of(rest.remove(given));
        named(first, rest);
    }

    private void named(List<String> first, List<String> last) {
        if (!first.isEmpty()) {
            set(Trait.GIVEN, first.getFirst());
            set(Trait.FULL, String.join(" ", first.subList(1, first.size())));
        }
        set(Trait.SURNAME, String.join(" ", last));
    }

    private static boolean known(String word) {
        return GivenNames.meant(word).length > 0;
    }

    private static List<String> nameWords(String text) {
        if (text.isEmpty()) return new ArrayList<>();
        List<String> words = Words.of(Mojibake.mended(text));
        words.removeIf(TITLES::contains);
        return words;
    }

    private void contact(String[] raw) {
        String country = text(raw, Field.COUNTRY);
        String typed = text(raw, Field.EMAIL);
        String[] phones = text(raw, Field.PHONE).split("[,;]|/(?=\\s*\\+?\\d{5})", 2);
        Identifiers own =
                Identifiers.of(typed, phones[0], text(raw, Field.TAX_ID), country.length() == 2 ? country : "PL");
        set(Trait.EMAIL, own.email());
        int at = own.email().indexOf('@');
        if (at >= SHORTEST_LOCAL && !Identifiers.role(own.email()))
            set(Trait.LOCAL, own.email().substring(0, at));
        set(Trait.MASK, Mask.lasting(typed));
        set(Trait.TAX_ID, own.taxId());
        set(Trait.PHONE, own.phone());
        if (phones.length > 1)
            set(Trait.PHONE_2, Identifiers.of("", phones[1], "", country).phone());
        String login = text(raw, Field.BUYER_LOGIN).toLowerCase(Locale.ROOT);
        set(Trait.LOGIN, login.isEmpty() ? "" : text(raw, Field.CHANNEL).toLowerCase(Locale.ROOT) + " " + login);
    }

    private void place(String[] raw) {
        String typed = Mojibake.mended(text(raw, Field.STREET));
        String locker = joined(text(raw, Field.PICKUP_POINT));
        boolean toLocker = typed.regionMatches(true, 0, "paczkomat", 0, 9);
        if (toLocker && locker.isEmpty()) locker = joined(typed.substring(9));
        if (locker.length() >= LOCKER_CODE) set(Trait.LOCKER, locker);
        StreetLine line = StreetLine.of(toLocker ? "" : typed);
        String house = text(raw, Field.HOUSE_NUMBER).isEmpty() ? line.house() : joined(text(raw, Field.HOUSE_NUMBER));
        set(Trait.STREET, line.street());
        set(Trait.HOUSE, house);
        set(Trait.FLAT, line.flat());
        if (!house.isEmpty()) set(Trait.DWELLING, line.street() + " " + house);
        set(Trait.EXTRA, spaced(text(raw, Field.ADDRESS_2)));
        // where a locker stands is not where somebody lives
        if (!toLocker) set(Trait.POSTAL, joined(text(raw, Field.POSTAL_CODE)));
        if (!toLocker) set(Trait.CITY, spaced(Mojibake.mended(text(raw, Field.CITY))));
        set(Trait.REGION, joined(text(raw, Field.REGION)));
    }

    private void birth(String[] raw) {
        String whole = text(raw, Field.BIRTH_DATE);
        String day = digits(whole);
        if (day.isEmpty() && !text(raw, Field.BIRTH_YEAR).isEmpty()) {
            day = text(raw, Field.BIRTH_YEAR) + two(text(raw, Field.BIRTH_MONTH)) + two(text(raw, Field.BIRTH_DAY));
        }
        if (day.length() == 8) set(Trait.BIRTH, day);
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private static String digits(String text) {
        return text.isEmpty() ? "" : text.replaceAll("[^0-9]", "");
    }

    private static String joined(String text) {
        return text.isEmpty() ? "" : String.join("", Words.of(text));
    }

    private static String spaced(String text) {
        return text.isEmpty() ? "" : String.join(" ", Words.of(text));
    }

    private void set(Trait trait, String value) {
        out[trait.ordinal()] = value;
    }

    private static String text(String[] raw, Field field) {
        String value = raw[field.ordinal()];
        return value == null ? "" : value.strip();
    }
}
