package okienko.ordercontrol.rulefiles;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import okienko.access.Role;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.RuleSet.Mode;
import okienko.ordercontrol.RuleSet.Setting;
import okienko.ordercontrol.checks.Check;
import okienko.ordercontrol.checks.Checks;
import okienko.ordercontrol.checks.Parameter;
import okienko.ordercontrol.forms.Form;
import okienko.ordercontrol.forms.FormJson;
import okienko.ordercontrol.forms.Operator;
import okienko.vocabulary.Money;
import okienko.vocabulary.Texts;
import org.jspecify.annotations.Nullable;

/** Rule sets as nobody would make them: everything set, with every letter that is special to YAML. */
public final class RandomRules {

    private static final List<Rule.Severity> SEVERITIES = List.of(Rule.Severity.values());
    private static final List<String> WORDS = List.of(
            "Duże zamówienie",
            "a: b",
            "# no comment",
            "- dash",
            "no",
            "ON",
            "~",
            "null",
            "12",
            "0x1F",
            "1e3",
            "2026-12-24",
            "'quoted'",
            "\"double\"",
            "back\\slash",
            "{order.total}",
            "[x]",
            "*star",
            "&and",
            "!bang",
            "%percent",
            "@at",
            "`tick",
            "two\nlines",
            "tab\there",
            "ends with colon:",
            "?",
            "|",
            ">",
            "true",
            "Имя, фамилия",
            "„cudzysłów”",
            "😀",
            "=",
            "<<");

    private static final List<String> CONDITIONS = List.of(
            "order.total > pln(15000)",
            "order.comment.contains(\"- # : ' \")",
            "order.total > pln(100)\n    && order.buyer.business",
            "!order.buyer.business");

    private static final List<Form> FORMS = List.of(
            new Form.Group(Form.Join.ALL, List.of(new Form.Row("order.total", Operator.MORE, List.of("15000 PLN")))),
            new Form.Group(
                    Form.Join.ANY,
                    List.of(
                            new Form.Row("order.comment", Operator.CONTAINS_ANY, List.of("no", "- a: b", "on")),
                            new Form.Row("order.buyer.taxId", Operator.MISSING, List.of()),
                            new Form.Group(
                                    Form.Join.ALL,
                                    List.of(
                                            new Form.Row("order.pieces", Operator.AT_LEAST, List.of("3")),
                                            new Form.Row("order.placedAt", Operator.SINCE, List.of("2026-12-24")))))));

    private final Random random;

    public RandomRules(long seed) {
        random = new Random(seed);
    }

    public RuleSet next() {
        List<Rule> rules = new ArrayList<>();
        for (Check check : Checks.ALL) {
            if (random.nextInt(3) == 0) rules.add(rule(check.reason(), check));
        }
        Set<String> names = new HashSet<>();
        for (int i = random.nextInt(6); i > 0; i--) names.add("rule-" + random.nextInt(100));
        names.forEach(name -> rules.add(rule(new Reason.Custom(name), null)));
        return new RuleSet(0, rules);
    }

    private Rule rule(Reason reason, @Nullable Check check) {
        boolean own = check == null;
        return new Rule(
                reason,
                new Rule.Wording(own ? texts(1) : Texts.NONE, own ? texts(1) : Texts.NONE, texts(0)),
                own || random.nextBoolean() ? condition() : null,
                pick(SEVERITIES),
                maybe(pick(WORDS).strip()),
                own ? maybe(length()) : null,
                channels(check),
                validity(),
                releases());
    }

    private Rule.Written condition() {
        if (random.nextBoolean()) return Rule.Written.cel(pick(CONDITIONS));
        Form form = pick(FORMS);
        return new Rule.Written(form.cel(), FormJson.write(form));
    }

    private Texts texts(int least) {
        Map<String, String> texts = new HashMap<>();
        for (String language : List.of("en", "pl", "ru", "bg", "uk")) {
            if (random.nextBoolean()) texts.put(language, pick(WORDS) + " " + pick(WORDS));
        }
        if (texts.size() < least) texts.put("pl", pick(WORDS));
        return new Texts(texts);
    }

    private Map<String, Setting> channels(@Nullable Check check) {
        Map<String, Setting> channels = new HashMap<>();
        for (String channel : List.of(RuleSet.ANY_CHANNEL, "allegro", "shop.example.com", "my shop: 2", "no", "7")) {
            if (random.nextBoolean())
                channels.put(channel, new Setting(pick(List.of(Mode.values())), parameters(check)));
        }
        return channels;
    }

    private Map<String, String> parameters(@Nullable Check check) {
        Map<String, String> set = new HashMap<>();
        if (check == null) return set;
        for (Parameter parameter : check.parameters()) {
            if (random.nextBoolean()) set.put(parameter.name(), value(parameter));
        }
        return set;
    }

    private String value(Parameter parameter) {
        return switch (parameter.type()) {
            case MONEY -> random.nextInt(10_000) + ".50 EUR";
            case DECIMAL -> "0.05";
            case INTEGER, PERCENT -> "2";
            case DURATION -> random.nextBoolean() ? "PT2H" : "P1D";
            case FLAG -> Boolean.toString(random.nextBoolean());
            case LIST -> pick(List.of("PL, NO", "no", "example.com, 'x'", "PL"));
        };
    }

    private Rule.Validity validity() {
        LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(400));
        return new Rule.Validity(maybe(from), maybe(from.plusDays(random.nextInt(30))));
    }

    private Rule.Releases releases() {
        Set<Role> roles = new HashSet<>();
        for (Role role : Role.values()) if (random.nextBoolean()) roles.add(role);
        Set<String> facts = random.nextBoolean() ? Set.of("order.total", "order.delivery.country") : Set.of();
        return new Rule.Releases(
                roles,
                random.nextBoolean(),
                maybe(money()),
                new Rule.Scope(facts, maybe(money()), maybe(random.nextInt(100)), maybe(length())),
                maybe(length()));
    }

    private Money money() {
        return new Money(random.nextInt(1_000_000), random.nextBoolean() ? "PLN" : "HUF");
    }

    private Duration length() {
        return random.nextBoolean()
                ? Duration.ofDays(1L + random.nextInt(60))
                : Duration.ofMinutes(1L + random.nextInt(9_999));
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextBoolean() ? value : null;
    }
}
