package okienko.ui.parts;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A small line without axes, drawn on the server: no library, no script, and it prints.
 *
 * @param line path data of the line
 * @param area path data of what is under it
 */
record Spark(String line, String area) {

    private static final double MARGIN = 1.5;

    /** Fits the values into a box; a single value or none is a flat line. */
    public static Spark of(List<Long> values, int width, int height) {
        List<Long> shown = values.isEmpty()
                ? List.of(0L, 0L)
                : values.size() == 1 ? List.of(values.getFirst(), values.getFirst()) : values;
        long top = Math.max(1, shown.stream().mapToLong(Long::longValue).max().orElse(1));
        double step = (double) width / (shown.size() - 1);
        String line = IntStream.range(0, shown.size())
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "%.1f %.1f",
                        i * step,
                        height - MARGIN - shown.get(i) * (height - 2 * MARGIN) / top))
                .collect(Collectors.joining(" L", "M", ""));
        return new Spark(line, line + " L" + width + " " + height + " L0 " + height + " Z");
    }
}
