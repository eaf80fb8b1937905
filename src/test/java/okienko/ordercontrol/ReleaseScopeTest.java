package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.ordercontrol.Hold.Limit;
import okienko.ordercontrol.Rule.Scope;
import okienko.orders.OrderId;
import okienko.orders.Orders;
import okienko.orders.TimelineEntry;
import okienko.vocabulary.Money;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How far a release goes, by the cases other systems are known for: SAP checks a released document again after N days or
 * above the released value, and with no N given on every later day; Oracle honours a release while the increase stays below
 * an amount; Odoo's one flag lets everything pass. The order stays open through a mistyped e-mail address.
 */
@OfficeTest
class ReleaseScopeTest extends ShopOfItsOwn {

    private static final OwnRule LARGE = OwnRule.LARGE;
    private static final OwnRule MANY = OwnRule.holding("order.lines.exists(l, l.quantity >= 2)");
    private static final OwnRule POSTED = OwnRule.holding("order.delivery.country.orValue(\"\") != \"\"");

    private static final String CASES = """
            SAP, no days given: any change on a later day    | large                  | 40 | street          |
            SAP: within the days, the value as released      | large, for 3 days      |  2 | street          |
            SAP: within the days, below the released value   | large, for 3 days      |  2 | 119.98          |
            SAP: within the days, above the released value   | large, for 3 days      |  2 | 129.99          | Total
            SAP: the days are over                           | large, for 3 days      |  4 | street          | Time
            above the released value, no tolerance           | large                  |  0 | 129.99          | Total
            Oracle: an increase below the amount             | large, 20 PLN more     |  0 | 149.98          |
            Oracle: an increase above the amount             | large, 20 PLN more     |  0 | 149.99          | Total
            an increase within the share                     | large, 10 % more       |  0 | 142.97          |
            an increase above the share                      | large, 10 % more       |  0 | 142.98          | Total
            down, and up again within the amount             | large, 20 PLN more     |  0 | 110.00 → 149.00 |
            two within the amount, together above            | large, 20 PLN more     |  0 | 145.00 → 160.00 | Total
            another currency, the same number                | large, 20 PLN more     |  0 | currency        | Total
            a tolerance in a currency without a rate         | large, 20 EUR more     |  0 | 130.00          | Total
            a line more, the total the same, about the total | large                  |  0 | line            |
            a line more, the total the same, about lines     | many                   |  0 | line            | Value
            another quantity, about quantities               | many                   |  0 | quantity        | Value
            the total grows, about the country               | posted                 |  0 | 999.00          |
            another country, about the country               | posted                 |  0 | country         | Value
            a part of the condition never looked at          | large or to Poznań     |  0 | city            |
            one fact was chosen, the total grows             | large, the city counts |  0 | 999.00          |
            one fact was chosen and changes                  | large, the city counts |  0 | city            | Value
            about the country, with a limit for the total    | posted, 5 PLN more     |  0 | 140.00          | Total
            """;

    private static final Map<String, OwnRule> RULES = Map.ofEntries(
            Map.entry("large", LARGE),
            Map.entry("large, for 3 days", LARGE.covering(new Scope(Set.of(), null, null, Duration.ofDays(3)))),
            Map.entry("large, 20 PLN more", LARGE.upTo("20.00")),
            Map.entry("large, 10 % more", LARGE.covering(new Scope(Set.of(), null, 10, null))),
            Map.entry("large, 20 EUR more", LARGE.covering(new Scope(Set.of(), Money.of("20.00", "EUR"), null, null))),
            Map.entry(
                    "large, the city counts",
                    LARGE.covering(new Scope(Set.of("order.delivery.city"), null, null, null))),
            Map.entry(
                    "large or to Poznań",
                    OwnRule.holding("order.total > pln(100) || order.delivery.city.orValue(\"\") == \"Poznań\"")),
            Map.entry("many", MANY),
            Map.entry("posted", POSTED),
            Map.entry("posted, 5 PLN more", POSTED.upTo("5.00")));

    @Autowired
    TestClock clock;

    @Autowired
    Orders orders;

    /** What a channel sends instead of what it sent before: another total, or one of a few other changes. */
    private static String changed(String json, String change) {
        return switch (change) {
            case "street" -> json.replace("Solna 4/2", "Solna 6");
            case "city" -> json.replace("Poznań", "Kraków");
            case "country" -> json.replace("\"country\":\"PL\"", "\"country\":\"DE\"");
            case "currency" -> json.replace("\"currency\":\"PLN\"", "\"currency\":\"EUR\"");
            case "quantity" -> json.replace("\"quantity\":2", "\"quantity\":3");
            case "line" ->
                json.replace(
                        "\"lines\":[",
                        "\"lines\":[{\"sku\":\"K-2\",\"name\":\"Torba\",\"quantity\":1,\"unitPrice\":\"0.00\"},");
            default -> json.replaceAll("\"total\":\"[0-9.]+\"", "\"total\":\"" + change + "\"");
        };
    }

    private String mistypedMail() {
        return shop.cleanOrder().replace("@example.com", "@gmial.com");
    }

    private Hold.Beyond beyond(OrderId id, Reason reason) {
        return Objects.requireNonNull(shop.hold(id, reason).beyond());
    }

    /** The total is 129.98 when it is released; the days pass before the last change. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = CASES)
    void aReleaseGoesAsFarAsWasSaid(String what, String rule, int days, String changes, @Nullable String beyond) {
        Reason reason = save(Objects.requireNonNull(RULES.get(rule)));
        String json = mistypedMail();
        OrderId id = shop.send(json).id();
        shop.act(id, "ania", new Action.ResolveReason(reason, "agreed"));
        List<String> all = List.of(changes.split(" → ", -1));
        for (String change : all) {
            assertThat(shop.open(id)).as(what + ", before " + change).doesNotContain(reason);
            if (change.equals(all.getLast())) clock.advance(Duration.ofDays(days));
            json = changed(json, change);
            shop.send(json);
        }
        if (beyond == null) {
            assertThat(shop.open(id)).as(what).doesNotContain(reason);
        } else {
            assertThat(shop.open(id)).as(what).contains(reason);
            assertThat(beyond(id, reason).by()).isEqualTo("ania");
            assertThat(beyond(id, reason).limit().getClass().getSimpleName()).isEqualTo(beyond);
        }
    }

    @Test
    void theNewHoldAndTheTimelineSayWhatWasReleasedAndWhatIsNow() {
        Reason reason = save(LARGE);
        String json = mistypedMail();
        OrderId id = shop.send(json).id();
        shop.act(id, "ania", new Action.ResolveReason(reason, "agreed"));
        assertThat(Objects.requireNonNull(shop.hold(id, reason).cover()).upTo()).isEqualTo(Money.of("129.98", "PLN"));
        shop.send(changed(json, "612.00"));
        assertThat(beyond(id, reason).limit())
                .isEqualTo(new Limit.Total(Money.of("129.98", "PLN"), Money.of("612.00", "PLN")));
        TimelineEntry last = orders.timeline(id).getLast();
        assertThat(last.details().get("beyond"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .singleElement()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("reason", reason.name())
                .containsEntry("by", "ania");
    }

    @Test
    void oneReleaseDoesNotCoverAnotherRule() {
        Reason large = save(LARGE);
        Reason many = save(MANY);
        String json = mistypedMail();
        OrderId id = shop.send(json).id();
        shop.act(id, "ania", new Action.ResolveReason(large, "agreed"));
        assertThat(shop.open(id)).contains(many).doesNotContain(large);
        shop.send(changed(json, "street"));
        assertThat(shop.open(id)).contains(many).doesNotContain(large);
    }

    @Test
    void anAmountOfOneOfTheProductsChecksIsReleasedUpToIt() {
        String onDelivery = mistypedMail()
                .replace(",\"paid\":\"129.98\"", "")
                .replace("\"form\":\"ONLINE\"", "\"form\":\"CASH_ON_DELIVERY\"");
        String json = changed(onDelivery, "2500.00");
        OrderId id = shop.send(json).id();
        shop.act(id, "ania", new Action.ResolveReason(ReasonCode.NEW_CUSTOMER_HIGH_VALUE, "phoned"));
        shop.send(changed(json, "2400.00"));
        assertThat(shop.open(id)).doesNotContain(ReasonCode.NEW_CUSTOMER_HIGH_VALUE);
        shop.send(changed(json, "2600.00"));
        assertThat(shop.open(id)).contains(ReasonCode.NEW_CUSTOMER_HIGH_VALUE);
        assertThat(beyond(id, ReasonCode.NEW_CUSTOMER_HIGH_VALUE).limit())
                .isEqualTo(new Limit.Total(Money.of("2500.00", "PLN"), Money.of("2600.00", "PLN")));
    }

    @Test
    void whatIsReleasedInSpiteOfIsRememberedAlike() {
        Reason reason = save(LARGE.upTo("20.00"));
        String json = shop.cleanOrder();
        OrderId id = shop.send(json).id();
        shop.act(id, "ania", new Action.Release("urgent"));
        shop.send(changed(json, "140.00"));
        assertThat(shop.open(id)).contains(ReasonCode.CHANGED_AFTER_RELEASE).doesNotContain(reason);
        shop.send(changed(json, "160.00"));
        assertThat(shop.open(id)).contains(ReasonCode.CHANGED_AFTER_RELEASE, reason);
    }
}
