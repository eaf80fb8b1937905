package okienko.desk.list;

import java.util.Locale;
import okienko.ordercontrol.Action;
import okienko.ordercontrol.OrderControl;
import okienko.ordercontrol.Reason;
import okienko.ordercontrol.ReasonCode;
import org.jspecify.annotations.Nullable;

/** What can be done to many orders at once. */
enum BulkAction {
    RELEASE("package-check"),
    RESOLVE("check"),
    HAND("forward"),
    CONTROL("refresh-cw"),
    CANCEL("circle-x");

    static final int MOST_ORDERS = OrderControl.MOST_AT_ONCE;

    private final String icon;

    BulkAction(String icon) {
        this.icon = icon;
    }

    String icon() {
        return icon;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether somebody will ask why. */
    boolean needsText() {
        return this == RELEASE || this == CANCEL;
    }

    /**
     * The action it means.
     *
     * @param text the reason or note typed
     * @param reason whose holds are settled
     * @param to {@code queue:payments} or {@code agent:ania}
     */
    Action action(String text, @Nullable Reason reason, String to) {
        String name = to.substring(to.indexOf(':') + 1);
        return switch (this) {
            case RELEASE -> new Action.Release(text);
            case RESOLVE -> new Action.ResolveReason(reason == null ? ReasonCode.COMMENT_RELEVANT : reason, text);
            case HAND ->
                to.startsWith("agent:") ? new Action.HandToAgent(name, text) : new Action.HandToQueue(name, text);
            case CONTROL -> new Action.Recheck();
            case CANCEL -> new Action.Cancel(text);
        };
    }
}
