package okienko.style;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what a jte template says in so many letters: text between tags, and in the attributes people read or hear. It
 * knows as much of jte's syntax (https://jte.gg/syntax/) as it takes to tell markup from Java.
 */
final class TemplateText {

    /** What may stand: the product's name, the languages' own names, units and names of formats. */
    private static final Pattern NAMES =
            Pattern.compile("Okienko|Polski|English|Русский|Български|CSV|NDJSON|JSON|REST|API|OpenAPI|Ctrl|Esc|Enter");

    private static final Pattern DIRECTIVE = Pattern.compile("@(if|elseif|else|endif|for|endfor|template)\\b");
    private static final Pattern MACHINE_TALK =
            Pattern.compile("<(kbd|code|pre|samp|style|script)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern READ_ATTRIBUTE =
            Pattern.compile("\\b(?:title|alt|placeholder|aria-label|aria-description)=\"([^\"]*)\"");
    private static final Pattern TAG = Pattern.compile("<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}[^<]*");
    private static final Pattern SENTENCE = Pattern.compile("\"(\\p{Lu}\\p{Ll}+[^\"]*)\"");

    private final String source;
    private int at;
    private final StringBuilder markup = new StringBuilder();
    private final StringBuilder java = new StringBuilder();

    TemplateText(String source) {
        this.source = source;
    }

    List<String> literals() {
        readMarkup();
        var found = new ArrayList<String>();
        String spoken = MACHINE_TALK.matcher(markup).replaceAll(" ");
        collect(READ_ATTRIBUTE.matcher(spoken), 1, found);
        String between = TAG.matcher(spoken).replaceAll("\u0000").replaceAll("&\\w+;|&#\\d+;", " ");
        for (String text : between.split("\u0000", -1)) {
            collect(LETTERS.matcher(text), 0, found);
        }
        collect(SENTENCE.matcher(java), 1, found);
        return found;
    }

    private static void collect(Matcher matcher, int group, List<String> found) {
        while (matcher.find()) {
            String text = matcher.group(group).strip();
            String rest = NAMES.matcher(text).replaceAll("");
            if (Pattern.compile("\\p{L}{2,}").matcher(rest).find()) {
                found.add(text);
            }
        }
    }

    /** Up to the end, or to the backtick that closes a content block. */
    private void readMarkup() {
        while (at < source.length()) {
            if (source.charAt(at) == '`') {
                at++;
                return;
            }
            if (source.startsWith("<%--", at)) {
                at = after("--%>");
            } else if (source.startsWith("<!--", at)) {
                at = after("-->");
            } else if (source.startsWith("@import", at) || source.startsWith("@param", at)) {
                at = after("\n");
            } else if (source.startsWith("@raw", at) || source.startsWith("@endraw", at)) {
                at = after("raw");
            } else if (DIRECTIVE.matcher(source).region(at, source.length()).lookingAt()) {
                readDirective();
            } else if (source.startsWith("${", at)
                    || source.startsWith("!{", at)
                    || source.startsWith("$unsafe{", at)) {
                at = source.indexOf('{', at) + 1;
                readJava('{', '}');
            } else {
                markup.append(source.charAt(at++));
            }
        }
    }

    /** {@code @if(…)}, {@code @endfor}, {@code @template.ui.parts.button(…)} and the like. */
    private void readDirective() {
        at++;
        while (at < source.length()
                && (Character.isLetterOrDigit(source.charAt(at)) || ".-_".indexOf(source.charAt(at)) >= 0)) {
            at++;
        }
        if (at < source.length() && source.charAt(at) == '(') {
            at++;
            readJava('(', ')');
        }
    }

    /** Java up to the bracket that closes it; content blocks inside are markup again. */
    private void readJava(char open, char close) {
        int depth = 1;
        while (at < source.length() && depth > 0) {
            char c = source.charAt(at);
            if (source.startsWith("@`", at)) {
                at += 2;
                markup.append('\n');
                readMarkup();
                markup.append('\n');
                continue;
            }
            if (c == '"' || c == '\'') {
                readLiteral(c);
                continue;
            }
            depth += c == open ? 1 : c == close ? -1 : 0;
            at++;
        }
        java.append(' ');
    }

    private void readLiteral(char quote) {
        int begun = at++;
        while (at < source.length() && source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        java.append(source, begun, Math.min(at, source.length())).append(' ');
    }

    private int after(String end) {
        int found = source.indexOf(end, at);
        return found < 0 ? source.length() : found + end.length();
    }
}
