package okienko.ordercontrol.checks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.payments.ExchangeRates;
import org.jspecify.annotations.Nullable;

/** A finding being written down: {@code Seen.of(reason, "missing").at("delivery.phone").saw("phone", phone).alone()}. */
final class Seen {

    private final ReasonCode reason;
    private final String variant;
    private final List<String> fields = new ArrayList<>();
    private final Map<String, Object> evidence = new LinkedHashMap<>();
    private final List<ProposedAction> actions = new ArrayList<>();
    private @Nullable Instant clearsBy;

    private Seen(ReasonCode reason, String variant) {
        this.reason = reason;
        this.variant = variant;
    }

    /** What a check says that found nothing. */
    static List<Finding> nothing() {
        return List.of();
    }

    static Seen of(ReasonCode reason, String variant) {
        return new Seen(reason, variant);
    }

    Seen at(String... paths) {
        fields.addAll(Arrays.asList(paths));
        return this;
    }

    Seen saw(String name, Object value) {
        evidence.put(name, value);
        return this;
    }

    /** The rates a conversion used and the table they come from, so that it can be checked by hand. */
    Seen sawRates(ExchangeRates rates, String... currencies) {
        saw("rateTable", rates.table()).saw("rateDate", rates.effectiveOn());
        for (String currency : currencies) {
            if (rates.rates().containsKey(currency)) {
                saw("rate" + currency, rates.rates().get(currency));
            }
        }
        return this;
    }

    /** Proposes a value for a field; nothing when there is none to propose. */
    Seen propose(String field, @Nullable String value) {
        if (value == null) return this;
        evidence.put("proposed", value);
        actions.add(new ProposedAction(Kind.SET_FIELD, field, value));
        return this;
    }

    Seen edit(String field) {
        actions.add(new ProposedAction(Kind.EDIT_FIELD, field, ""));
        return this;
    }

    Seen then(Kind... kinds) {
        for (Kind kind : kinds) actions.add(new ProposedAction(kind, "", ""));
        return this;
    }

    Seen clearsBy(Instant until) {
        clearsBy = until;
        return this;
    }

    Finding finding() {
        return new Finding(reason, variant, fields, Collections.unmodifiableMap(evidence), actions, clearsBy);
    }

    List<Finding> alone() {
        return List.of(finding());
    }
}
