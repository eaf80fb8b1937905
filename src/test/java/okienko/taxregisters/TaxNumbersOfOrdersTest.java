package okienko.taxregisters;

import static okienko.taxregisters.schema.Tables.ANSWERS;
import static okienko.taxregisters.schema.Tables.ASKERS;
import static okienko.taxregisters.schema.Tables.QUESTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import okienko.OfficeTest;
import okienko.TestClock;
import okienko.World;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.rules.RuleBook;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/** What a register says decides about orders, and what it does not say does not. */
@OfficeTest
class TaxNumbersOfOrdersTest {

    private static final String GERMAN = "DE136695976";

    @Autowired
    RegisterQueries queries;

    @Autowired
    Connections connections;

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    RuleBook rules;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    @Autowired
    DSLContext db;

    private final RegistersStub stub = new RegistersStub();

    @BeforeEach
    void nothingIsKnown() {
        clock.set(Instant.parse("2026-11-28T11:00:00Z"));
        for (var table : List.of(ANSWERS, ASKERS, QUESTIONS))
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

    @Test
    void anOrderThatWaitsForAnAnswerIsReleasedOrHeldByIt() {
        on(Register.WHITE_LIST);
        TestShop shop = TestShop.open(world.channel(), office);
        rules.set(
                ReasonCode.TAX_ID_NOT_REGISTERED,
                shop.channel,
                new Setting(Mode.ON, Map.of("waitUpTo", "PT2H")),
                "test",
                false);
        stub.knows("5260001246", "");
        ControlledOrder good = shop.send(withTaxId(shop, "526-025-02-74"));
        ControlledOrder bad = shop.send(withTaxId(shop, "PL 526-000-12-46"));
        assertThat(good.state()).isEqualTo(State.WAITING);
        assertThat(good.deadline()).isEqualTo(good.receivedAt().plus(Duration.ofHours(2)));
        queries.work();
        shop.becomes(good.id(), State.RELEASED);
        shop.becomes(bad.id(), State.HELD);
        assertThat(shop.open(bad.id())).containsExactly(ReasonCode.TAX_ID_NOT_REGISTERED);
        assertThat(shop.hold(bad.id(), ReasonCode.TAX_ID_NOT_REGISTERED)
                        .finding()
                        .evidence())
                .containsEntry("number", "PL5260001246")
                .hasEntrySatisfying(
                        "consultation",
                        number -> assertThat(String.valueOf(number)).startsWith("d2n10"));
    }

    @Test
    void nothingIsHeldWhileARegisterDoesNotAnswerUnlessTheShopSaysSo() {
        on(Register.VIES);
        stub.outage(500);
        TestShop shop = TestShop.open(world.channel(), office);
        ControlledOrder order = shop.send(withTaxId(shop, GERMAN));
        assertThat(order.state()).isEqualTo(State.RELEASED);
    }

    private static String withTaxId(TestShop shop, String taxId) {
        return shop.cleanOrder()
                .replace(
                        "\"payment\":{",
                        "\"invoice\":{\"wanted\":true,\"toCompany\":true,\"company\":\"Zielony Dom\",\"taxId\":\""
                                + taxId + "\"},\"payment\":{");
    }
}
