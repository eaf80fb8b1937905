package okienko.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import okienko.demo.DemoOrders.Demo;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Judgement;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Verdict;
import okienko.orders.Order;
import okienko.orders.UnreadableOrder.Problem;
import okienko.shops.ChannelSettings;
import okienko.shops.Piece;
import okienko.shops.ReadOrder;
import okienko.shops.formats.CanonicalFormat;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** A day of the demo shop before the real judge, with what the demo shop itself brings to judge by. */
class DemoOrdersTest {

    private static final Instant EVENING = Instant.parse("2026-11-25T17:00:00Z");
    private static final Duration OPENING_HOURS = Duration.ofHours(10);

    private static final List<Demo> DAY =
            new DemoOrders(0).day(Deck.SIZE, EVENING, OPENING_HOURS).toList();

    @Test
    void ninetyTwoOfAHundredOrdersAreReleasedByThemselves() {
        var court = new DemoCourt();
        long released = DAY.stream()
                .filter(demo -> demo.fault() != ReasonCode.UNREADABLE)
                .filter(demo -> court.afterwards(demo).verdict() == Verdict.RELEASED)
                .count();
        assertThat((double) released / DAY.size()).isBetween(0.91, 0.93);
    }

    @Test
    void everyOrderIsHeldForWhatWasPlantedInItAndNothingElse() {
        var court = new DemoCourt();
        SoftAssertions all = new SoftAssertions();
        for (Demo demo : DAY) {
            if (demo.fault() == ReasonCode.UNREADABLE) continue;
            all.assertThat(reasons(court.afterwards(demo)))
                    .as("%s with %s: %s", demo.order().number(), demo.fault(), demo.order())
                    .isEqualTo(demo.fault() == null ? List.of() : List.of(demo.fault()));
        }
        all.assertAll();
    }

    @Test
    void anotherDayAndItsDeckAreAsGood() {
        var court = new DemoCourt();
        new DemoOrders(3L * Deck.SIZE + 17)
                .day(Deck.SIZE, EVENING, OPENING_HOURS)
                .filter(demo -> demo.fault() != ReasonCode.UNREADABLE)
                .forEach(demo -> assertThat(reasons(court.afterwards(demo)))
                        .as("%s with %s", demo.order().number(), demo.fault())
                        .isEqualTo(demo.fault() == null ? List.of() : List.of(demo.fault())));
    }

    @Test
    void aDayHasEveryFaultThereIs() {
        Set<ReasonCode> planted = EnumSet.noneOf(ReasonCode.class);
        for (Demo demo : DAY) if (demo.fault() != null) planted.add(demo.fault());
        var court = new DemoCourt();
        Set<ReasonCode> seen = EnumSet.copyOf(planted);
        for (Demo demo : DAY) court.now(demo).shadows().forEach(finding -> seen.add((ReasonCode) finding.reason()));
        // no order can be made up to break a check, and a made-up shop asks no register
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen)))
                .containsExactlyInAnyOrder(ReasonCode.RULE_ERROR, ReasonCode.TAX_ID_NOT_REGISTERED);
        // a code of another town's is watched for, but holds nothing: nobody's fault to plant
        assertThat(EnumSet.complementOf(EnumSet.copyOf(planted)))
                .containsExactlyInAnyOrder(
                        ReasonCode.RULE_ERROR, ReasonCode.TAX_ID_NOT_REGISTERED, ReasonCode.POSTAL_CODE_CITY_MISMATCH);
    }

    @Test
    void everyDayHasTheSameSharesInAnotherOrder() {
        List<Demo> next =
                new DemoOrders(Deck.SIZE).day(Deck.SIZE, EVENING, OPENING_HOURS).toList();
        assertThat(shares(next)).isEqualTo(shares(DAY));
        assertThat(next.stream().map(Demo::fault).toList())
                .isNotEqualTo(DAY.stream().map(Demo::fault).toList());
    }

    @Test
    void transfersOnTheirWayMakeAnOrderWaitAndThenRelease() {
        var court = new DemoCourt();
        List<Demo> later =
                DAY.stream().filter(demo -> demo.sequel() == Sequel.PAYS).toList();
        assertThat(later).hasSizeBetween(100, 400);
        for (Demo demo : later) {
            assertThat(court.now(demo).verdict()).isEqualTo(Verdict.WAITING);
            assertThat(court.afterwards(demo).verdict()).isEqualTo(Verdict.RELEASED);
        }
    }

    @Test
    void anOrderWithTheSameNumberIsTheSameOrder() {
        Demo first = new DemoOrders(4_321).next(EVENING);
        assertThat(new DemoOrders(4_321).next(EVENING)).isEqualTo(first);
        assertThat(new DemoOrders(4_322).next(EVENING).order().key())
                .isNotEqualTo(first.order().key());
    }

    @Test
    void onlyWhatIsMeantToBeUnreadableIs() {
        for (Demo demo : DAY) {
            assertThat(read(demo.raw()) instanceof ReadOrder.Unreadable)
                    .as(demo.order().number())
                    .isEqualTo(demo.fault() == ReasonCode.UNREADABLE);
        }
    }

    @Test
    void connectionsBreakAmountsAreInWordsAndDaysInNoCalendar() {
        String json = new String(DAY.getFirst().raw(), UTF_8);
        assertThat(Stream.of("1", "2", "3")
                        .map(number -> read(Garbling.of(json, number).getBytes(UTF_8)))
                        .map(read -> ((ReadOrder.Unreadable) read).problem().problem()))
                .containsExactlyInAnyOrder(Problem.NOT_JSON, Problem.NOT_AN_AMOUNT, Problem.NOT_A_TIME);
    }

    @Test
    void ordersComeFromEveryChannelAndFivePeoples() {
        Map<String, Long> channels =
                DAY.stream().collect(groupingBy(demo -> demo.order().key().channel(), counting()));
        assertThat(channels).containsOnlyKeys(DemoOrders.CHANNELS);
        assertThat(DAY.stream().map(demo -> demo.order().country()).distinct())
                .containsExactlyInAnyOrder("PL", "CZ", "DE", "BG");
        assertThat(DAY.stream().map(demo -> demo.order().buyer().name()))
                .anyMatch(name -> name.endsWith("Шевченко"))
                .anyMatch(name -> name.endsWith("ová"));
    }

    @Test
    void nobodyRealIsWrittenTo() {
        assertThat(DAY.stream()
                        .filter(demo -> demo.fault() != ReasonCode.EMAIL_INVALID)
                        .map(Demo::order)
                        .map(Order::buyer)
                        .map(Order.Buyer::email))
                .allMatch(address -> address.matches(".*@example\\.(com|org|net)"));
    }

    private static ReadOrder read(byte[] raw) {
        return new CanonicalFormat().read(new Piece(1, raw), ChannelSettings.of(""));
    }

    private static List<ReasonCode> reasons(Judgement judgement) {
        return judgement.holds().stream()
                .map(Finding::reason)
                .map(ReasonCode.class::cast)
                .distinct()
                .toList();
    }

    private static Map<String, Long> shares(List<Demo> day) {
        return day.stream().collect(groupingBy(demo -> String.valueOf(demo.fault()), counting()));
    }
}
