package okienko.ui.settings;

/**
 * A page of the settings; a module contributes one as a bean and wraps the page in {@code @template.ui.settings}. Its label
 * is the word {@code settings.<key>}.
 *
 * @param key what the page names as its {@code entry}
 * @param path where it opens, {@code /settings/warehouse}
 * @param order from left to right, in tens
 * @param minimumRole whoever has not at least this role does not see it
 */
public record SettingsEntry(String key, String path, int order, String minimumRole) {}
