package okienko.access;

/** Why a new password is refused (NIST SP 800-63B-4, section 3.1.1.2: length and a block list, no rules of composition). */
public enum Weakness {
    /** Fewer than {@link Agents#SHORTEST_PASSWORD} characters. */
    TOO_SHORT,
    /** More than {@link Agents#LONGEST_PASSWORD} characters. */
    TOO_LONG,
    /** On the list of those tried first, or one or two characters repeated. */
    COMMON,
    /** Little besides the agent's own name or login, or the office's. */
    PERSONAL,
    /** The one it is to replace. */
    UNCHANGED
}
