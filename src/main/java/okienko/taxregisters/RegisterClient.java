package okienko.taxregisters;

import java.time.LocalDate;
import java.util.List;

/** A register one can ask: one class each. */
interface RegisterClient {

    /** Numbers asked for at once. */
    int most();

    /** Asks; never fails: what goes wrong is an answer, too. */
    Reply ask(List<String> numbers, LocalDate day);

    /** What came of a question. */
    sealed interface Reply {

        /** It answered, for all numbers or some. */
        record Answered(List<RegisterAnswer> answers) implements Reply {}

        /** It works, but cannot say of these numbers now: a member state is not available. */
        record Later(String why) implements Reply {}

        /** It does not answer at all, or not in a way that can be understood. */
        record Down(String why) implements Reply {}

        /** It has answered as much as it does in a day. */
        record UsedUp(String why) implements Reply {}
    }
}
