package okienko.ordercontrol.forms;

import java.util.ArrayList;
import java.util.List;
import okienko.ordercontrol.terms.Attribute;

/**
 * How a field can be compared. Every comparison of something an order may do without is false where it is missing;
 * {@link #MISSING} asks for just that.
 */
public enum Operator {
    IS(Takes.ONE),
    IS_NOT(Takes.ONE),
    IS_ONE_OF(Takes.MANY),
    IS_NONE_OF(Takes.MANY),
    CONTAINS_ANY(Takes.MANY),
    STARTS_WITH(Takes.ONE),
    LESS(Takes.ONE),
    AT_MOST(Takes.ONE),
    MORE(Takes.ONE),
    AT_LEAST(Takes.ONE),
    YES(Takes.NONE),
    NO(Takes.NONE),
    BEFORE(Takes.ONE),
    SINCE(Takes.ONE),
    DAYS_AGO_AT_LEAST(Takes.ONE),
    DAYS_AGO_LESS(Takes.ONE),
    HAS(Takes.ONE),
    HAS_NOT(Takes.ONE),
    GIVEN(Takes.NONE),
    MISSING(Takes.NONE);

    /** How many values are compared with. */
    public enum Takes {
        NONE,
        ONE,
        MANY
    }

    private final Takes takes;

    Operator(Takes takes) {
        this.takes = takes;
    }

    public Takes takes() {
        return takes;
    }

    /** The key of its label. */
    public String word() {
        return "condition.operator." + name();
    }

    /** The comparisons that make sense for an attribute, the commonest first. */
    public static List<Operator> of(Attribute attribute) {
        List<Operator> offered = new ArrayList<>(
                switch (attribute.type()) {
                    case TEXT ->
                        attribute.choices().isEmpty()
                                ? List.of(IS, IS_NOT, IS_ONE_OF, IS_NONE_OF, CONTAINS_ANY, STARTS_WITH)
                                : List.of(IS, IS_NOT, IS_ONE_OF, IS_NONE_OF);
                    case NUMBER, MONEY -> List.of(MORE, AT_LEAST, LESS, AT_MOST, IS, IS_NOT);
                    case YES_NO -> List.of(YES, NO);
                    case TIME -> List.of(DAYS_AGO_AT_LEAST, DAYS_AGO_LESS, SINCE, BEFORE);
                    case TEXTS -> List.of(HAS, HAS_NOT);
                    case LINES -> List.<Operator>of();
                });
        if (attribute.mayLack()) offered.addAll(List.of(GIVEN, MISSING));
        return List.copyOf(offered);
    }
}
