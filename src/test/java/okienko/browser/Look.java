package okienko.browser;

/** How a visitor's browser shows pages: {@code Look.in("pl").dark().narrow()}. */
public record Look(String language, boolean isDark, int width, int height) {

    private static final int DESK_WIDTH = 1440;
    private static final int DESK_HEIGHT = 900;
    private static final int PHONE_WIDTH = 390;
    private static final int PHONE_HEIGHT = 844;

    /** A light, wide screen in this language: {@code en}, {@code pl}, {@code ru} or {@code bg}. */
    public static Look in(String language) {
        return new Look(language, false, DESK_WIDTH, DESK_HEIGHT);
    }

    /** The same in dark colours. */
    public Look dark() {
        return new Look(language, true, width, height);
    }

    /** The same on a telephone's screen. */
    public Look narrow() {
        return new Look(language, isDark, PHONE_WIDTH, PHONE_HEIGHT);
    }
}
