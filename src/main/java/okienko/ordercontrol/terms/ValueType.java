package okienko.ordercontrol.terms;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructTypeReference;
import java.time.Instant;
import java.util.List;

/** The kinds of value a condition knows. There is no floating point among them. */
public enum ValueType {
    TEXT(SimpleType.STRING, String.class),
    /** A whole number. */
    NUMBER(SimpleType.INT, Long.class),
    MONEY(OpaqueType.create("money"), Amount.class),
    YES_NO(SimpleType.BOOL, Boolean.class),
    TIME(SimpleType.TIMESTAMP, Instant.class),
    TEXTS(ListType.create(SimpleType.STRING), List.class),
    LINES(ListType.create(StructTypeReference.create(OrderLine.TYPE_NAME)), List.class);

    private final CelType cel;
    private final Class<?> java;

    ValueType(CelType cel, Class<?> java) {
        this.cel = cel;
        this.java = java;
    }

    /** The type as CEL's checker knows it. */
    public CelType cel() {
        return cel;
    }

    /** The class its values have while a condition runs. */
    Class<?> java() {
        return java;
    }
}
