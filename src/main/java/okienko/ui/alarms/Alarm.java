package okienko.ui.alarms;

import java.util.List;

/**
 * Something that went wrong and waits for somebody to say they know, in the reader's language.
 *
 * @param title what happened, in one line
 * @param text since when, and what else there is to know
 * @param detail what the machine said about it, for whoever has to mend it; empty when it said nothing
 * @param links where to look
 * @param acknowledgement where a POST says that somebody knows
 */
public record Alarm(String title, String text, String detail, List<Link> links, String acknowledgement) {

    /** A place to look at. */
    public record Link(String label, String path) {}
}
