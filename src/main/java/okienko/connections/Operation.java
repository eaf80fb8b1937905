package okienko.connections;

/**
 * One thing a platform can be asked that it limits by itself.
 *
 * @param name tells it from the platform's others
 * @param pace until the platform says otherwise
 */
public record Operation(String name, Pace pace) {}
