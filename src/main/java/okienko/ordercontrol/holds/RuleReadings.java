package okienko.ordercontrol.holds;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import okienko.ordercontrol.Rule;
import okienko.ordercontrol.RuleSet;
import okienko.ordercontrol.checks.Source;
import okienko.ordercontrol.conditions.Condition;
import okienko.ordercontrol.conditions.Conditions;
import okienko.ordercontrol.conditions.Explanation;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Attributes;
import okienko.ordercontrol.terms.Functions;
import okienko.ordercontrol.terms.Situation;
import okienko.orders.Order;
import org.jspecify.annotations.Nullable;

/**
 * What rules read of an order and its facts: of a condition the attributes it looked at to come to its answer, of a check
 * the fields its finding concerns. Few orders are found anything about: nothing is spelt out before it is asked for.
 */
public final class RuleReadings implements Readings {

    /** Findings that can change while the order stays as it is, and then are news to whoever settled them. */
    private static final Set<Reason> ABOUT_FACTS = Set.of(
            ReasonCode.UNDERPAID,
            ReasonCode.OVERPAID,
            ReasonCode.PAYMENT_CURRENCY_MISMATCH,
            ReasonCode.CUSTOMER_FLAGGED,
            ReasonCode.DUPLICATE_ORDER,
            ReasonCode.DUPLICATE_CUSTOMER,
            ReasonCode.CHANGED_AFTER_RELEASE,
            ReasonCode.RULE_ERROR);

    private static final String LINES = "order.lines.";

    private final Order order;
    private final Facts facts;
    private final RuleSet rules;
    private @Nullable Fields fields;
    private @Nullable Situation situation;

    public RuleReadings(Order order, Facts facts, RuleSet rules) {
        this.order = order;
        this.facts = facts;
        this.rules = rules;
    }

    @Override
    public Instant now() {
        return facts.now();
    }

    @Override
    public Grounds grounds(Finding finding) {
        Rule rule = rules.find(finding.reason()).orElse(null);
        Set<String> chosen = rule == null ? Set.of() : rule.releases().scope().facts();
        Map<String, Object> values = new LinkedHashMap<>();
        if (!chosen.isEmpty()) {
            chosen.forEach(name -> values.put(name, value(name)));
        } else {
            if (finding.reason() instanceof ReasonCode) readByCheck(finding, values);
            if (rule != null && rule.condition() != null && finding.reason() != ReasonCode.RULE_ERROR) {
                readByCondition(Conditions.read(rule.condition().text()), values);
            }
        }
        return new Grounds(values, !chosen.isEmpty(), order.total());
    }

    private void readByCheck(Finding finding, Map<String, Object> values) {
        for (String path : finding.fields()) values.put(path, value(path));
        if (!ABOUT_FACTS.contains(finding.reason())) return;
        finding.evidence().forEach((name, value) -> {
            // times pass without anything having changed
            if (!(value instanceof Instant)) values.put(name, value);
        });
    }

    private void readByCondition(Condition condition, Map<String, Object> values) {
        readBy(condition.explain(situation()), values);
        // how far a loop went says little: any line may have been the one
        condition.reads().stream()
                .map(Attribute::path)
                .filter(path -> path.startsWith(LINES))
                .sorted()
                .forEach(path -> values.put(path, value(path)));
    }

    private void readBy(Explanation part, Map<String, Object> values) {
        if (part.state() == Explanation.State.NOT_LOOKED_AT) return;
        Attribute attribute = part.attribute();
        if (attribute != null) {
            if (!attribute.path().startsWith(LINES)) values.put(attribute.path(), value(attribute.path()));
        } else if (asksFacts(part.form())) {
            values.put(part.text(), Objects.requireNonNullElse(part.value(), ""));
        }
        part.parts().forEach(inside -> readBy(inside, values));
    }

    /** A function that answers from the facts, and not from the clock alone. */
    private static boolean asksFacts(String form) {
        return Functions.named(form).stream()
                .flatMap(function -> function.sources().stream())
                .anyMatch(source -> source != Source.TIME);
    }

    @Override
    public Object value(String name) {
        if (Attributes.named(name).isPresent()) return situation().told(name).orElse("");
        return name.equals("total") ? order.total() : fields().at(name);
    }

    @Override
    public Hold.Cover cover(Reason reason, Grounds grounds) {
        return Coverage.of(rules, reason, grounds, facts.now(), facts.rates());
    }

    private Fields fields() {
        Fields spelt = fields;
        if (spelt == null) {
            spelt = Fields.of(order);
            fields = spelt;
        }
        return spelt;
    }

    private Situation situation() {
        Situation seen = situation;
        if (seen == null) {
            seen = Situation.of(order, facts);
            situation = seen;
        }
        return seen;
    }
}
