package okienko.ui.parts;

import java.util.Arrays;
import java.util.Locale;

/** How a state looks: its colour never comes without its icon and word. */
public enum Tone {
    RELEASED("good", "circle-check"),
    WAITING("wait", "hourglass"),
    HELD("held", "octagon-pause"),
    CANCELLED("quiet", "circle-x"),
    PENDING("quiet", "circle-dashed"),
    SHADOW("shadow", "eye"),
    OPEN("held", "circle-dot"),
    RESOLVED("good", "circle-check"),
    CLEARED("good", "circle-check-big"),
    OVERRIDDEN("wait", "circle-arrow-right"),
    LAPSED("quiet", "timer-off"),
    FAILED("bad", "circle-alert"),
    RUNNING("info", "loader"),
    DONE("good", "circle-check"),
    ON("good", "power"),
    OFF("quiet", "power-off"),
    UNKNOWN("quiet", "circle-help");

    private final String css;
    private final String icon;

    Tone(String css, String icon) {
        this.css = css;
        this.icon = icon;
    }

    public String css() {
        return css;
    }

    public String icon() {
        return icon;
    }

    /** The last part of the state's word, {@code ui.state.held}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The look of a state by its name; one we have no look for is unknown. */
    public static Tone of(String state) {
        return Arrays.stream(values())
                .filter(tone -> tone.name().equalsIgnoreCase(state))
                .findFirst()
                .orElse(UNKNOWN);
    }
}
