package okienko.taxregisters;

import static okienko.taxregisters.schema.Tables.ANSWERS;
import static okienko.taxregisters.schema.Tables.ASKED;
import static okienko.taxregisters.schema.Tables.ASKERS;
import static okienko.taxregisters.schema.Tables.QUESTIONS;
import static okienko.taxregisters.schema.Tables.RAW_ANSWERS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.taxregisters.RegisterAnswer.Standing;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Numbers are asked about politely, what is answered is kept, and an outage is no answer. */
@OfficeTest
class TaxRegistersTest {

    private static final Instant NOON = Instant.parse("2026-11-28T11:00:00Z");
    private static final String GERMAN = "DE136695976";

    @Autowired
    TaxRegisters registers;

    @Autowired
    RegisterQueries queries;

    @Autowired
    Connections connections;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    private final RegistersStub stub = new RegistersStub();

    @BeforeEach
    void nothingIsKnown() {
        clock.set(NOON);
        for (var table : List.of(ANSWERS, ASKED, ASKERS, QUESTIONS))
            db.deleteFrom(table).execute();
    }

    @AfterEach
    void turnOff() {
        for (Register register : Register.values()) connections.choose(register, false, "https://example.com", "");
        stub.close();
    }

    private void on(Register register) {
        connections.choose(register, true, stub.address(), "");
    }

    private RegisterAnswer about(String number) {
        return Objects.requireNonNull(registers.about(Map.of("web:1", number)).get(number));
    }

    @ParameterizedTest
    @CsvSource({
        "Czynny, REGISTERED",
        "Zwolniony, EXEMPT",
        "Niezarejestrowany, NOT_REGISTERED",
        "'', NOT_REGISTERED",
        "WL-115, INVALID"
    })
    void thePolishListSaysHowANumberStands(String status, Standing standing) {
        on(Register.WHITE_LIST);
        stub.knows("5260250274", status);
        assertThat(about("PL5260250274").standing()).isEqualTo(Standing.UNKNOWN);
        queries.work();
        RegisterAnswer answer = about("PL5260250274");
        assertThat(answer.standing()).isEqualTo(standing);
        assertThat(answer.day()).isEqualTo(LocalDate.of(2026, 11, 28));
        assertThat(answer.consultation()).startsWith("d2n10");
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void whatIsKnownIsNotAskedAgainUntilItMayHaveChanged() {
        on(Register.WHITE_LIST);
        stub.knows("5260250274", "");
        about("PL5260250274");
        about("PL5250001009");
        queries.work();
        assertThat(stub.asked()).containsExactly(List.of("5250001009", "5260250274"));
        about("PL5260250274");
        about("PL5250001009");
        queries.work();
        assertThat(stub.asked()).hasSize(1);
        clock.set(NOON.plus(Duration.ofDays(2)));
        assertThat(about("PL5260250274").standing()).isEqualTo(Standing.NOT_REGISTERED);
        about("PL5250001009");
        queries.work();
        // one that is not registered may be so now; one that is, is taken to be for a week
        assertThat(stub.asked().getLast()).containsExactly("5260250274");
        clock.set(NOON.plus(Duration.ofDays(40)));
        assertThat(about("PL5250001009").standing()).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void thirtyNumbersGoIntoAQuestion() {
        on(Register.WHITE_LIST);
        Map<String, String> numbers = new HashMap<>();
        for (int i = 0; i < 70; i++) numbers.put("web:" + i, "PL52500%05d".formatted(i));
        registers.about(numbers);
        queries.work();
        assertThat(stub.asked()).extracting(List::size).containsExactly(30, 30, 10);
        assertThat(connections.asked(Register.WHITE_LIST, LocalDate.of(2026, 11, 28)))
                .isEqualTo(3);
        assertThat(connections.waiting(Register.WHITE_LIST)).isZero();
    }

    @Test
    void theMoreOfTheQuotaIsUsedTheLongerNumbersAreCollected() {
        on(Register.WHITE_LIST);
        asked(40);
        about("PL5260250274");
        queries.work();
        assertThat(stub.asked()).isEmpty();
        clock.set(NOON.plus(Duration.ofMinutes(3)));
        about("PL5250001009");
        queries.work();
        assertThat(stub.asked()).isEmpty();
        clock.set(NOON.plus(Duration.ofMinutes(5)));
        queries.work();
        assertThat(stub.asked()).hasSize(1);
        assertThat(stub.asked().getFirst()).hasSize(2);
    }

    @Test
    void theHundredAndFirstQuestionIsForTomorrow() {
        on(Register.WHITE_LIST);
        asked(100);
        about("PL5260250274");
        queries.work();
        assertThat(stub.asked()).isEmpty();
        clock.set(Instant.parse("2026-11-28T22:59:00Z"));
        queries.work();
        assertThat(stub.asked()).isEmpty();
        clock.set(Instant.parse("2026-11-28T23:00:00Z")); // midnight in Warsaw
        queries.work();
        assertThat(stub.asked()).hasSize(1);
    }

    @Test
    void aRegisterThatSaysItIsEnoughIsLeftAloneUntilMidnight() {
        on(Register.WHITE_LIST);
        stub.quota(0);
        about("PL5260250274");
        queries.work();
        queries.work();
        assertThat(stub.asked()).hasSize(1);
        assertThat(about("PL5260250274").standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(connections.of(Register.WHITE_LIST).restingUntil()).isEqualTo("2026-11-28T23:00:00Z");
        assertThat(connections.of(Register.WHITE_LIST).lastError()).contains("WL-191");
    }

    @Test
    void anOutageIsWaitedOutLongerEachTimeAndIsNoAnswer() {
        on(Register.WHITE_LIST);
        stub.outage(503);
        about("PL5260250274");
        List<Duration> rests = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            queries.work();
            Instant until =
                    Objects.requireNonNull(connections.of(Register.WHITE_LIST).restingUntil());
            rests.add(Duration.between(clock.instant(), until));
            clock.set(until);
        }
        assertThat(rests).containsExactly(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofMinutes(2));
        assertThat(about("PL5260250274").standing()).isEqualTo(Standing.UNKNOWN);
        stub.outage(0);
        queries.work();
        assertThat(about("PL5260250274").standing()).isEqualTo(Standing.REGISTERED);
        assertThat(connections.of(Register.WHITE_LIST).outages()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"MS_UNAVAILABLE", "MS_MAX_CONCURRENT_REQ", "TIMEOUT"})
    void aMemberStateThatIsNotAvailableDelaysItsOwnNumbersOnly(String error) {
        on(Register.VIES);
        stub.viesError(GERMAN, error);
        registers.about(Map.of("web:1", GERMAN, "web:2", "ATU37675002"));
        queries.work();
        assertThat(about(GERMAN).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(about("ATU37675002").standing()).isEqualTo(Standing.REGISTERED);
        stub.viesError(GERMAN, "");
        queries.work();
        assertThat(about(GERMAN).standing()).as("asked again at once").isEqualTo(Standing.UNKNOWN);
        clock.advance(Duration.ofMinutes(2));
        queries.work();
        assertThat(about(GERMAN).standing()).isEqualTo(Standing.REGISTERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SERVICE_UNAVAILABLE", "GLOBAL_MAX_CONCURRENT_REQ", "IP_BLOCKED", "SOMETHING_NEW"})
    void noErrorOfViesIsAnAnswer(String error) {
        on(Register.VIES);
        stub.viesError(GERMAN, error);
        about(GERMAN);
        queries.work();
        assertThat(about(GERMAN).standing()).isEqualTo(Standing.UNKNOWN);
        assertThat(connections.of(Register.VIES).lastError()).isEqualTo(error);
    }

    @Test
    void withOurOwnNumberViesGivesAConsultationNumber() {
        connections.choose(Register.VIES, true, stub.address(), "PL5260250274");
        stub.knows(GERMAN, "invalid");
        about(GERMAN);
        queries.work();
        assertThat(stub.asked()).containsExactly(List.of(GERMAN, "5260250274"));
        assertThat(about(GERMAN).standing()).isEqualTo(Standing.NOT_REGISTERED);
        assertThat(about(GERMAN).consultation()).startsWith("WAPI");
        assertThat(db.fetchExists(RAW_ANSWERS, RAW_ANSWERS.QUESTION.eq(GERMAN))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "PL5260250274, WHITE_LIST", // both are on: of a Polish number rather the Polish list
        "DE136695976, VIES",
        "DE29815081506,", // a Steuernummer is no VAT number
        "FR732829320,", // a SIREN neither
        "CHE123456788,",
        "US123456789,"
    })
    void onlyWhatARegisterCanKnowIsAsked(String number, Register register) {
        on(Register.WHITE_LIST);
        on(Register.VIES);
        RegisterAnswer answer = registers.about(Map.of("web:1", number)).get(number);
        assertThat(answer == null ? null : answer.register()).isEqualTo(register);
    }

    private void asked(int times) {
        db.insertInto(ASKED)
                .set(ASKED.REGISTER, Register.WHITE_LIST.name())
                .set(ASKED.ON_DAY, LocalDate.of(2026, 11, 28))
                .set(ASKED.TIMES, times)
                .execute();
    }
}
