package okienko.ui;

/**
 * A place in the rail; a module contributes one as a bean. Its label is the word {@code area.<key>}.
 *
 * @param key what a page names as its {@code area}
 * @param path where it opens
 * @param icon a name of Lucide
 * @param order from top to bottom, in tens
 * @param minimumRole whoever has not at least this role does not see it, {@code CONSULTANT}
 * @param goKey the letter that opens it after {@code g}; empty for none
 */
public record Area(String key, String path, String icon, int order, String minimumRole, String goKey) {

    public Area(String key, String path, String icon, int order, String minimumRole) {
        this(key, path, icon, order, minimumRole, "");
    }
}
