package okienko.ordercontrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okienko.OfficeTest;
import okienko.access.ApiKeys;
import okienko.access.ApiKeys.Made;
import okienko.access.Role;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.OrderControl.Asked;
import okienko.orders.OrderId;
import okienko.work.WorkItem;
import okienko.work.WorkItems;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** Above an amount two people look: one proposes, another confirms, and never is it the same one. */
@OfficeTest
class FourEyesTest extends ShopOfItsOwn {

    private static final OwnRule FOUR_EYES = OwnRule.LARGE.fourEyesAbove("120.00");

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

    private Asked asked(OrderId id, String agent) {
        return control.asked(shop.now(id), agent).orElseThrow();
    }

    @Test
    void belowTheAmountOnePersonIsEnough() {
        Reason reason = save(OwnRule.LARGE.fourEyesAbove("129.98"));
        ControlledOrder held = shop.send(shop.cleanOrder());
        assertThat(shop.act(held.id(), ola, new Action.ResolveReason(reason, ""))
                        .state())
                .isEqualTo(State.RELEASED);
    }

    @Test
    void aboveTheAmountASecondPersonConfirms() {
        Reason reason = save(FOUR_EYES.releasedBy(Role.MANAGER).upTo("20.00"));
        OrderId id = shop.send(shop.cleanOrder()).id();
        assertThat(act(id, ola, new Action.ResolveReason(reason, "phoned")))
                .isEqualTo(new Outcome.Refused("control.refused.only.MANAGER"));
        Outcome proposed = act(id, marek, new Action.ResolveReason(reason, "phoned"));
        assertThat(proposed).isInstanceOf(Outcome.Proposed.class);
        String colleague = ((Outcome.Proposed) proposed).colleague();
        assertThat(colleague).isNotEqualTo(marek);
        assertThat(shop.now(id).state()).isEqualTo(State.HELD);
        WorkItem item = work.find(WorkItem.HELD_ORDER, id.toString()).orElseThrow();
        assertThat(item.assignedTo()).isEqualTo(colleague);
        assertThat(item.claimedBy()).isNull();

        long proposal = asked(id, marek).proposal().id();
        assertThat(asked(id, marek).own()).isTrue();
        assertThat(act(id, marek, new Action.Confirm(proposal)))
                .isEqualTo(new Outcome.Refused("control.refused.samePerson"));
        assertThat(act(id, ola, new Action.Confirm(proposal)))
                .isEqualTo(new Outcome.Refused("control.refused.only.MANAGER"));
        assertThat(act(id, marek, new Action.Release("once more")))
                .isEqualTo(new Outcome.Refused("control.refused.proposed"));
        assertThat(asked(id, ada).obstacle()).isEmpty();
        assertThat(act(id, ada, new Action.Confirm(proposal))).isInstanceOf(Outcome.Done.class);
        assertThat(shop.now(id).state()).isEqualTo(State.RELEASED);
        assertThat(shop.hold(id, reason).closedBy()).isEqualTo(ada);
        assertThat(shop.hold(id, reason).note()).isEqualTo("phoned");
        assertThat(shop.timeline(id)).containsSequence("proposed", "confirmed", "resolved", "released");
    }

    @Test
    void aReleaseInSpiteOfItIsConfirmedAlike() {
        save(FOUR_EYES);
        OrderId id = shop.send(shop.cleanOrder()).id();
        assertThat(act(id, ola, new Action.Release("urgent"))).isInstanceOf(Outcome.Proposed.class);
        assertThat(act(id, marek, new Action.Confirm(asked(id, marek).proposal().id())))
                .isInstanceOf(Outcome.Done.class);
        assertThat(shop.now(id).releasedBy()).isEqualTo(marek);
        assertThat(shop.timeline(id)).endsWith("proposed", "confirmed", "overridden");
    }

    @Test
    void ofAnOrderThatOnlyWaitsAColleagueIsAskedToo() {
        save(FOUR_EYES.clearingWithin(Duration.ofHours(4)));
        ControlledOrder waiting = shop.send(shop.cleanOrder());
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        Outcome proposed = act(waiting.id(), ola, new Action.Release("urgent"));
        String colleague = ((Outcome.Proposed) proposed).colleague();
        String order = waiting.id().toString();
        assertThat(work.find(WorkItem.HELD_ORDER, order).orElseThrow().assignedTo())
                .isEqualTo(colleague);
        act(
                waiting.id(),
                marek,
                new Action.Confirm(asked(waiting.id(), marek).proposal().id()));
        assertThat(shop.now(waiting.id()).state()).isEqualTo(State.RELEASED);
        assertThat(work.find(WorkItem.HELD_ORDER, order)).isEmpty();
    }

    @Test
    void whatIsTurnedDownGoesBackWithTheReason() {
        Reason reason = save(FOUR_EYES);
        OrderId id = shop.send(shop.cleanOrder()).id();
        act(id, ola, new Action.ResolveReason(reason, "phoned"));
        long proposal = asked(id, marek).proposal().id();
        assertThat(act(id, marek, new Action.Reject(proposal, "")))
                .isEqualTo(new Outcome.Refused("control.refused.reasonNeeded"));
        assertThat(act(id, marek, new Action.Reject(proposal, "the card is blocked")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(shop.open(id)).containsExactly(reason);
        assertThat(work.find(WorkItem.HELD_ORDER, id.toString()).orElseThrow().assignedTo())
                .isEqualTo(ola);
        assertThat(control.asked(shop.now(id), ola)).isEmpty();
        assertThat(shop.timeline(id)).endsWith("rejected");

        act(id, ola, new Action.ResolveReason(reason, "the card is free again"));
        assertThat(act(id, ola, new Action.Reject(asked(id, ola).proposal().id(), "")))
                .isInstanceOf(Outcome.Done.class);
        assertThat(shop.timeline(id)).endsWith("withdrawn");
    }

    @Test
    void aProposalAboutAnOrderThatHasChangedIsOver() {
        Reason reason = save(FOUR_EYES);
        String json = shop.cleanOrder();
        OrderId id = shop.send(json).id();
        act(id, ola, new Action.ResolveReason(reason, "phoned"));
        long proposal = asked(id, marek).proposal().id();
        shop.send(json.replace("\"total\":\"129.98\"", "\"total\":\"999.00\""));
        assertThat(control.asked(shop.now(id), marek)).isEmpty();
        assertThat(act(id, marek, new Action.Confirm(proposal)))
                .isEqualTo(new Outcome.Refused("control.refused.proposalOver"));
        assertThat(act(id, marek, new Action.ResolveReason(reason, "looked anew")))
                .isInstanceOf(Outcome.Proposed.class);
    }

    @Test
    void aProgramsMakerIsNoSecondPersonAndAProgramIsNone() {
        save(FOUR_EYES);
        ControlledOrder held = shop.send(shop.cleanOrder());
        String program = key(ada);
        assertThat(release(held, program))
                .hasStatus(202)
                .bodyJson()
                .hasPathSatisfying("$.proposal.how", how -> how.assertThat().isEqualTo("OVERRIDDEN"));
        assertThat(shop.now(held.id()).state()).isEqualTo(State.HELD);
        long proposal = asked(held.id(), ada).proposal().id();
        assertThat(act(held.id(), ada, new Action.Confirm(proposal)))
                .isEqualTo(new Outcome.Refused("control.refused.samePerson"));
        assertThat(act(held.id(), "key:other", new Action.Confirm(proposal)))
                .isEqualTo(new Outcome.Refused("control.refused.personNeeded"));
        assertThat(release(shop.now(held.id()), program))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("control.refused.proposed");
        assertThat(act(held.id(), marek, new Action.Confirm(proposal))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneDoes() throws Exception {
        save(FOUR_EYES);
        OrderId id = shop.send(shop.cleanOrder()).id();
        act(id, ola, new Action.Release("urgent"));
        long proposal = asked(id, marek).proposal().id();
        long version = shop.now(id).version();
        List<Callable<Outcome>> both = List.of(
                () -> control.act(id, version, marek, new Action.Confirm(proposal)),
                () -> control.act(id, version, ada, new Action.Confirm(proposal)));
        try (ExecutorService desk = Executors.newFixedThreadPool(2)) {
            List<Outcome> outcomes =
                    desk.invokeAll(both).stream().map(Future::resultNow).toList();
            assertThat(outcomes).filteredOn(Outcome.Done.class::isInstance).hasSize(1);
            assertThat(outcomes).filteredOn(Outcome.Stale.class::isInstance).hasSize(1);
        }
        assertThat(shop.timeline(id)).containsOnlyOnce("confirmed", "overridden");
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
