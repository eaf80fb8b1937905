package okienko.ordercontrol.checks;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import okienko.vocabulary.Money;

/** The parameters a check runs with: what an operator set, and the defaults for the rest. */
public final class Settings {

    private final Map<String, String> given;

    public Settings(Map<String, String> given) {
        this.given = given;
    }

    Money money(Parameter parameter) {
        return (Money) value(parameter);
    }

    BigDecimal decimal(Parameter parameter) {
        return (BigDecimal) value(parameter);
    }

    int integer(Parameter parameter) {
        return (Integer) value(parameter);
    }

    Duration duration(Parameter parameter) {
        return (Duration) value(parameter);
    }

    boolean flag(Parameter parameter) {
        return (Boolean) value(parameter);
    }

    @SuppressWarnings("unchecked") // a LIST parameter reads as a list of strings, see Parameter.read
    List<String> list(Parameter parameter) {
        return (List<String>) value(parameter);
    }

    private Object value(Parameter parameter) {
        String text = given.get(parameter.name());
        return text == null ? parameter.defaultValue() : parameter.read(text);
    }
}
