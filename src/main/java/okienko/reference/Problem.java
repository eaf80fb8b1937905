package okienko.reference;

import okienko.ui.Words;

/**
 * Why a line, or a whole file, could not be taken.
 *
 * @param line in the file, counted from 1; 0 when it concerns the whole file
 * @param field the column's name; empty when it concerns the whole line
 * @param value what stood there
 * @param kind what is wrong: the last part of the word {@code reference.problem.<kind>}
 * @param example what would be right
 */
public record Problem(int line, String field, String value, String kind, String example) {

    private static final int SHOWN = 120;

    /** What is wrong and what to do about it, in that language. */
    public String sentence(Words words) {
        String shown = value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        return words.say("reference.problem." + kind, field, shown, example);
    }
}
