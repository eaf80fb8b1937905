package okienko.ordercontrol.checks;

import static okienko.ordercontrol.ReasonCode.EMAIL_INVALID;
import static okienko.ordercontrol.ReasonCode.NAME_SUSPICIOUS;
import static okienko.ordercontrol.ReasonCode.PHONE_INVALID;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContactChecksTest {

    private final Sample order = new Sample();

    @ParameterizedTest
    @CsvSource({
        "PL, 600 700 800, -, -",
        "PL, 61 852 33 44, -, -",
        "PL, 0048600700800, -, -",
        "PL, 48600700800, -, -",
        "PL, 6007008, impossible, -",
        "PL, 000000000, impossible, -",
        "PL, 0600700800, impossible, +48600700800",
        "PL, +4848600700800, impossible, +48600700800",
        "PL, 600700800 / 601601601, impossible, +48600700800",
        "PL, +420 601 123 456, -, -",
        "CZ, 601 123 456, -, -",
        "BG, 0888 123 456, -, -",
        "UA, 067 123 45 67, -, -",
        "DE, 030 123456, -, -",
    })
    void a_phone_is_a_possible_number_of_its_country(String country, String phone, String variant, String proposed) {
        order.country = country;
        order.phone = phone;
        assertThat(order.variant(PHONE_INVALID)).isEqualTo(variant);
        assertThat(order.proposed(PHONE_INVALID)).isEqualTo(proposed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "XX", "ZZ", "Polska"})
    void a_country_that_is_none_is_no_news_for_the_log(String country) {
        order.country = country;
        order.phone = "6007008";
        assertThat(logged(() -> assertThat(order.variant(PHONE_INVALID)).isEqualTo("impossible")))
                .isEmpty();
    }

    /** What libphonenumber says meanwhile, by way of java.util.logging. */
    private static List<String> logged(Runnable work) {
        List<String> messages = new ArrayList<>();
        Handler listening = new Handler() {
            @Override
            public void publish(LogRecord said) {
                messages.add(said.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger logger = Logger.getLogger(PhoneNumberUtil.class.getName());
        logger.addHandler(listening);
        try {
            work.run();
        } finally {
            logger.removeHandler(listening);
        }
        return messages;
    }

    @Test
    void a_locker_texts_its_code_so_it_needs_a_mobile() {
        order.toLocker("POZ08A").phone = "618523344";
        assertThat(order.variant(PHONE_INVALID)).isEqualTo("notMobile");
        assertThat(order.variant(PHONE_INVALID, "mobileForLockers", "false")).isEqualTo("-");
        order.phone = "";
        assertThat(order.variant(PHONE_INVALID)).isEqualTo("missing");
    }

    @ParameterizedTest
    @CsvSource({
        "anna@example.com, -, -",
        "anna@gmail.com, -, -",
        "anna@mail.com, -, -",
        "anna@wp.pl, -, -",
        "anna@wp.eu, -, -",
        "8awgqyk6a5+cub31c122@allegromail.pl, -, -",
        "x1y2z3@marketplace.amazon.de, -, -",
        "иван@поща.бг, -, -",
        "o'neil@firma.co.uk, -, -",
        "anna@gmial.com, typo, anna@gmail.com",
        "anna@wp.lp, typo, anna@wp.pl",
        "anna@gmail.con, typo, anna@gmail.com",
        "anna@hotmial.com, typo, anna@hotmail.com",
        "anna@seznma.cz, typo, anna@seznam.cz",
        "anna@onet, syntax, -",
        "anna nowak@wp.pl, syntax, annanowak@wp.pl",
        "'anna@wp,pl', syntax, anna@wp.pl",
        "anna@@wp.pl, syntax, anna@wp.pl",
        "annawp.pl, syntax, -",
        "anna@mailinator.com, throwAway, -",
        "anna@x.yopmail.com, throwAway, -",
    })
    void an_email_can_arrive_or_what_was_meant_is_proposed(String email, String variant, String proposed) {
        order.email = email;
        assertThat(order.variant(EMAIL_INVALID)).isEqualTo(variant);
        assertThat(order.proposed(EMAIL_INVALID)).isEqualTo(proposed);
    }

    @Test
    void a_shop_may_declare_domains_fine() {
        order.email = "anna@gmail.pl";
        assertThat(order.variant(EMAIL_INVALID)).isEqualTo("typo");
        assertThat(order.variant(EMAIL_INVALID, "alsoFine", "gmail.pl, wp.com")).isEqualTo("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Anna Nowak", "Ng Wu", "Sean O’Neil", "Anna Kowalska-Nowak", "Иван Димитров", "Олена Ющенко",
                "J. Kowalski", "Jan van der Berg", "Đorđe Đoković", "Jan Kowalski III", "Wert Trew", "王伟",
                "Budimex sp. z o.o.", "Vlk Smrž", "Maria José Carreño Quiñones"
            })
    void real_names_pass(String name) {
        order.name = name;
        assertThat(order.variant(NAME_SUSPICIOUS)).isEqualTo("-");
    }

    @ParameterizedTest
    @CsvSource({
        "Anna, noSurname",
        "x, letter",
        "Anna K., initial",
        "asdf, noise",
        "asdasd asdasd, noise",
        "qwerty Nowak, noise",
        "Test Testowy, noise",
        "фыва, noise",
        "aaa bbb, noise",
        "Jan123, digits",
        "..., noLetters",
    })
    void names_nobody_has_are_held(String name, String variant) {
        order.name = name;
        assertThat(order.variant(NAME_SUSPICIOUS)).isEqualTo(variant);
    }

    @Test
    void a_person_at_a_company_may_lack_a_surname_and_a_company_may_lack_a_person() {
        order.company = "Budimex";
        order.name = "Anna";
        assertThat(order.variant(NAME_SUSPICIOUS)).isEqualTo("-");
        order.name = "";
        assertThat(order.variant(NAME_SUSPICIOUS)).isEqualTo("-");
    }
}
