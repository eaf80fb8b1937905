package okienko.ordercontrol.checks;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import okienko.ordercontrol.Facts;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.ProposedAction.Kind;
import okienko.ordercontrol.ReasonCode;
import okienko.orders.Order;
import okienko.taxregisters.Register;
import okienko.taxregisters.RegisterAnswer;
import org.jspecify.annotations.Nullable;

/**
 * Whether the buyer's tax number is registered. An outage is never a finding: what a register has not answered is not
 * known, and unless a shop says so nothing waits for it.
 */
public final class TaxRegisterCheck {

    /** Not being on the Polish list is no fault of a firm that is exempt by its turnover; a shop may not want to ask. */
    static final Parameter POLISH_TOO = Parameter.flag("polishToo", true);

    static final Parameter WAIT_UP_TO = Parameter.duration("waitUpTo", Duration.ZERO, Duration.ofDays(7));

    private static final String FIELD = "invoice.taxId";

    private TaxRegisterCheck() {}

    /** The number to look up, with its country; empty where there is none or its form is wrong anyway. */
    public static Optional<String> number(Order order) {
        return TaxChecks.registered(order);
    }

    static List<Finding> examine(Order order, Facts facts, Settings settings) {
        RegisterAnswer answer = facts.taxRegister();
        if (answer == null || order.invoice().taxId().isBlank()) return Seen.nothing();
        if (answer.register() == Register.WHITE_LIST && !settings.flag(POLISH_TOO)) return Seen.nothing();
        return switch (answer.standing()) {
            case REGISTERED, EXEMPT -> Seen.nothing();
            case UNKNOWN -> awaited(order, answer, facts, settings.duration(WAIT_UP_TO));
            case NOT_REGISTERED -> found(order, answer, "notRegistered");
            case INVALID -> found(order, answer, "refused");
        };
    }

    private static List<Finding> found(Order order, RegisterAnswer answer, String variant) {
        boolean polish = answer.register() == Register.WHITE_LIST;
        @Nullable LocalDate day = answer.day();
        return Seen.of(ReasonCode.TAX_ID_NOT_REGISTERED, polish ? variant + "Polish" : variant)
                .at(FIELD)
                .saw("taxId", order.invoice().taxId())
                .saw("number", answer.number())
                .saw("day", day == null ? "" : day)
                .saw("consultation", answer.consultation())
                .edit(FIELD)
                .then(Kind.CONTACT_CUSTOMER)
                .alone();
    }

    private static List<Finding> awaited(Order order, RegisterAnswer answer, Facts facts, Duration wait) {
        Instant until = facts.controlledSince().plus(wait);
        if (!until.isAfter(facts.now())) return Seen.nothing();
        return Seen.of(ReasonCode.TAX_ID_NOT_REGISTERED, "awaited")
                .at(FIELD)
                .saw("taxId", order.invoice().taxId())
                .saw("number", answer.number())
                .saw("deadline", until)
                .clearsBy(until)
                .alone();
    }
}
