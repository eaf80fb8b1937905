package okienko.access;

/** What an agent may do; each role may do all that the ones before it may. */
public enum Role {
    /** Settles orders. */
    CONSULTANT,
    /** Also sets rules, queues, catalogues. */
    MANAGER,
    /** Also lets people and programs in, and sees what they did. */
    ADMINISTRATOR;

    /** The role's name in Spring Security. */
    public String authority() {
        return "ROLE_" + name();
    }
}
