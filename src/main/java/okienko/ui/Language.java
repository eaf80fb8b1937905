package okienko.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The languages the office speaks. The first is what a reader gets whose browser asks for none of them. */
public enum Language {
    EN("English", "en-GB"),
    PL("Polski", "pl-PL"),
    RU("Русский", "ru-RU"),
    BG("Български", "bg-BG");

    private final String ownName;
    private final Locale form;

    Language(String ownName, String form) {
        this.ownName = ownName;
        this.form = Locale.forLanguageTag(form);
    }

    /** The language named in itself, as a reader looking for it would recognise it. */
    public String ownName() {
        return ownName;
    }

    /** Two letters, {@code pl}: as in {@code words_pl.properties}, cookies and the {@code lang} attribute. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.of(code());
    }

    /** The country whose dates and numbers go with the language; English is written the European way (23 Nov, 24 hours). */
    Locale form() {
        return form;
    }

    public static Optional<Language> of(String code) {
        return Arrays.stream(values())
                .filter(language -> language.code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** The language that serves a locale, English when none does. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(EN);
    }

    /** The best of what a browser accepts, in its order of preference. */
    static Language preferred(List<Locale> accepted) {
        return accepted.stream()
                .flatMap(locale -> of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(EN);
    }
}
