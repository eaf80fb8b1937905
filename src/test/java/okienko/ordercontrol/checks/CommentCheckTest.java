package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.COMMENT_RELEVANT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import okienko.ordercontrol.almanac.Courtesies;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommentCheckTest {

    private final Sample order = new Sample();

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                ".",
                "---",
                "😀👌",
                "Dziękuję!",
                "dzieki wielkie :)",
                "DZIĘKUJĘ",
                "Proszę o szybką wysyłkę.",
                "Dzień dobry, bardzo proszę o jak najszybszą realizację. Pozdrawiam",
                "brak",
                "nie",
                "brak uwag",
                "proooszę szybko",
                "W razie pytań proszę o kontakt",
                "Miłego dnia!",
                "Wesołych Świąt",
                "proszę dobrze zapakować",
                "Thank you very much!",
                "Please ship it asap",
                "As soon as possible please",
                "Пожалуйста, отправьте побыстрее",
                "no comments",
                "-",
                "Спасибо большое!",
                "побыстрее пожалуйста",
                "Благодаря ви предварително",
                "лека работа и поздрави",
                "Dzi&#281;kuj&#281; &lt;3",
                "Pozdrawiam, Anna Nowak",
                "Mersi, спасибо, thanks"
            })
    void courtesies_pass(String comment) {
        order.comment = comment;
        assertThat(order.findings(COMMENT_RELEVANT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proszę o fakturę",
                "dziękuję, proszę na jutro",
                "kolor czerwony",
                "nie polecam",
                "Anna, 600700800",
                "proszę o kontakt",
                "nie dzwonić",
                "na prezent",
                "dziękuję ale bez faktury",
                "szybko?",
                "Kiedy wysyłka?",
                "please call me",
                "don't ship",
                "2 sztuki",
                "до пятницы",
                "отмените заказ",
                "син цвят моля",
                "в петък",
                "zamiast niebieskiego proszę zielony",
                "brak informacji",
                "gift",
                "nie chcę",
                "i dla pani Marii",
                "1️⃣",
                "Pozdrawiam, Jan Inny"
            })
    void everything_else_is_read_by_a_person(String comment) {
        order.comment = comment;
        assertThat(order.variant(COMMENT_RELEVANT)).isEqualTo("notOnlyCourtesies");
    }

    @Test
    void evidence_is_the_sentences_not_understood() {
        order.comment = "Dzień dobry! Proszę dołączyć fakturę. Dziękuję";
        assertThat(order.findings(COMMENT_RELEVANT).getFirst().evidence())
                .containsEntry("clauses", List.of("Proszę dołączyć fakturę."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"proszę o fakturę", "kolor czerwony", "call me tomorrow", "до пятницы", "в петък"})
    void no_dressing_up_turns_a_wish_into_a_courtesy(String wish) {
        for (String dressed : List.of(
                wish + ", dziękuję",
                "dziękuję " + wish,
                wish.toUpperCase(Locale.ROOT),
                "  " + wish.replace(" ", "  ") + "!!! :)",
                "dzień dobry " + wish + " pozdrawiam",
                wish.replace("ę", "&#281;"))) {
            assertThat(Courtesies.others(dressed, Set.of())).as(dressed).isNotEmpty();
        }
    }
}
