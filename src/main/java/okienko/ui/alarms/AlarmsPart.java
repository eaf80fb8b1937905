package okienko.ui.alarms;

import java.util.List;
import okienko.ui.Page;

/** The alarms on top of a page. */
public record AlarmsPart(List<Alarm> alarms) implements Page {

    /** What browsers are told when there are others. */
    public static final String TOPIC = "alarms";

    /** More would hide the page; the rest is counted. */
    private static final int MOST_SHOWN = 3;

    List<Alarm> shown() {
        return alarms.subList(0, Math.min(MOST_SHOWN, alarms.size()));
    }

    int more() {
        return alarms.size() - shown().size();
    }
}
