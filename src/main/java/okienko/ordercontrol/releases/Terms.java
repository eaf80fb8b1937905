package okienko.ordercontrol.releases;

import okienko.access.Role;
import org.springframework.modulith.NamedInterface;

/**
 * What it takes to settle a hold.
 *
 * @param role the lowest that may; those above it may, too
 * @param allowed whether who asked may
 * @param reasonNeeded whether they have to say why
 * @param secondPerson whether somebody else has to confirm it
 */
@NamedInterface("releases")
public record Terms(Role role, boolean allowed, boolean reasonNeeded, boolean secondPerson) {

    /** Key of the sentence that says who may; empty when who asked may. */
    public String obstacle() {
        return allowed ? "" : "control.refused.only." + role;
    }
}
