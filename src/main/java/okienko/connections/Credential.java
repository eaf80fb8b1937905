package okienko.connections;

/**
 * Something that has to be entered to connect.
 *
 * @param secret whether it is never shown again
 * @param required whether it does not go without
 */
public record Credential(String name, boolean secret, boolean required) {

    /** One that must be there and is not shown again. */
    public static Credential secret(String name) {
        return new Credential(name, true, true);
    }

    /** One that must be there and is no secret. */
    public static Credential open(String name) {
        return new Credential(name, false, true);
    }

    /** A secret that may be left out. */
    public static Credential optional(String name) {
        return new Credential(name, true, false);
    }

    /** One that may be left out and is no secret. */
    public static Credential optionalOpen(String name) {
        return new Credential(name, false, false);
    }
}
