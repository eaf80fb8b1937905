package okienko.ordercontrol.rulefiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ui.Language;
import okienko.ui.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFileTest {

    private static final int RANDOM_RULE_SETS = 400;

    @Test
    void whateverRulesSayTheyReadBackTheSameFromTheirFile() {
        RandomRules random = new RandomRules(7);
        for (int i = 0; i < RANDOM_RULE_SETS; i++) {
            RuleSet rules = random.next();
            String text = RuleFile.write(rules);
            RuleFile.Read read = RuleFile.read(text);
            assertThat(read.problems()).as(text).isEmpty();
            assertThat(read.rules()).as(text).isEqualTo(rules);
            assertThat(RuleFile.write(read.rules())).isEqualTo(text);
        }
    }

    @Test
    void aFileReadsLikeSomethingAPersonWrote() {
        RuleSet rules = RuleSet.DEFAULTS
                .with(Rule.of(ReasonCode.UNPAID)
                        .set(RuleSet.ANY_CHANNEL, new Setting(Mode.ON, Map.of("onlineWithin", "PT2H")))
                        .set("allegro", new Setting(Mode.SHADOW, Map.of())))
                .with(Rule.of(ReasonCode.FOREIGN_ORDER).set(RuleSet.ANY_CHANNEL, new Setting(Mode.OFF, Map.of())));
        assertThat(RuleFile.write(rules)).isEqualTo("""
                        # Rules of an Okienko shop; the fields are explained in docs/rules.md.
                        # Checks that are not named here have their defaults.
                        okienko: rules/1
                        rules:

                          # Not paid
                          - rule: UNPAID
                            everywhere:
                              mode: on
                              parameters:
                                onlineWithin: PT2H
                            channels:
                              allegro:
                                mode: shadow

                          # Foreign order
                          - rule: FOREIGN_ORDER
                            everywhere:
                              mode: off
                        """);
    }

    @Test
    void noRulesAtAllAreAFileToo() {
        assertThat(RuleFile.read(RuleFile.write(RuleSet.DEFAULTS)).rules()).isEqualTo(RuleSet.DEFAULTS);
    }

    @Test
    void aFilePeopleWroteByHandIsRead() {
        RuleFile.Read read = RuleFile.read("""
                okienko: rules/1
                rules:
                - rule: CUSTOM:large-order
                  title: {en: Large order, pl: Duże zamówienie}
                  message: {en: "Ask: {order.total}"}
                  condition: >-
                    order.total > pln(15000)
                  everywhere: {mode: On}
                  valid: {from: 2026-12-01}
                  releases:
                    by:
                    - MANAGER
                    scope: {percent: 10}
                """);
        assertThat(read.problems()).isEmpty();
        Rule rule = read.rules().find(new Reason.Custom("large-order")).orElseThrow();
        assertThat(rule.condition()).isEqualTo(Rule.Written.cel("order.total > pln(15000)"));
        assertThat(rule.releases().scope().percent()).isEqualTo(10);
        assertThat(rule.channels().get(RuleSet.ANY_CHANNEL)).isEqualTo(new Setting(Mode.ON, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            rule: UNPAYED                                                           | 3 | rule                                | unknownRule
            rule: UNPAID, everywhere: {mode: onn}                                   | 3 | everywhere.mode                     | badWord
            rule: UNPAID, everywhere: {mode: on, parameters: {onlineWithin: 2h}}    | 3 | everywhere.parameters.onlineWithin  | bad.DURATION
            rule: UNPAID, everywhere: {mode: on, parameters: {soon: PT2H}}          | 3 | everywhere.parameters.soon          | unknownField
            rule: UNPAID, everywhere: {parameters: {onlineWithin: PT2H}}            | 3 | everywhere                          | missing
            rule: UNPAID, everywhere: shadow                                        | 3 | everywhere                          | notFields
            rule: UNPAID, clearsWithin: PT2H                                        | 3 | clearsWithin                        | unknownField
            rule: UNPAID, severity: grave                                           | 3 | severity                            | badWord
            rule: UNPAID, valid: {from: 1 May}                                      | 3 | valid.from                          | bad.DAY
            rule: UNPAID, valid: {from: 2026-05-02, to: 2026-05-01}                 | 3 | valid                               | endsBeforeItBegins
            rule: UNPAID, releases: {by: [BOSS]}                                    | 3 | releases.by                         | badWord
            rule: UNPAID, releases: {by: MANAGER}                                   | 3 | releases.by                         | notList
            rule: UNPAID, releases: {fourEyesAbove: 500}                            | 3 | releases.fourEyesAbove              | bad.MONEY
            rule: UNPAID, releases: {fourEyesAbove: 500 ZLOTY}                      | 3 | releases.fourEyesAbove              | bad.MONEY
            rule: UNPAID, releases: {scope: {percent: 10 %}}                        | 3 | releases.scope.percent              | bad.PERCENT
            rule: UNPAID, releases: {reasonNeeded: maybe}                           | 3 | releases.reasonNeeded               | bad.FLAG
            rule: UNPAID, why: {polski: tak}                                        | 3 | why.polski                          | badLanguage
            rule: UNPAID, channels: {'*': {mode: on}}                               | 3 | channels.*                          | badChannel
            rule: UNPAID, queue: ''                                                 | 3 | queue                               | empty
            rule: UNPAID, queue:                                                    | 3 | queue                               | notText
            rule: UNPAID, queue: a, queue: b                                        | 3 | queue                               | twice
            rule: UNPAID, form: x                                                   | 3 | form                                | notFields
            rule: 'CUSTOM:a', title: {pl: A}, message: {pl: B}                      | 3 | -                                   | missing
            mode: on                                                                | 3 | -                                   | missing
            """)
    void whatCannotBeIsToldWithItsLineAndField(String rule, int line, String field, String kind) {
        List<FileProblem> problems =
                RuleFile.read("okienko: rules/1\nrules:\n  - {" + rule + "}\n").problems();
        FileProblem first = problems.getFirst();
        assertThat(first.line()).isEqualTo(line);
        assertThat(first.field()).isEqualTo(field == null ? "" : field);
        assertThat(first.kind()).isEqualTo(kind);
        for (Language language : Language.values()) {
            assertThat(first.sentence(Words.in(language.locale())))
                    .contains("3", first.field())
                    .doesNotContain("⟦", "{");
        }
    }

    @Test
    void aRuleNamedTwiceAFileOfAnotherKindAndBrokenYamlAreTold() {
        assertThat(kinds("okienko: rules/1\nrules: [{rule: UNPAID}, {rule: UNPAID}]"))
                .containsExactly("twice");
        assertThat(kinds("openapi: 3.1.0\npaths: {}")).contains("format", "missing");
        assertThat(kinds("")).containsExactly("nothing");
        assertThat(kinds("[1, 2]")).contains("notFields");
        List<FileProblem> broken =
                RuleFile.read("okienko: rules/1\nrules:\n  - rule: [\n").problems();
        assertThat(broken.getFirst().kind()).isEqualTo("syntax");
        assertThat(broken.getFirst().line()).isGreaterThan(2);
        assertThat(broken.getFirst().sentence(Words.in(Locale.ENGLISH))).contains("YAML");
    }

    @Test
    void aConditionThatCannotBeUsedIsToldWithItsLineInTheFile() {
        List<FileProblem> problems = RuleFile.read("""
                okienko: rules/1
                rules:
                  - rule: UNPAID
                    appliesWhen: |
                      order.total > pln(100)
                        && order.totl > pln(5)
                """).problems();
        assertThat(problems.getFirst().line()).isEqualTo(6);
        assertThat(problems.getFirst().kind()).isEqualTo("condition");
        assertThat(problems.getFirst().sentence(Words.in(Locale.ENGLISH))).contains("order.totl", "order.total");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: &a [*a, *a, *a]",
                "okienko: rules/1\nrules: &r [{rule: UNPAID, channels: &c {x: *c}}, *r]",
                "okienko: !!javax.script.ScriptEngineManager [!!java.net.URL [http://example.com]]",
                "okienko: rules/1\nrules: [[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]"
            })
    void aHostileFileIsRefusedAndDoesNothing(String text) {
        assertThat(RuleFile.read(text).problems()).isNotEmpty();
    }

    private static Stream<String> kinds(String text) {
        return RuleFile.read(text).problems().stream().map(FileProblem::kind);
    }
}
