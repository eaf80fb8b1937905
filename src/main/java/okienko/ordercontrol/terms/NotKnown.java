package okienko.ordercontrol.terms;

import dev.cel.runtime.AccumulatedUnknowns;
import dev.cel.runtime.CelAttribute;
import dev.cel.runtime.CelUnknownSet;
import java.util.ArrayList;
import java.util.List;

/** What stands where nobody knows the value yet. */
final class NotKnown {

    /** What a reading answers; the attribute it was asked about is added by whoever asked. */
    static final NotKnown YET = new NotKnown();

    private NotKnown() {}

    /** As the value of a variable. */
    static Object variable(Attribute attribute) {
        return CelUnknownSet.create(CelAttribute.fromQualifiedIdentifier(attribute.path()));
    }

    /**
     * As the value of a line's field or of a function. CEL adapts an unknown set only where a variable is read, so that
     * here its own carrier is needed; it adds to it while it merges, therefore each is a new one.
     */
    static Object inside(Attribute attribute) {
        List<CelAttribute> needed = new ArrayList<>();
        needed.add(CelAttribute.fromQualifiedIdentifier(attribute.path()));
        return AccumulatedUnknowns.create(new ArrayList<>(), needed);
    }
}
