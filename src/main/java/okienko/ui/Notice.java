package okienko.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * A message to the person who just did something: shown once on the page after the redirect, or at once when the answer is a
 * page or an htmx fragment.
 *
 * @param kind what it is about
 * @param text the sentence, already in the reader's language
 * @param undo where a POST takes it back; empty when it cannot be
 */
public record Notice(Kind kind, String text, String undo) {

    /** What a notice is about; each has its own icon and colour. */
    public enum Kind {
        DONE("circle-check"),
        INFO("info"),
        PROBLEM("circle-alert");

        private final String icon;

        Kind(String icon) {
            this.icon = icon;
        }

        String icon() {
            return icon;
        }

        String css() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String ATTRIBUTE = Notice.class.getName();

    /** Says that something was done: {@code Notice.done("orders.released", number)}. */
    public static void done(String key, @Nullable Object... arguments) {
        say(new Notice(Kind.DONE, Words.t(key, arguments), ""));
    }

    /** Says that something was done and offers to take it back by a POST to {@code undo}. */
    public static void undoable(String undo, String key, @Nullable Object... arguments) {
        say(new Notice(Kind.DONE, Words.t(key, arguments), undo));
    }

    public static void info(String key, @Nullable Object... arguments) {
        say(new Notice(Kind.INFO, Words.t(key, arguments), ""));
    }

    /** Says what did not work and what to do about it. */
    public static void problem(String key, @Nullable Object... arguments) {
        say(new Notice(Kind.PROBLEM, Words.t(key, arguments), ""));
    }

    /** What waits to be shown: left by the request before, or said in this one. */
    static List<Notice> waiting() {
        List<Notice> waiting = new ArrayList<>();
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
            var before = RequestContextUtils.getInputFlashMap(now.getRequest());
            if (before != null) {
                waiting.addAll(list(before.get(ATTRIBUTE)));
            }
            waiting.addAll(said(now));
        }
        return waiting;
    }

    /** Only what was said in this request: an htmx fragment must not use up what the next whole page should show. */
    static List<Notice> saidNow() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now
                ? said(now)
                : List.of();
    }

    private static void say(Notice notice) {
        var now = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        List<Notice> all = new ArrayList<>(said(now));
        all.add(notice);
        // a redirect saves this map for the request after it, a page shows it at once
        RequestContextUtils.getOutputFlashMap(now.getRequest()).put(ATTRIBUTE, all);
    }

    private static List<Notice> said(ServletRequestAttributes now) {
        var flash = RequestContextUtils.getOutputFlashMap(now.getRequest());
        return flash == null ? List.of() : list(flash.get(ATTRIBUTE));
    }

    private static List<Notice> list(@Nullable Object kept) {
        return kept instanceof List<?> all
                ? all.stream().map(Notice.class::cast).toList()
                : List.of();
    }
}
