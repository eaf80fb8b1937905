package okienko.payments.rates;

import static okienko.payments.schema.Tables.RATE_ANSWERS;
import static okienko.payments.schema.Tables.RATE_SOURCE;
import static okienko.payments.schema.Tables.RATE_TABLES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.payments.Payments;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Rates are fetched on working days, missed ones are caught up, and an outage is waited out. Long ago, where no other test looks. */
@OfficeTest
class RateFetchingTest {

    private static final LocalDate WEDNESDAY = LocalDate.of(2001, 11, 21);

    @Autowired
    RateFetching fetching;

    @Autowired
    RateSources sources;

    @Autowired
    RateTables tables;

    @Autowired
    Payments payments;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    private final BankStub bank = new BankStub(WEDNESDAY);

    @BeforeEach
    void itIsHalfPastTwelve() {
        clock.set(warsaw("2001-11-21T12:30"));
        forget();
        sources.choose(true, bank.address());
    }

    @AfterEach
    void turnOff() {
        bank.close();
        forget();
        sources.choose(false, "https://api.nbp.pl");
    }

    private void forget() {
        db.deleteFrom(RATE_TABLES)
                .where(RATE_TABLES.EFFECTIVE_ON.between(LocalDate.of(2001, 1, 1), LocalDate.of(2001, 12, 31)))
                .execute();
        db.update(RATE_SOURCE).setNull(RATE_SOURCE.FETCHED_UNTIL).execute();
    }

    @Test
    void theFirstTimeAQuarterOfAYearIsFetchedAndThenWhatIsMissing() {
        fetching.work();
        assertThat(bank.asked()).containsExactly("2001-08-21/2001-11-21");
        assertThat(tables.numbered(BankStub.number(WEDNESDAY)).rates()).containsKeys("EUR", "CZK");
        assertThat(sources.current().nextAt()).isEqualTo(warsaw("2001-11-22T12:20"));

        LocalDate monday = WEDNESDAY.plusDays(5);
        bank.published(monday);
        clock.set(warsaw("2001-11-26T12:21"));
        fetching.work();
        assertThat(bank.asked().getLast()).isEqualTo("2001-11-22/2001-11-26");
        for (int day : new int[] {22, 23, 26}) {
            LocalDate out = LocalDate.of(2001, 11, day);
            assertThat(tables.numbered(BankStub.number(out)).effectiveOn()).isEqualTo(out);
        }
        assertThat(sources.current().fetchedUntil()).isEqualTo(monday);
    }

    @Test
    void aLongGapIsAskedForInPiecesTheBankAllows() {
        sources.fetched(LocalDate.of(2001, 5, 1));
        fetching.work();
        assertThat(bank.asked())
                .containsExactly("2001-05-02/2001-08-02", "2001-08-03/2001-11-03", "2001-11-04/2001-11-21");
        assertThat(sources.current().failures()).isZero();
        assertThat(sources.current().fetchedUntil()).isEqualTo(WEDNESDAY);
    }

    @Test
    void aTableThatIsLateIsAskedForAgainSoonAndItsDayStaysMissing() {
        bank.published(WEDNESDAY.minusDays(1));
        fetching.work();
        assertThat(sources.current().fetchedUntil()).isEqualTo(WEDNESDAY.minusDays(1));
        assertThat(sources.current().nextAt()).isEqualTo(warsaw("2001-11-21T12:50"));
        fetching.work(); // not before its time
        assertThat(bank.asked()).hasSize(1);
        bank.published(WEDNESDAY);
        clock.set(warsaw("2001-11-21T12:51"));
        fetching.work();
        assertThat(bank.asked().getLast()).isEqualTo("2001-11-21/2001-11-21");
        assertThat(sources.current().fetchedUntil()).isEqualTo(WEDNESDAY);
    }

    @Test
    void anOutageIsWaitedOutLongerEachTimeAndThenCaughtUp() {
        bank.outage(503);
        Duration[] rests = new Duration[4];
        for (int i = 0; i < rests.length; i++) {
            fetching.work();
            Instant next = Objects.requireNonNull(sources.current().nextAt());
            rests[i] = Duration.between(clock.instant(), next);
            clock.set(next);
        }
        assertThat(rests)
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(8));
        assertThat(sources.current().failures()).isEqualTo(4);
        assertThat(sources.current().lastError()).contains("503");
        assertThat(sources.current().fetchedUntil()).isNull();
        bank.outage(0);
        fetching.work();
        assertThat(sources.current().failures()).isZero();
        assertThat(tables.numbered(BankStub.number(WEDNESDAY)).rates()).isNotEmpty();
    }

    @Test
    void whatTheBankAnsweredIsKeptAsItCame() {
        bank.outage(500);
        fetching.work();
        String kept = db.select(RATE_ANSWERS.BODY)
                .from(RATE_ANSWERS)
                .orderBy(RATE_ANSWERS.ID.desc())
                .limit(1)
                .fetchSingle()
                .value1();
        assertThat(kept).isEqualTo("Service Unavailable");
    }

    @Test
    void nobodyIsAskedWhileItIsOff() {
        sources.choose(false, bank.address());
        fetching.work();
        assertThat(bank.asked()).isEmpty();
    }

    @Test
    void anOrderIsConvertedByTheTableOfTheLastWorkingDayBefore() {
        fetching.work();
        assertThat(payments.rates(WEDNESDAY).table()).isEqualTo(BankStub.number(WEDNESDAY.minusDays(1)));
        LocalDate monday = LocalDate.of(2001, 11, 19);
        assertThat(payments.rates(monday).table()).isEqualTo(BankStub.number(monday.minusDays(3)));
        assertThat(payments.rates(monday.minusDays(1)).table()).isEqualTo(BankStub.number(monday.minusDays(3)));
    }

    @ParameterizedTest
    @CsvSource({
        "2001-11-21T09:00, false, 2001-11-21T12:20", // it comes out later today
        "2001-11-21T12:30, true,  2001-11-22T12:20",
        "2001-11-23T12:30, true,  2001-11-26T12:20", // over the weekend
        "2001-11-24T10:00, false, 2001-11-26T12:20", // a Saturday
        "2001-11-21T12:30, false, 2001-11-21T12:50", // late
        "2001-11-21T16:00, false, 2001-11-22T12:20" // a holiday
    })
    void itIsAskedWhenATableComesOut(String now, boolean todaysIsHere, String next) {
        assertThat(RateSource.afterAnswer(warsaw(now), todaysIsHere)).isEqualTo(warsaw(next));
    }

    private static Instant warsaw(String local) {
        return LocalDateTime.parse(local).atZone(RateSource.WARSAW).toInstant();
    }
}
