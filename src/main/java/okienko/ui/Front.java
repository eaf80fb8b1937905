package okienko.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import okienko.ui.alarms.AlarmSource;
import okienko.ui.alarms.AlarmsPart;
import okienko.ui.settings.SettingsEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.access.hierarchicalroles.NullRoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;

/** Gathers what the layout shows around a page: who looks, where they may go, what was just said to them. */
@Component
public class Front {

    private static final String ROLE = "ROLE_";

    private final List<Area> areas;
    private final List<SettingsEntry> settings;
    private final ObjectProvider<AlarmSource> alarms;
    private final ObjectProvider<RoleHierarchy> hierarchy;
    private final Live live;

    Front(
            ObjectProvider<Area> areas,
            ObjectProvider<SettingsEntry> settings,
            ObjectProvider<AlarmSource> alarms,
            ObjectProvider<RoleHierarchy> hierarchy,
            Live live,
            Clock clock,
            @Value("${okienko.zone:Europe/Warsaw}") ZoneId zone) {
        this.areas = areas.stream().sorted(Comparator.comparingInt(Area::order)).toList();
        this.settings = settings.stream()
                .sorted(Comparator.comparingInt(SettingsEntry::order))
                .toList();
        this.alarms = alarms;
        this.hierarchy = hierarchy;
        this.live = live;
        Words.keepTime(clock, zone);
    }

    Shell shell(HttpServletRequest request, boolean fragment) {
        Viewer viewer = viewer();
        List<Area> open = viewer.signedIn()
                ? areas.stream().filter(area -> viewer.may(area.minimumRole())).toList()
                : List.of();
        String query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
        return new Shell(
                viewer,
                open,
                settings(viewer),
                alarms(viewer, request, fragment),
                fragment ? Notice.saidNow() : Notice.waiting(),
                Preferences.of(request),
                live.position(),
                request.getRequestURI() + query,
                (CsrfToken) request.getAttribute(CsrfToken.class.getName()));
    }

    /** Everything in the rail that this viewer may open. */
    public List<Area> areas() {
        Viewer viewer = viewer();
        return areas.stream().filter(area -> viewer.may(area.minimumRole())).toList();
    }

    /** The pages of the settings that this viewer may open. */
    private List<SettingsEntry> settings(Viewer viewer) {
        return settings.stream()
                .filter(entry -> viewer.may(entry.minimumRole()))
                .toList();
    }

    /** What this viewer has to be alarmed about. */
    public AlarmsPart alarms() {
        return new AlarmsPart(
                alarming(viewer()).flatMap(source -> source.ringing().stream()).toList());
    }

    /** Null: not on this page. The page that says something broke must not ask what may be broken too. */
    private @Nullable AlarmsPart alarms(Viewer viewer, HttpServletRequest request, boolean fragment) {
        boolean shown = !fragment && request.getDispatcherType() != DispatcherType.ERROR;
        return shown && alarming(viewer).findAny().isPresent() ? alarms() : null;
    }

    private Stream<AlarmSource> alarming(Viewer viewer) {
        return alarms.orderedStream().filter(source -> viewer.may(source.minimumRole()));
    }

    private Viewer viewer() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !who.isAuthenticated() || who instanceof AnonymousAuthenticationToken) {
            return Viewer.NOBODY;
        }
        Set<String> roles =
                hierarchy
                        .getIfAvailable(NullRoleHierarchy::new)
                        .getReachableGrantedAuthorities(who.getAuthorities())
                        .stream()
                        .map(GrantedAuthority::getAuthority)
                        .filter(authority -> authority != null && authority.startsWith(ROLE))
                        .map(authority -> authority.substring(ROLE.length()))
                        .collect(Collectors.toUnmodifiableSet());
        return new Viewer(who.getName(), roles);
    }
}
