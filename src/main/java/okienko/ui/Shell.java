package okienko.ui;

import java.util.List;
import okienko.ui.alarms.AlarmsPart;
import okienko.ui.settings.SettingsEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * What the layout shows around a page besides the page itself.
 *
 * @param areas those the viewer may see, in order
 * @param settings the pages of the settings the viewer may see, in order
 * @param alarms null: this viewer, or this page, is not to be alarmed
 * @param livePosition where the signals were before the page was drawn
 * @param path of this request, with its query
 */
record Shell(
        Viewer viewer,
        List<Area> areas,
        List<SettingsEntry> settings,
        @Nullable AlarmsPart alarms,
        List<Notice> notices,
        Preferences preferences,
        String livePosition,
        String path,
        @Nullable CsrfToken csrf) {

    private static final String ATTRIBUTE = Shell.class.getName();
    private static final Shell OUTSIDE_A_REQUEST = new Shell(
            Viewer.NOBODY,
            List.of(),
            List.of(),
            null,
            List.of(),
            new Preferences(Language.EN, "system", true),
            "",
            "/",
            null);

    /** The shell of the page being drawn; a bare one outside a request. */
    static Shell current() {
        RequestAttributes now = RequestContextHolder.getRequestAttributes();
        return now != null && now.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Shell shell
                ? shell
                : OUTSIDE_A_REQUEST;
    }

    static void current(Shell shell) {
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, shell, RequestAttributes.SCOPE_REQUEST);
    }
}
