package okienko.ui;

import java.util.List;

/** Something the command palette (Ctrl-K) finds; a module contributes one as a bean. Called with the viewer's own rights. */
public interface PaletteSource {

    /**
     * The best matches for what was typed so far, at most {@code limit}.
     *
     * @param typed trimmed, at least two characters
     */
    List<Hit> find(String typed, int limit);

    /**
     * A line of the palette.
     *
     * @param icon a name of Lucide
     * @param title what it is: an order's number, a customer's name
     * @param detail what tells it from others like it; may be empty
     * @param path where it opens
     */
    record Hit(String icon, String title, String detail, String path) {}
}
