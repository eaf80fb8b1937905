package okienko.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import okienko.vocabulary.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

class WordsTest {

    private static final Instant MONDAY_NOON = Instant.parse("2026-11-23T11:00:00Z");
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @AfterEach
    void forgetTheReader() {
        LocaleContextHolder.resetLocaleContext();
        Words.keepTime(Clock.systemUTC(), WARSAW);
    }

    @ParameterizedTest
    @CsvSource({
        "pl,1,1 rzecz",
        "pl,2,2 rzeczy",
        "pl,5,5 części",
        "pl,22,22 rzeczy",
        "ru,1,1 вещь",
        "ru,3,3 вещи",
        "ru,11,11 вещей",
        "ru,21,21 вещь"
    })
    void pluralsFollowTheLanguage(String language, int count, String sentence) {
        assertThat(Words.in(Locale.of(language)).say("words-test.things", count))
                .isEqualTo(sentence);
    }

    @Test
    void argumentsAreWrittenInTheReadersForm() {
        Words polish = Words.in(Locale.of("pl"));
        assertThat(plain(polish.say("words-test.value", Money.of("12345.5", "PLN"))))
                .isEqualTo("12 345,50 zł.");
        assertThat(polish.say("words-test.value", MONDAY_NOON)).isEqualTo("23 lis 2026, 12:00.");
        assertThat(polish.say("words-test.value", LocalDate.of(2026, 11, 3))).isEqualTo("3 lis 2026.");
        assertThat(plain(polish.say("words-test.value", Duration.ofMinutes(125))))
                .isEqualTo("2 godz. i 5 min.");
        assertThat(plain(Words.in(Locale.ENGLISH).say("words-test.value", Money.of("12345.5", "EUR"))))
                .isEqualTo("€12,345.50.");
        assertThat(plain(Words.in(Locale.of("bg")).say("words-test.value", Money.of("12345.5", "EUR"))))
                .isEqualTo("12 345,50 €.");
    }

    @Test
    void argumentsMayHaveNames() {
        assertThat(Words.in(Locale.ENGLISH).say("words-test.named", Map.of("who", "Maria", "count", 2)))
                .isEqualTo("Maria has 2 orders");
    }

    @Test
    void theReaderIsTheRequests() {
        LocaleContextHolder.setLocale(Locale.of("ru", "RU"));
        assertThat(Words.t("ui.save")).isEqualTo("Сохранить");
        LocaleContextHolder.setLocale(Locale.of("de"));
        assertThat(Words.t("ui.save")).isEqualTo("Save");
    }

    @Test
    void agesCountFromTheOfficesClock() {
        LocaleContextHolder.setLocale(Locale.of("pl"));
        Words.keepTime(Clock.fixed(MONDAY_NOON, ZoneOffset.UTC), WARSAW);
        assertThat(Words.ago(MONDAY_NOON.minusSeconds(300))).isEqualTo("5 minut temu");
        assertThat(Words.ago(MONDAY_NOON.plusSeconds(7200))).isEqualTo("za 2 godziny");
        assertThat(Words.ago(MONDAY_NOON.minusSeconds(3))).isEqualTo("teraz");
    }

    @Test
    void aMissingWordIsSeen() {
        assertThat(Words.t("words-test.never-written")).isEqualTo("⟦words-test.never-written⟧");
    }

    @Test
    void phoneNumbersAreInternationalAndGarbageStays() {
        assertThat(Words.phone("600700800")).isEqualTo("+48 600 700 800");
        assertThat(Words.phone("ask my wife")).isEqualTo("ask my wife");
    }

    /** Narrow and hard spaces are right on a page and a nuisance in a test. */
    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ");
    }
}
