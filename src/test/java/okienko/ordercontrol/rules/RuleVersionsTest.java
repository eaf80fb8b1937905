package okienko.ordercontrol.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import okienko.OfficeTest;
import okienko.World;
import okienko.ordercontrol.ControlledOrder;
import okienko.ordercontrol.ControlledOrder.State;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.TestShop;
import okienko.ordercontrol.checks.FindingWords;
import okienko.ordercontrol.rules.Saving.Outcome;
import okienko.vocabulary.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

@OfficeTest
class RuleVersionsTest {

    private static final Setting OFF = new Setting(Mode.OFF, Map.of());
    private static final Setting SHADOW = new Setting(Mode.SHADOW, Map.of());

    @Autowired
    AutowireCapableBeanFactory office;

    @Autowired
    World world;

    @Autowired
    RuleBook rules;

    @Autowired
    TransactionTemplate transaction;

    private TestShop shop;
    private int found;

    @BeforeEach
    void openShop() {
        shop = TestShop.open(world.channel(), office);
        found = rules.current().version();
    }

    @AfterEach
    void bringBackWhatWasFound() {
        rules.bringBack(found, "test", "", false);
    }

    private RuleVersion saved(RuleSet candidate) {
        Outcome outcome = rules.save(candidate, Saving.change("marek", "Christmas", false));
        return ((Outcome.Saved) outcome).version();
    }

    private RuleSet withUnpaidOff() {
        return rules.current().with(rules.current().rule(ReasonCode.UNPAID).set(shop.channel, OFF));
    }

    private Rule ownRule() {
        return Rule.own(
                        world.unique("large").toLowerCase(Locale.ROOT),
                        new Rule.Wording(Texts.of("pl", "Duże"), Texts.of("pl", "Zapytaj"), Texts.NONE),
                        Rule.Written.cel("order.total > pln(15000)"))
                .set(shop.channel, SHADOW);
    }

    @Test
    void everyChangeMakesAVersionOfAllRulesWithWhoWhenAndWhy() {
        RuleVersion made = saved(withUnpaidOff());
        assertThat(made.version()).isEqualTo(found + 1);
        assertThat(rules.versions(1)).containsExactly(made);
        assertThat(made.agent()).isEqualTo("marek");
        assertThat(made.note()).isEqualTo("Christmas");
        assertThat(rules.current().version()).isEqualTo(found + 1);
        assertThat(rules.current().settings(ReasonCode.UNPAID)).containsEntry(shop.channel, OFF);
        assertThat(rules.at(found).orElseThrow().settings(ReasonCode.UNPAID)).doesNotContainKey(shop.channel);
    }

    @Test
    void aChangeThatChangesNothingMakesNoVersion() {
        assertThat(rules.save(rules.current(), Saving.change("marek", "", false)))
                .isEqualTo(new Outcome.Unchanged());
        assertThat(rules.current().version()).isEqualTo(found);
    }

    @Test
    void whatWasMadeFromAnOlderVersionIsNotSavedOverANewerOne() {
        RuleSet mine = withUnpaidOff();
        saved(rules.current().with(rules.current().rule(ReasonCode.OVERPAID).set(shop.channel, OFF)));
        assertThat(rules.save(mine, Saving.change("ada", "", false))).isEqualTo(new Outcome.Stale(found + 1));
        assertThat(rules.current().settings(ReasonCode.UNPAID)).doesNotContainKey(shop.channel);
    }

    @Test
    void anyVersionCanBeBroughtBackAndThatIsAVersionToo() {
        saved(withUnpaidOff());
        saved(rules.current().with(ownRule()));
        Outcome outcome = rules.bringBack(found, "marek", "was better", false);
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Saved.class, back -> {
            assertThat(back.version().version()).isEqualTo(found + 3);
            assertThat(back.version().origin()).isEqualTo(new RuleVersion.Origin.BroughtBack(found));
        });
        assertThat(rules.current().rules())
                .isEqualTo(rules.at(found).orElseThrow().rules());
        assertThat(rules.versions(1).getFirst().origin()).isEqualTo(new RuleVersion.Origin.BroughtBack(found));
    }

    @Test
    void aVersionTellsWhatItChangedInTheReadersLanguage() {
        Rule own = ownRule();
        saved(withUnpaidOff().with(own));
        assertThat(sentences(Locale.of("pl")))
                .containsExactly("Nieopłacone, " + shop.channel + " – tryb: domyślne → wyłączona", "Duże: nowa reguła");
        saved(rules.current()
                .with(rules.current()
                        .rule(ReasonCode.UNPAID)
                        .set(shop.channel, new Setting(Mode.ON, Map.of("onlineWithin", "PT2H")))
                        .when(Rule.Written.cel("order.total > pln(10)")))
                .with(own.when(Rule.Written.cel("order.total > pln(20000)"))));
        assertThat(sentences(Locale.ENGLISH))
                .containsExactly(
                        "Not paid – applies when: – → order.total > pln(10)",
                        "Not paid, " + shop.channel + " – mode: off → on",
                        "Not paid, " + shop.channel + " – online payment within: default → PT2H",
                        "Duże – condition: order.total > pln(15000) → order.total > pln(20000)");
        saved(rules.current().without(own.reason()));
        assertThat(sentences(Locale.ENGLISH)).containsExactly("Duże: the rule is gone");
    }

    private List<String> sentences(Locale language) {
        return rules.difference(rules.current().version()).stream()
                .map(difference -> difference.sentence(language))
                .toList();
    }

    @Test
    void aRuleThatIsGoneKeepsItsNameForTheOrdersItHeld() {
        Rule own = ownRule();
        saved(rules.current().with(own));
        saved(rules.current().without(own.reason()));
        office.getBean(OwnRules.class).learnAll();
        assertThat(FindingWords.title((Reason.Custom) own.reason(), Locale.of("pl")))
                .isEqualTo("Duże");
    }

    @Test
    void aVersionThatIsRolledBackIsForgotten() {
        transaction.executeWithoutResult(on -> {
            rules.set(ReasonCode.UNPAID, shop.channel, OFF, "marek", false);
            assertThat(rules.current().settings(ReasonCode.UNPAID)).containsEntry(shop.channel, OFF);
            on.setRollbackOnly();
        });
        rules.set(ReasonCode.UNPAID, shop.channel, SHADOW, "marek", false);
        assertThat(rules.current().settings(ReasonCode.UNPAID)).containsEntry(shop.channel, SHADOW);
    }

    @Test
    void onlyOrdersOfChannelsThatAreJudgedOtherwiseAreConcerned() {
        String unpaid = shop.cleanOrder().replace(",\"paid\":\"129.98\"", "");
        ControlledOrder waiting = shop.send(unpaid);
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        RuleSet now = rules.current();
        Rule check = now.rule(ReasonCode.EMAIL_INVALID);
        assertThat(rules.concerned(now.with(check.set(shop.channel, OFF)))).isEqualTo(1);
        assertThat(rules.concerned(now.with(check.set("another-" + shop.channel, OFF))))
                .isZero();
        assertThat(rules.concerned(now.with(check.when(Rule.Written.cel("order.buyer.business")))))
                .isGreaterThanOrEqualTo(1);
        assertThat(rules.concerned(now.with(ownRule()))).isEqualTo(1);
        Rule why = new Rule(
                check.reason(),
                new Rule.Wording(Texts.NONE, Texts.NONE, Texts.of("en", "because")),
                null,
                check.severity(),
                null,
                null,
                check.channels(),
                check.validity(),
                check.releases());
        assertThat(rules.concerned(now.with(why))).isZero();
    }
}
