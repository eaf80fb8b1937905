package okienko.ui.alarms;

import java.util.List;

/**
 * Knows of alarms; a module contributes one as a bean and signals {@link AlarmsPart#TOPIC} whenever its alarms change. It is
 * asked for every page of everybody it concerns, so it has to answer at once.
 */
public interface AlarmSource {

    /** Whoever has not at least this role is not alarmed. */
    String minimumRole();

    /** What nobody has acknowledged yet, newest first. */
    List<Alarm> ringing();
}
