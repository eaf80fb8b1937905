package okienko.work;

/**
 * A place where work waits.
 *
 * @param name its name; the seeded ones have a word {@code queue.<name>}, others go by this name
 * @param open how many items wait in it
 * @param claimed how many of them somebody has at the moment
 */
public record Queue(String name, int open, int claimed) {}
