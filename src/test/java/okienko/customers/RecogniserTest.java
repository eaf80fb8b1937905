package okienko.customers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecogniserTest {

    private static final Customer ANNA = customer("1", "Anna Kowalska", "anna.kowalska@gmail.com", "+48600700801", "");
    private static final Customer FIRM = customer("2", "Jan Lis", "biuro@lis.pl", "+48226000000", "PL5250001009");
    private final Recogniser recogniser = Recogniser.of(List.of(ANNA, FIRM));

    @ParameterizedTest
    @CsvSource({
        "Anna Kowalska, annakowalska+sklep@googlemail.com, , , 1",
        "A. Kowalska, , 600 700 801, , 1",
        "Kowalska Ania, , 0048600700801, , 1",
        "Анна Ковальская, , +48 600-700-801, , 1",
        "Ktoś Inny, , , PL 525-000-10-09, 2",
        "Ktoś Inny, , , 5250001009, 2"
    })
    void surely(String name, String email, String phone, String taxId, String card) {
        Recognition found = recogniser.recognise(buyer(name, email, phone, taxId));
        assertThat(found.known()).isNotNull().extracting(Customer::reference).isEqualTo(card);
        assertThat(found.probable()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Piotr Nowak, piotr@example.com, 600700801, , 1",
        "Marek Kowalski, anna.kowalska@gmail.com, , , 1",
        "Anna Zielińska, , 600700801, , 1"
    })
    void perhaps(String name, String email, String phone, String taxId, String card) {
        Recognition found = recogniser.recognise(buyer(name, email, phone, taxId));
        assertThat(found.known()).isNull();
        assertThat(found.probable())
                .singleElement()
                .extracting(candidate -> candidate.customer().reference())
                .isEqualTo(card);
    }

    @ParameterizedTest
    @CsvSource({
        "Ewa Wilk, biuro@lis.pl, , ",
        "Anna Kowalska, 8awgq+cub31@allegromail.pl, , ",
        "Anna Kowalska, , 123456789, ",
        "Anna Kowalska, , , 0000000000",
        "Anna Kowalska, not-an-address, , "
    })
    void nobody(String name, String email, String phone, String taxId) {
        assertThat(recogniser.recognise(buyer(name, email, phone, taxId))).isEqualTo(Recognition.NEW);
    }

    @Test
    void identifiersOfTwoCustomersAreAQuestion() {
        Customer other = customer("3", "Anna Kowalska", "other@example.com", "+48600700803", "");
        Recognition found = Recogniser.of(List.of(ANNA, other))
                .recognise(buyer("Anna Kowalska", "other@example.com", "600700801", ""));
        assertThat(found.known()).isNull();
        assertThat(found.probable())
                .extracting(candidate -> candidate.customer().reference())
                .containsExactly("3", "1");
    }

    @Test
    void whateverIsTypedTheSameTwiceIsTheSameOrNobody() {
        Random random = new Random(5);
        for (int i = 0; i < 5_000; i++) {
            String name = text(random);
            Customer card = customer("x", name, text(random) + "@" + text(random), text(random), text(random));
            Recognition found =
                    Recogniser.of(List.of(card)).recognise(buyer(name, card.email(), card.phone(), card.taxId()));
            boolean recognisable = !Recogniser.identifiers(card).keys().isEmpty();
            assertThat(found.known() != null || !found.probable().isEmpty()).isEqualTo(recognisable);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) text.append("aąbЯżß.+- 0123456789@".charAt(random.nextInt(21)));
        return text.toString();
    }

    private static Customer customer(String reference, String name, String email, String phone, String taxId) {
        return new Customer(reference, name, "", email, phone, taxId, 0, 0, List.of());
    }

    private static Buyer buyer(
            String name,
            @org.jspecify.annotations.Nullable String email,
            @org.jspecify.annotations.Nullable String phone,
            @org.jspecify.annotations.Nullable String taxId) {
        return new Buyer("web:1", name, "", given(email), given(phone), "PL", given(taxId), Instant.EPOCH);
    }

    private static String given(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }
}
