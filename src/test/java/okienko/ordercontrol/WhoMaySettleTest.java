package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import okienko.OfficeTest;
import okienko.access.ApiKeys;
import okienko.access.ApiKeys.Made;
import okienko.access.Role;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.work.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** The roles a rule names and the reasons it wants, in every way an order is settled. */
@OfficeTest
class WhoMaySettleTest extends ShopOfItsOwn {

    @Autowired
    OrderControl control;

    @Autowired
    ApiKeys keys;

    @Autowired
    WorkItems work;

    @Autowired
    MockMvcTester web;

    private String ola;
    private String marek;
    private String ada;

    @BeforeEach
    void meetThePeople() {
        ola = world.ola();
        marek = world.marek();
        ada = world.ada();
    }

    @Test
    void whoseRoleIsNotEnoughIsToldWhoMayInEveryWay() {
        Reason reason = save(OwnRule.LARGE.releasedBy(Role.MANAGER));
        ControlledOrder held = shop.send(shop.cleanOrder());
        Outcome.Refused onlyManagers = new Outcome.Refused("control.refused.only.MANAGER");
        long hold = shop.hold(held.id(), reason).id();
        assertThat(act(held.id(), ola, new Action.Resolve(hold, "fine"))).isEqualTo(onlyManagers);
        assertThat(act(held.id(), ola, new Action.Release("urgent"))).isEqualTo(onlyManagers);
        assertThat(control.act(Map.of(held.id(), held.version()), ola, new Action.ResolveReason(reason, "fine")))
                .containsValue(onlyManagers);
        assertThat(control.preview(List.of(held.id()), ola, new Action.Release("urgent")))
                .singleElement()
                .extracting(OrderControl.Preview::obstacle)
                .isEqualTo("control.refused.only.MANAGER");
        assertThat(control.terms(held, ola))
                .hasEntrySatisfying(hold, terms -> assertThat(terms.allowed()).isFalse());
        assertThat(shop.now(held.id())).isEqualTo(held);

        assertThat(act(held.id(), marek, new Action.Resolve(hold, "fine"))).isInstanceOf(Outcome.Done.class);
        assertThat(shop.now(held.id()).state()).isEqualTo(State.RELEASED);
    }

    @Test
    void aRoleAboveTheOneNamedMayToo() {
        save(OwnRule.LARGE.releasedBy(Role.MANAGER));
        ControlledOrder held = shop.send(shop.cleanOrder());
        assertThat(shop.act(held.id(), ada, new Action.Release("urgent")).state())
                .isEqualTo(State.RELEASED);
    }

    @Test
    void aProgramIsNoManager() {
        save(OwnRule.LARGE.releasedBy(Role.MANAGER));
        ControlledOrder held = shop.send(shop.cleanOrder());
        assertThat(release(held, key(ada)))
                .hasStatus(403)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("control.refused.only.MANAGER");
    }

    @Test
    void aRuleThatWantsAReasonGetsOne() {
        Reason reason = save(OwnRule.LARGE.needingAReason());
        ControlledOrder held = shop.send(shop.cleanOrder());
        assertThat(act(held.id(), ola, new Action.ResolveReason(reason, " ")))
                .isEqualTo(new Outcome.Refused("control.refused.reasonNeeded"));
        assertThat(shop.act(held.id(), ola, new Action.ResolveReason(reason, "a known shop"))
                        .state())
                .isEqualTo(State.RELEASED);
    }

    private String key(String maker) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(maker, null, List.of()));
        try {
            return ((Made.Created) keys.create(world.unique("program"), Set.of("orders:read", "control:write"))).key();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private MockMvcRequestBuilder release(ControlledOrder order, String key) {
        return web.post()
                .uri("/api/v1/orders/" + order.id() + "/release")
                .header("Authorization", "Bearer " + key)
                .header("If-Match", order.version())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\":\"approved\"}");
    }
}
