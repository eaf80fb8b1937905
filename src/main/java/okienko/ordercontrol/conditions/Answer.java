package okienko.ordercontrol.conditions;

import java.util.Set;
import okienko.ordercontrol.terms.Attribute;
import okienko.ordercontrol.terms.Trouble;

/** What a condition says of one order. */
public sealed interface Answer {

    /** It is so. */
    record True() implements Answer {}

    /** It is not so. */
    record False() implements Answer {}

    /**
     * Nobody can say yet.
     *
     * @param needs what has to be known first; one of these may be enough
     */
    record Unknown(Set<Attribute> needs) implements Answer {
        public Unknown {
            needs = Set.copyOf(needs);
        }
    }

    /**
     * It could not be worked out for this order. The order must not pass for that reason: who asked holds it.
     *
     * @param place where in the condition
     */
    record Failed(Trouble.Kind kind, Place place) implements Answer {

        /** The key of the sentence that tells it. */
        public String word() {
            return "condition.failed." + kind;
        }
    }

    /** Yes. */
    Answer TRUE = new True();

    /** No. */
    Answer FALSE = new False();
}
