package okienko.customers.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressAndNameTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ul. Polna 12/5, polna, 12, 5",
                "Ulica POLNA 12 m. 5, polna, 12, 5",
                "polna 12 lok.5, polna, 12, 5",
                "Polna 12A m5, polna, 12a, 5",
                "al. Adama Mickiewicza 3, mickiewicza, 3, ''",
                "ul. gen. Władysława Sikorskiego 7, sikorskiego, 7, ''",
                "3 Maja 14/2, 3 maja, 14, 2",
                "Jana Pawła II 110, pawla ii, 110, ''",
                "os. Tysiąclecia 4/17, tysiaclecia, 4, 17",
                "Wólka 8, wolka, 8, ''",
                "'', '', '', ''"
            })
    void anAddressLineIsTakenApart(String line, String street, String house, String flat) {
        assertThat(StreetLine.of(line)).isEqualTo(new StreetLine(street, house, flat));
    }

    @ParameterizedTest
    @CsvSource({
        "MEBLOSTYL Sp. z o.o., meblostyl, zoo",
        "Meblostyl spółka z ograniczoną odpowiedzialnością, meblostyl, zoo",
        "meblostyl sp zoo, meblostyl, zoo",
        "PHU Meblostyl, meblostyl, ''",
        "Meblostyl S.A., meblostyl, sa",
        "Möbel GmbH, mobel, gmbh"
    })
    void aFirmsNameIsTakenFromItsLegalForm(String name, String core, String form) {
        assertThat(FirmName.of(name)).isEqualTo(new FirmName(core, form));
    }

    @Test
    void diminutivesAndNeighboursSpellingsMeanTheSameName() {
        for (String pair : new String[] {
            "kasia katarzyna",
            "ekaterina katarzyna",
            "gosia malgorzata",
            "wojtek wojciech",
            "serhii sergiej",
            "kuba jakub"
        }) {
            String[] names = pair.split(" ", -1);
            assertThat(GivenNames.meet(GivenNames.meant(names[0]), GivenNames.meant(names[1])))
                    .as(pair)
                    .isTrue();
        }
        assertThat(GivenNames.meet(GivenNames.meant("anna"), GivenNames.meant("piotr")))
                .isFalse();
        assertThat(GivenNames.meant("brzeczyk")).isEmpty();
        assertThat(GivenNames.slipped("annna")).isTrue();
        assertThat(GivenNames.slipped("brzeczyk")).isFalse();
    }

    @Test
    void ofAMarketplacesAddressOnlyWhatLastsIsKept() {
        assertThat(Mask.lasting("8awgq+cub31@allegromail.pl")).isEqualTo("8awgq");
        assertThat(Mask.lasting("anna+sklep@gmail.com")).isEmpty();
        assertThat(Mask.lasting("x@marketplace.amazon.pl")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "600 700 801, PL, +48600700801",
        "0048600700801, PL, +48600700801",
        "+48 600-700-801, PL, +48600700801",
        "(22) 600 00 00, PL, +48226000000",
        "+49 30 901820, PL, +4930901820",
        "123456789, PL, ''",
        "600700801, PL, +48600700801"
    })
    void thePolishShortcutSaysWhatTheLibrarySays(String typed, String country, String number) {
        assertThat(Identifiers.of("", typed, "", country).phone()).isEqualTo(number);
    }
}
