package okienko.payments.matching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The target: of a month's transfers that say whose they are, 97 in a hundred are booked by themselves, none wrongly. */
class MatchedMonthTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 6, 8})
    void aMonthIsMatchedWithoutAWrongBooking(long seed) {
        MatchingFigures month = MatchingFigures.of(new PaidMonth(seed, 10_000, 9_000));
        assertThat(month.wrong).isEmpty();
        assertThat(month.share()).isGreaterThan(0.97);
        assertThat(month.matchable).isGreaterThan(7_500);
    }
}
