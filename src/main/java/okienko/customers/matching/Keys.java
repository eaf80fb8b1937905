package okienko.customers.matching;

import java.util.List;

/** By what records find one another: two that share a key are compared. Many cheap keys, so that no single slip hides a pair. */
final class Keys {

    private static final int PHONE_TAIL = 6;

    /** Finds a record's key; 0: it has none. */
    @FunctionalInterface
    interface Key {
        int of(Register register, int record);
    }

    static final List<Key> ALL = List.of(
            (r, i) -> r.get(i, Trait.TAX_ID),
            (r, i) -> r.get(i, Trait.NATIONAL_ID),
            (r, i) -> r.get(i, Trait.PHONE),
            (r, i) -> r.get(i, Trait.EMAIL),
            (r, i) -> r.get(i, Trait.MASK),
            (r, i) -> r.get(i, Trait.LOGIN),
            (r, i) -> r.get(i, Trait.LOCAL),
            (r, i) -> both(tail(r, i), initial(r, i, Trait.GIVEN)),
            (r, i) -> both(head(r, i), initial(r, i, Trait.SURNAME)),
            (r, i) -> otherPhone(r, i),
            (r, i) -> both(name(r, i), r.get(i, Trait.CITY)),
            (r, i) -> both(name(r, i), r.get(i, Trait.POSTAL)),
            (r, i) -> both(surname(r, i), r.get(i, Trait.BIRTH)),
            (r, i) -> both(r.get(i, Trait.GIVEN), r.get(i, Trait.BIRTH)),
            (r, i) -> both(surname(r, i), r.get(i, Trait.POSTAL)),
            (r, i) -> both(surname(r, i), r.get(i, Trait.DWELLING)),
            (r, i) -> both(given(r, i), r.get(i, Trait.DWELLING)),
            (r, i) -> both(r.get(i, Trait.DWELLING), r.get(i, Trait.CITY)),
            (r, i) -> both(r.get(i, Trait.DWELLING), r.get(i, Trait.POSTAL)),
            (r, i) -> both(r.get(i, Trait.BIRTH), r.get(i, Trait.POSTAL)),
            (r, i) -> r.get(i, Trait.BIRTH),
            (r, i) -> both(r.get(i, Trait.FIRM), r.get(i, Trait.CITY)),
            (r, i) -> both(r.get(i, Trait.FIRM), r.get(i, Trait.POSTAL)),
            (r, i) -> swapped(r, i),
            (r, i) -> name(r, i),
            (r, i) -> both(surname(r, i), r.get(i, Trait.LOCKER)),
            (r, i) -> both(initials(r, i), both(r.get(i, Trait.POSTAL), r.get(i, Trait.HOUSE))),
            (r, i) -> both(prefix(r, i), both(given(r, i), r.get(i, Trait.CITY))),
            (r, i) -> both(given(r, i), r.get(i, Trait.POSTAL)),
            (r, i) -> both(r.get(i, Trait.EXTRA), surname(r, i)),
            (r, i) -> both(given(r, i), both(birthYear(r, i), r.get(i, Trait.CITY))),
            (r, i) -> both(initials(r, i), birthYear(r, i)),
            (r, i) -> r.get(i, Trait.POSTAL),
            (r, i) -> both(birthYear(r, i), r.get(i, Trait.CITY)),
            (r, i) -> both(surname(r, i), birthYear(r, i)),
            (r, i) -> both(surname(r, i), r.get(i, Trait.CITY)),
            (r, i) -> both(given(r, i), r.get(i, Trait.CITY)),
            (r, i) -> domain(r, i),
            (r, i) -> both(letters(r, i, Trait.SURNAME), initial(r, i, Trait.GIVEN)),
            (r, i) -> letters(r, i, Trait.LOCAL),
            (r, i) -> both(monthAndDay(r, i), given(r, i)),
            (r, i) -> both(monthAndDay(r, i), surname(r, i)),
            (r, i) -> surname(r, i));

    /** By what an over-full block is divided, one after the other. */
    static final List<Key> DIVIDERS = List.of(
            (r, i) -> prefix(r, i),
            (r, i) -> given(r, i),
            (r, i) -> r.get(i, Trait.CITY),
            (r, i) -> r.get(i, Trait.POSTAL));

    /** Two keys as one; none where one is missing. */
    static int both(int one, int two) {
        if (one == 0 || two == 0) return 0;
        int key = Glossary.mixed(Glossary.mixed(one) + two * 0x27D4EB2F);
        return key == 0 ? 1 : key;
    }

    private static int surname(Register r, int i) {
        return r.skeleton(r.get(i, Trait.SURNAME));
    }

    private static int given(Register r, int i) {
        int given = r.get(i, Trait.GIVEN);
        int[] meant = r.meant(given);
        return meant.length > 0 ? -1 - meant[0] : given;
    }

    private static int name(Register r, int i) {
        return both(given(r, i), surname(r, i));
    }

    private static int swapped(Register r, int i) {
        String given = r.text(i, Trait.GIVEN);
        String surname = r.text(i, Trait.SURNAME);
        if (given.isEmpty() || surname.isEmpty()) return 0;
        return given.hashCode() + surname.hashCode() | 1;
    }

    private static int initial(Register r, int i, Trait trait) {
        String text = r.text(i, trait);
        return text.isEmpty() ? 0 : text.charAt(0);
    }

    private static int initials(Register r, int i) {
        return both(initial(r, i, Trait.GIVEN), initial(r, i, Trait.SURNAME));
    }

    private static int prefix(Register r, int i) {
        return part(r.text(i, Trait.SURNAME), 0, 3);
    }

    private static int tail(Register r, int i) {
        String phone = r.text(i, Trait.PHONE);
        return phone.isEmpty() ? 0 : part(phone, phone.length() - PHONE_TAIL, phone.length());
    }

    private static int head(Register r, int i) {
        String phone = r.text(i, Trait.PHONE);
        return phone.isEmpty() ? 0 : part(phone, 0, phone.length() - 3);
    }

    private static int otherPhone(Register r, int i) {
        String second = r.text(i, Trait.PHONE_2);
        String phone = second.isEmpty() ? r.text(i, Trait.PHONE) : second;
        return phone.isEmpty() ? 0 : phone.hashCode();
    }

    private static int birthYear(Register r, int i) {
        return part(r.text(i, Trait.BIRTH), 0, 4);
    }

    private static int monthAndDay(Register r, int i) {
        return part(r.text(i, Trait.BIRTH), 4, 8);
    }

    /** Which letters a word is made of, in whatever order. */
    private static int letters(Register r, int i, Trait trait) {
        long letters = r.glossary(trait).letters[r.get(i, trait)];
        return letters == 0 ? 0 : Long.hashCode(letters * 0x9E3779B97F4A7C15L) | 1;
    }

    private static int domain(Register r, int i) {
        String email = r.text(i, Trait.EMAIL);
        return part(email, email.indexOf('@') + 1, email.length());
    }

    private static int part(String text, int from, int to) {
        int hash = 7;
        for (int i = Math.max(0, from); i < Math.min(to, text.length()); i++) hash = hash * 31 + text.charAt(i);
        return text.isEmpty() ? 0 : hash | 1;
    }

    private Keys() {}
}
