package okienko.ordercontrol.holds;

import java.time.Instant;
import okienko.ordercontrol.Finding;
import okienko.ordercontrol.Hold;
import okienko.ordercontrol.Reason;

/** Says of one order under control what its rules read. */
public interface Readings {

    /** The moment of control. */
    Instant now();

    /** What a rule found something by. */
    Grounds grounds(Finding finding);

    /** What an attribute or field says now; empty text where nothing is given or known. */
    Object value(String name);

    /** How far it goes when what is found by these grounds is settled now. */
    Hold.Cover cover(Reason reason, Grounds grounds);
}
